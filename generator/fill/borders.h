#pragma once

#include "fill/filled_form.h"

namespace besshi::fill {

/// Turns the strokes cells ask for (`Cell::borders`, absent = no wish) into the strokes they get: every side
/// set, both neighbours of an edge agreeing. Inside the box an edge without a wish gets `box.inner`; its
/// outline, which runs round the cells that are not blank, gets at least `box.outer`. Between two wishes the
/// stronger wins: none < hair < thin < dashed < medium. A side that faces several neighbours has one stroke.
void decide_borders(Grid& grid, int columns);

}  // namespace besshi::fill
