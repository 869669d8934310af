#pragma once

#include "text/text.h"

/// Readings over glyphs (ルビ, JLREQ §3.3): mono ruby over one character, group ruby over several. A reading is set in
/// half the size of its base, so all of its measures are parts of the em of its base, whatever the size.
///
/// A reading shorter than its base is spread over it, a longer one spreads the base; the space at either end is half
/// of that between two characters (§3.3.6). Over its neighbours in the same run a longer one hangs if they are kana, by
/// a quarter of them: half a ruby em, half of what §3.3.8 allows, so that two readings over one kana never touch. Over
/// kanji and marks, and beyond an end of the line, it never hangs.
namespace besshi::text {

/// Shapes the readings of `runs` and makes room for them in the glyphs of their bases, whose places for line breaks
/// become such of need only (cl-22, JLREQ Table 2). Errors as `shape`.
Result<void> add_readings(const FontSet& fonts, std::span<const StyledRun> runs, ShapedText& shaped);

/// Places the readings of lines whose glyphs are placed.
void place_readings(const FontSet& fonts, const ShapedText& text, const Measure& measure, BrokenText& broken);

}  // namespace besshi::text
