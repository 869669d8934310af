#pragma once

#include "sheet/sheet.h"

/// How a printed length becomes one of Excel's.
namespace besshi::sheet {

/// Printed size = Excel size × percent / 100. Chosen so that the body type is 11 points in Excel, which
/// is what a ward clerk's own sheets have: 10.2 pt → 93 %.
int comfortable_percent(Length body_size);

/// Excel's type size in half points, never below one point.
Length excel_type_size(Length printed, int percent);

/// Whole pixels nearest to a printed position counted from the edge of the grid. Widths and heights are
/// differences of positions, so that rounding never adds up.
Length excel_position(Length printed, int percent);

/// Widths between neighbouring edges, at least a pixel each (a column of no pixels would be hidden).
std::vector<Length> column_widths(std::span<const Length> edges, int percent);

}  // namespace besshi::sheet
