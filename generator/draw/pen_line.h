#pragma once

#include "draw/draw.h"

namespace besshi::draw {

/// Lines to write on in a box that is left for the pen, evenly spaced, at least 8 mm apart: ruled paper for
/// children and offices has 7 to 10 mm. None in a box with room for one line only, or too narrow for
/// a sentence.
void append_pen_lines(std::vector<Mark>& marks, const Rect& box);

}  // namespace besshi::draw
