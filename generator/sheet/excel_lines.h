#pragma once

#include "sheet/sheet.h"

/// How high a text becomes when Excel sets it, which wraps by rules of its own.
namespace besshi::sheet {

/// Height that shows all of a wrapped text, counted on the careful side:
/// - the cell is `width` wide less 5 pixels (ECMA-376 part 1 §18.3.1.13);
/// - ASCII and half-width kana are half an em wide, everything else a whole em, where an em is rounded up to
///   pixels as on Windows screens and at least 1.5 % larger than it is, as printers round; no mark is ever
///   compressed;
/// - a word of ASCII characters, a closing mark with what stands before it and an opening bracket with
///   what follows are not broken, unless they alone are wider than the line;
/// - lines are 3 pixels apart (BIZ UD: ascent + descent = 1 em; Excel's own row for 11 pt is 18 pixels), and
///   2 pixels stay free below the last.
Length wrapped_height(std::span<const RichRun> runs, Length width);

/// The same for a text of so many characters that Excel stacks (縦書き): each stands on a line of its own, digits and
/// letters too.
Length stacked_height(std::span<const RichRun> runs, std::int64_t characters);

/// The same for a text that Excel sets in one line.
Length single_line_height(std::span<const RichRun> runs);

}  // namespace besshi::sheet
