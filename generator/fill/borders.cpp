#include "fill/borders.h"

#include <algorithm>
#include <array>

namespace besshi::fill {

namespace {

using form::Stroke;

/// `Stroke` is declared in rising strength, dashed after thin.
static_assert(Stroke::none < Stroke::hair && Stroke::hair < Stroke::thin && Stroke::thin < Stroke::dashed &&
              Stroke::dashed < Stroke::medium);

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

/// Unit edges of a grid: of each unit square the one above and the one left of it, one more row and column
/// at the far ends.
class Edges {
public:
    Edges(Grid& grid, int columns)
        : grid_(grid),
          rows_(static_cast<int>(grid.rows.size())),
          columns_(columns),
          owners_(static_cast<std::size_t>((rows_ + 2) * (columns_ + 2)), nobody),
          above_(owners_.size(), Stroke::none),
          before_(owners_.size(), Stroke::none) {}

    void decide() {
        place_cells();
        for (int row = 0; row <= rows_; ++row) {
            for (int column = 0; column <= columns_; ++column) decide_at(row, column);
        }
        while (level_sides()) {
        }
        for (Cell& cell : grid_.cells) hand_out(cell);
    }

private:
    std::size_t at(int row, int column) const {
        return static_cast<std::size_t>((row + 1) * (columns_ + 2) + column + 1);
    }

    void place_cells() {
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            const Cell& cell = grid_.cells[i];
            if (cell.role == form::CellRole::blank) continue;
            for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
                for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
                    owners_[at(row, column)] = i;
                }
            }
        }
    }

    void decide_at(int row, int column) {
        const std::size_t here = at(row, column);
        const std::size_t owner = owners_[here];
        above_[here] = stroke_between(owners_[at(row - 1, column)], owner, &form::Borders::bottom, &form::Borders::top);
        before_[here] =
            stroke_between(owners_[at(row, column - 1)], owner, &form::Borders::right, &form::Borders::left);
    }

    using Side = std::optional<Stroke> form::Borders::*;

    Stroke stroke_between(std::size_t first, std::size_t second, Side of_first, Side of_second) const {
        if (first == second) return Stroke::none;
        std::optional<Stroke> wish;
        if (first != nobody) wish = std::max(wish, grid_.cells[first].borders.*of_first);
        if (second != nobody) wish = std::max(wish, grid_.cells[second].borders.*of_second);
        const bool outline = first == nobody || second == nobody;
        return outline ? std::max(wish.value_or(Stroke::none), grid_.box.outer) : wish.value_or(grid_.box.inner);
    }

    /// The edges along one side of a cell.
    struct Run {
        std::vector<Stroke>* edges;
        std::size_t first, step;
        int count;
    };

    std::array<Run, 4> sides_of(const Cell& cell) {
        const std::size_t below = at(cell.row + cell.row_span, cell.column);
        const std::size_t after = at(cell.row, cell.column + cell.column_span);
        const std::size_t line = static_cast<std::size_t>(columns_ + 2);
        return {Run{&before_, at(cell.row, cell.column), line, cell.row_span},
                Run{&before_, after, line, cell.row_span}, Run{&above_, at(cell.row, cell.column), 1, cell.column_span},
                Run{&above_, below, 1, cell.column_span}};
    }

    static Stroke strongest(const Run& side) {
        Stroke stroke = Stroke::none;
        for (int i = 0; i < side.count; ++i) stroke = std::max(stroke, (*side.edges)[side.first + i * side.step]);
        return stroke;
    }

    /// Raises each side to its strongest edge; whether anything changed. Edges are shared, so that a raised
    /// side raises its neighbours' in the next round.
    bool level_sides() {
        bool changed = false;
        for (const Cell& cell : grid_.cells) {
            if (cell.role == form::CellRole::blank) continue;
            for (const Run& side : sides_of(cell)) {
                const Stroke stroke = strongest(side);
                for (int i = 0; i < side.count; ++i) {
                    Stroke& edge = (*side.edges)[side.first + i * side.step];
                    changed |= edge != stroke;
                    edge = stroke;
                }
            }
        }
        return changed;
    }

    void hand_out(Cell& cell) {
        if (cell.role == form::CellRole::blank) {
            cell.borders = {Stroke::none, Stroke::none, Stroke::none, Stroke::none};
            return;
        }
        const auto [left, right, top, bottom] = sides_of(cell);
        cell.borders = {strongest(left), strongest(right), strongest(top), strongest(bottom)};
    }

    Grid& grid_;
    int rows_, columns_;
    std::vector<std::size_t> owners_;     ///< index of the cell on a unit square, a margin of one all round
    std::vector<Stroke> above_, before_;  ///< edges by the unit square below or right of them
};

}  // namespace

void decide_borders(Grid& grid, int columns) {
    Edges(grid, columns).decide();
}

}  // namespace besshi::fill
