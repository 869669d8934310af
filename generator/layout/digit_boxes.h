#pragma once

#include "layout/layout.h"

/// Numbers with each character in a box of its own.
namespace besshi::layout {

/// The advance of the widest character; 0 if there is none.
Length widest_character(const text::BrokenText& text);

/// Moves the characters of a text of one line into the middle of their boxes, the last one into the last of
/// `boxes` over `width`.
void spread_over_boxes(text::BrokenText& text, int boxes, Length width);

}  // namespace besshi::layout
