#include "draw/grid_line.h"

#include <algorithm>

namespace besshi::draw {

namespace {

using form::Stroke;

/// Strength in a conflict: medium, then what a form asks for on purpose (dashed), then thin, then hair.
Stroke stronger(Stroke a, Stroke b) {
    return std::max(a, b);
}
static_assert(Stroke::none < Stroke::hair && Stroke::hair < Stroke::thin && Stroke::thin < Stroke::dashed &&
              Stroke::dashed < Stroke::medium);

/// The edges of a page as a raster of ruler columns and row boundaries.
class EdgeRaster {
public:
    EdgeRaster(const std::vector<layout::PlacedRow>& rows, std::span<const Length> columns) : x_(columns) {
        for (const layout::PlacedRow& row : rows) {
            top_of_row_.push_back(boundary_at(row.top));
            bottom_of_row_.push_back(boundary_at(row.top + row.height));
        }
        horizontal_.resize(y_.size() * (x_.size() - 1), Stroke::none);
        vertical_.resize(y_.size() * x_.size(), Stroke::none);
    }

    void add(const layout::PlacedCell& placed, const fill::Cell& cell, Stroke top, Stroke bottom) {
        const std::size_t first = top_of_row_[placed.first_row];
        const std::size_t end = bottom_of_row_[placed.first_row + placed.row_count - 1];
        const auto left = static_cast<std::size_t>(cell.column);
        const auto right = static_cast<std::size_t>(cell.column + cell.column_span);
        for (std::size_t column = left; column < right; ++column) {
            strengthen(horizontal(first, column), top);
            strengthen(horizontal(end, column), bottom);
        }
        for (std::size_t row = first; row < end; ++row) {
            strengthen(vertical(row, left), cell.borders.left.value_or(Stroke::none));
            strengthen(vertical(row, right), cell.borders.right.value_or(Stroke::none));
        }
    }

    std::vector<Mark> rules() {
        std::vector<Mark> marks;
        const std::size_t columns = x_.size() - 1;
        for (std::size_t row = 0; row < y_.size(); ++row) {
            for (std::size_t from = 0; from < columns;) {
                const Stroke stroke = horizontal(row, from);
                std::size_t to = from + 1;
                while (to < columns && horizontal(row, to) == stroke) ++to;
                add_rule(marks, {x_[from], y_[row]}, {x_[to], y_[row]}, stroke);
                from = to;
            }
        }
        for (std::size_t column = 0; column <= columns; ++column) {
            for (std::size_t from = 0; from + 1 < y_.size();) {
                const Stroke stroke = vertical(from, column);
                std::size_t to = from + 1;
                while (to + 1 < y_.size() && vertical(to, column) == stroke) ++to;
                add_rule(marks, {x_[column], y_[from]}, {x_[column], y_[to]}, stroke);
                from = to;
            }
        }
        return marks;
    }

private:
    /// Rows are added from the top down.
    std::size_t boundary_at(Length y) {
        if (y_.empty() || y_.back() != y) y_.push_back(y);
        return y_.size() - 1;
    }

    Stroke& horizontal(std::size_t row, std::size_t column) { return horizontal_[row * (x_.size() - 1) + column]; }
    Stroke& vertical(std::size_t row, std::size_t column) { return vertical_[row * x_.size() + column]; }
    static void strengthen(Stroke& edge, Stroke stroke) { edge = stronger(edge, stroke); }

    static void add_rule(std::vector<Mark>& marks, Point from, Point to, Stroke stroke) {
        if (stroke == Stroke::none) return;
        marks.push_back({Rule{from, to, width_of(stroke), stroke, {}}, {}, ArtifactKind::layout});
    }

    std::span<const Length> x_;
    std::vector<Length> y_;
    std::vector<std::size_t> top_of_row_, bottom_of_row_;  ///< into `y_`
    std::vector<Stroke> horizontal_;                       ///< per boundary and ruler column
    std::vector<Stroke> vertical_;                         ///< per boundary (the edge below it) and ruler edge
};

/// Whether the rows of a grid are cut off above or below a row of the page.
struct Cut {
    bool above = false, below = false;
};

Cut cut_at(const layout::Page& page, const layout::PlacedCell& placed, const fill::Grid& grid) {
    const std::size_t last = placed.first_row + placed.row_count - 1;
    const layout::PlacedRow& top = page.rows[placed.first_row];
    const layout::PlacedRow& bottom = page.rows[last];
    const bool first_of_grid = placed.first_row == 0 || page.rows[placed.first_row - 1].grid != placed.grid;
    const bool last_of_grid = last + 1 == page.rows.size() || page.rows[last + 1].grid != placed.grid;
    return {.above = first_of_grid && (top.row > 0 || top.torn_above),
            .below = last_of_grid && (bottom.row + 1 < grid.rows.size() || bottom.torn_below)};
}

}  // namespace

Length width_of(Stroke stroke) {
    switch (stroke) {
        case Stroke::none:
            return Length{0};
        case Stroke::hair:
            return Length{Length::per_mm / 10};
        case Stroke::thin:
            return Length{Length::per_mm * 18 / 100};
        case Stroke::dashed:
            return Length{Length::per_mm * 18 / 100};
        case Stroke::medium:
            return Length{Length::per_mm / 2};
    }
    return Length{0};
}

std::vector<Mark> grid_lines(const layout::PagedForm& paged, const layout::Page& page) {
    EdgeRaster edges(page.rows, paged.ruler_edges);
    const fill::Section& section = paged.form.filled->sections[page.section];
    for (const layout::PlacedCell& placed : page.cells) {
        const fill::Grid& grid = section.grids[placed.grid];
        const fill::Cell& cell = grid.cells[placed.cell];
        Stroke top = cell.borders.top.value_or(Stroke::none);
        Stroke bottom = cell.borders.bottom.value_or(Stroke::none);
        const Cut cut = cut_at(page, placed, grid);
        if (cell.role != form::CellRole::blank) {
            if (cut.above) top = stronger(top, grid.box.outer);
            if (cut.below) bottom = stronger(bottom, grid.box.outer);
        }
        edges.add(placed, cell, top, bottom);
    }
    return edges.rules();
}

}  // namespace besshi::draw
