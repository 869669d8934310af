#pragma once

#include "fill/filled_form.h"
#include "fill/scope.h"

namespace besshi::fill {

/// One block of the form as grids: name, gap and keeping together from the block, rows and cells from its
/// body, borders decided. A repeated panel is a grid for each element, `goal.1`, `goal.2` …, every other block
/// one, or none if no line of it prints. Faults are added to `faults`.
std::vector<Grid> fill_block(const form::Block& block, const Scope& scope, Diagnostics& faults);

/// The bodies. Each adds rows and cells, cells in reading order, their borders as wished.
void fill_panel(const form::Panel& panel, const Scope& scope, Grid& grid, Diagnostics& faults);
void fill_table(const form::Table& table, const Scope& scope, Grid& grid, Diagnostics& faults);
void fill_timetable(const form::Timetable& timetable, const Scope& scope, Grid& grid, Diagnostics& faults);

/// Sorts cells by row, then column; indexes in them follow.
void sort_into_reading_order(std::vector<Cell>& cells);

}  // namespace besshi::fill
