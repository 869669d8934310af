#pragma once

#include "layout/layout.h"

namespace besshi::layout {

/// Which cells begin in which row of a grid; within a row in reading order.
class RowIndex {
public:
    explicit RowIndex(const fill::Grid& grid) : first_(grid.rows.size() + 1), cells_(grid.cells.size()) {
        for (const fill::Cell& cell : grid.cells) ++first_[static_cast<std::size_t>(cell.row) + 1];
        for (std::size_t row = 1; row < first_.size(); ++row) first_[row] += first_[row - 1];
        std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            cells_[next[static_cast<std::size_t>(grid.cells[i].row)]++] = static_cast<std::uint32_t>(i);
        }
    }

    std::span<const std::uint32_t> cells_of(std::uint32_t row) const {
        return std::span(cells_).subspan(first_[row], first_[row + 1] - first_[row]);
    }

private:
    std::vector<std::uint32_t> first_;  ///< per row, into `cells_`
    std::vector<std::uint32_t> cells_;
};

}  // namespace besshi::layout
