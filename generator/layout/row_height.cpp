#include "layout/row_height.h"

#include <algorithm>
#include <numeric>

namespace besshi::layout {

namespace {

/// Weights are counted in it, so that their products stay far from the end of 64 bits.
constexpr Length hundredth_of_mm{Length::per_mm / 100};

/// Adds `surplus` to `rows` in proportion to `weights` of them; the parts add up exactly.
template <class Weight>
void share_out(Length surplus, std::span<Length> rows, Weight weight) {
    std::int64_t total = 0;
    for (const Length row : rows) total += weight(row);
    std::int64_t seen = 0;
    Length given{0};
    for (Length& row : rows) {
        seen += weight(row);
        const Length until_here = scale(surplus, seen, total);
        row += until_here - given;
        given = until_here;
    }
}

}  // namespace

std::vector<Length> minimum_heights(const fill::Grid& grid) {
    std::vector<Length> heights;
    heights.reserve(grid.rows.size());
    for (const fill::Row& row : grid.rows) heights.push_back(row.min_height);
    return heights;
}

Length height_of_rows(std::span<const Length> heights, const fill::Cell& cell) {
    const auto rows = heights.subspan(static_cast<std::size_t>(cell.row), static_cast<std::size_t>(cell.row_span));
    return std::accumulate(rows.begin(), rows.end(), Length{0});
}

void grow_rows(std::vector<Length>& heights, const fill::Grid& grid, std::span<const Length> needs) {
    std::vector<std::size_t> spanning;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const fill::Cell& cell = grid.cells[i];
        if (needs[i] == Length{0}) continue;
        if (cell.row_span > 1) {
            spanning.push_back(i);
            continue;
        }
        Length& height = heights[static_cast<std::size_t>(cell.row)];
        height = std::max(height, needs[i]);
    }
    std::ranges::stable_sort(spanning, {}, [&](std::size_t i) { return grid.cells[i].row_span; });
    for (const std::size_t i : spanning) {
        const fill::Cell& cell = grid.cells[i];
        const std::span rows =
            std::span(heights).subspan(static_cast<std::size_t>(cell.row), static_cast<std::size_t>(cell.row_span));
        const Length height = std::accumulate(rows.begin(), rows.end(), Length{0});
        const Length surplus = needs[i] - height;
        if (surplus <= Length{0}) continue;
        const bool no_height = std::ranges::all_of(rows, [](Length row) { return row < hundredth_of_mm; });
        const bool evenly = no_height || grid.kind == fill::Grid::Kind::timetable;
        if (evenly)
            share_out(surplus, rows, [](Length) { return std::int64_t{1}; });
        else
            share_out(surplus, rows, [](Length row) { return row.units / hundredth_of_mm.units; });
    }
}

}  // namespace besshi::layout
