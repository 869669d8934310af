#include "fill/grids.h"

#include "fill/borders.h"
#include "fill/elements.h"
#include "fill/fill.h"
#include "fill/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace besshi::fill {

namespace {

struct BodyFiller {
    const Scope& scope;
    Grid& grid;
    Diagnostics& faults;

    void operator()(const form::Panel& panel) {
        grid.kind = Grid::Kind::panel;
        fill_panel(panel, scope, grid, faults);
    }
    void operator()(const form::Table& table) {
        grid.kind = Grid::Kind::table;
        fill_table(table, scope, grid, faults);
    }
    void operator()(const form::Timetable& timetable) {
        grid.kind = Grid::Kind::timetable;
        fill_timetable(timetable, scope, grid, faults);
    }
};

std::optional<Grid> fill_grid(const form::Block& block, const Scope& scope, Diagnostics& faults) {
    Grid grid;
    grid.name = block.name;
    grid.gap = block.gap;
    grid.keep = block.keep;
    grid.break_before = block.break_before;
    grid.box = block.box;
    grid.line = block.line;
    std::visit(BodyFiller{scope, grid, faults}, block.body);
    if (grid.rows.empty()) return std::nullopt;
    decide_borders(grid, static_cast<int>(scope.source().form.ruler.size()));
    return grid;
}

/// `goal.2` and, in it, `goal.2.aim`.
void number_names(Grid& grid, int number) {
    grid.name += fmt::format(".{}", number);
    for (Cell& cell : grid.cells) {
        if (!cell.name.empty()) cell.name = grid.name + "." + cell.name;
    }
}

/// Only the first begins a page or stays with the block above, only the last with the block below.
std::vector<Grid> fill_repeated(const form::Block& block, const form::Repeat& repeat, const Scope& scope,
                                Diagnostics& faults) {
    const Elements elements(scope, repeat.as, repeat.path, repeat.field);
    const int count = std::max(elements.count(), count_of(repeat.min, scope.source().parameters));
    std::vector<Grid> grids;
    for (int number = 1; number <= count; ++number) {
        auto grid = fill_grid(block, Scope(scope, elements.bind(number)), faults);
        if (!grid) continue;
        number_names(*grid, number);
        if (number > 1) grid->break_before = false;
        const bool inside = grid->keep == form::Keep::previous ? number > 1 : number < count;
        if (inside) grid->keep = form::Keep::none;
        grids.push_back(std::move(*grid));
    }
    return grids;
}

}  // namespace

std::vector<Grid> fill_block(const form::Block& block, const Scope& scope, Diagnostics& faults) {
    if (!is_met(block.condition, scope.source().parameters)) return {};
    const auto* panel = std::get_if<form::Panel>(&block.body);
    if (panel && panel->repeat) return fill_repeated(block, *panel->repeat, scope, faults);
    std::vector<Grid> grids;
    if (auto grid = fill_grid(block, scope, faults)) grids.push_back(std::move(*grid));
    return grids;
}

std::vector<const Cell*> labels_of(const Grid& grid, std::size_t cell) {
    std::vector<const Cell*> labels;
    for (const Cell& label : grid.cells) {
        if (std::ranges::find(label.labels, cell) != label.labels.end()) labels.push_back(&label);
    }
    return labels;
}

void sort_into_reading_order(std::vector<Cell>& cells) {
    std::vector<std::size_t> order(cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return std::tuple(cells[i].row, cells[i].column); });
    std::vector<std::size_t> new_index(cells.size());
    for (std::size_t i = 0; i < order.size(); ++i) new_index[order[i]] = i;

    std::vector<Cell> sorted;
    sorted.reserve(cells.size());
    for (const std::size_t i : order) sorted.push_back(std::move(cells[i]));
    for (Cell& cell : sorted) {
        for (std::size_t& headed : cell.labels) headed = new_index[headed];
        std::ranges::sort(cell.labels);
        if (cell.note) cell.note->target_cell = new_index[cell.note->target_cell];
    }
    cells = std::move(sorted);
}

}  // namespace besshi::fill
