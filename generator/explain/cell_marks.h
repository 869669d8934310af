#pragma once

#include "explain/lettering.h"

/// What the overlay shows of one cell.
namespace besshi::explain {

/// A cell as it stands on a page.
struct StandingCell {
    const fill::Grid& grid;
    const fill::Cell& filled;
    const layout::MeasuredCell& measured;
    const layout::PlacedCell& placed;
};

/// Its box, the white inside its borders, its name with line and pointer, and what was done to make its text fit.
void append_cell_marks(std::vector<draw::Mark>& marks, Lettering& lettering, const StandingCell& cell,
                       std::span<const layout::Decision> decisions);

}  // namespace besshi::explain
