#include "layout/row_height.h"

#include <algorithm>
#include <numeric>

namespace besshi::layout {

namespace {

/// Weights are counted in it, so that their products stay far from the end of 64 bits.
constexpr Length hundredth_of_mm{Length::per_mm / 100};

/// Adds `surplus` to `rows` in proportion to `weights`, one for each; the parts add up exactly.
void share_out(Length surplus, std::span<Length> rows, const std::vector<std::int64_t>& weights) {
    const std::int64_t total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    std::int64_t seen = 0;
    Length given{0};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        seen += weights[i];
        const Length until_here = scale(surplus, seen, total);
        rows[i] += until_here - given;
        given = until_here;
    }
}

/// The last of several rows of one record: it grows, so that what stands in the others stays together.
bool ends_record(const fill::Grid& grid, std::size_t row) {
    const int record = grid.rows[row].record;
    const bool has_rows_above = row > 0 && grid.rows[row - 1].record == record;
    const bool goes_on = row + 1 < grid.rows.size() && grid.rows[row + 1].record == record;
    return grid.kind == fill::Grid::Kind::table && record >= 0 && has_rows_above && !goes_on;
}

/// How much each of the rows that `cell` spans takes of what the cell needs beyond their `heights`.
std::vector<std::int64_t> weigh(const fill::Grid& grid, const fill::Cell& cell, std::span<const Length> heights) {
    std::vector<std::int64_t> weights;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
        weights.push_back(ends_record(grid, static_cast<std::size_t>(row)) ? 1 : 0);
    }
    if (std::ranges::count(weights, 1) > 0) return weights;
    const bool no_height = std::ranges::all_of(heights, [](Length row) { return row < hundredth_of_mm; });
    const bool evenly = no_height || grid.kind == fill::Grid::Kind::timetable;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = evenly ? 1 : heights[i].units / hundredth_of_mm.units;
    }
    return weights;
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
        share_out(surplus, rows, weigh(grid, cell, rows));
    }
}

}  // namespace besshi::layout
