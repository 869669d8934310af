#pragma once

#include "layout/layout.h"

/// How high the rows of a grid become.
namespace besshi::layout {

std::vector<Length> minimum_heights(const fill::Grid& grid);

/// Raises `heights` until every cell has its `needs` (parallel to the cells; 0 = none): first cells of one
/// row, then spanning cells from narrow to wide spans, whose surplus is shared out over their rows: in a
/// table over the last rows of records of several rows, else by height, in a timetable evenly, so that its
/// axis stays true.
void grow_rows(std::vector<Length>& heights, const fill::Grid& grid, std::span<const Length> needs);

Length height_of_rows(std::span<const Length> heights, const fill::Cell& cell);

}  // namespace besshi::layout
