#pragma once

#include "text/text.h"

namespace besshi::text {

/// Breaks justified paragraphs, filled first fit, into as many lines again so that line adjustment has less to do in
/// the whole of each (the squares of what it gives and takes are least). Paragraphs that could only be broken in need,
/// or have several type sizes, stay as they are. `broken` has no glyphs yet.
void even_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure, BrokenText& broken);

}  // namespace besshi::text
