#include "fill/elements.h"
#include "fill/fill_cell.h"
#include "fill/grids.h"
#include "fill/parameters.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::fill {

namespace {

/// A placed cell and where it came from.
struct Placed {
    const form::CellTemplate* source = nullptr;  ///< null: `_`
    int element = 0;                             ///< of `each`, from 1; 0 = printed once
    std::size_t cell = 0;
};

class PanelFiller {
public:
    PanelFiller(const form::Panel& panel, const Scope& scope, Grid& grid, Diagnostics& faults)
        : panel_(panel), scope_(scope), grid_(grid), faults_(faults) {
        if (!panel.each) return;
        const form::Each& each = *panel.each;
        const Elements elements(scope, each.as, each.path, each.field->parent);
        for (int number = 1; number <= each.count; ++number) elements_.emplace_back(scope, elements.bind(number));
    }

    void fill() {
        for (const form::PanelLine& line : panel_.lines) {
            if (is_met(line.condition, scope_.source().parameters)) add_line(line);
        }
        for (Cell& cell : grid_.cells) underline(cell);
        for (const Placed& placed : placed_) relate(placed);
        sort_into_reading_order(grid_.cells);
    }

private:
    void add_line(const form::PanelLine& line) {
        const int row = static_cast<int>(grid_.rows.size());
        grid_.rows.push_back({line.min_height, -1, false});
        bottoms_.push_back(line.bottom);
        std::vector<Placed> above;
        std::swap(above, line_above_);
        int column = 0;
        for (const form::LineCell& place : line.cells) {
            const auto source = panel_.cells.find(place.name);
            if (source == panel_.cells.end())
                add_blank(place, row, column);
            else
                line_above_.push_back(continue_or_add(source->second, place, above, row, column));
            column += place.span;
        }
    }

    void add_blank(const form::LineCell& place, int row, int column) {
        Cell& cell = grid_.cells.emplace_back();
        cell.role = form::CellRole::blank;
        cell.content = Empty{};
        cell.row = row;
        cell.column = column;
        cell.column_span = place.span;
    }

    /// A name that stands again in the next line is one cell.
    Placed continue_or_add(const form::CellTemplate& source, const form::LineCell& place,
                           const std::vector<Placed>& above, int row, int column) {
        const auto same = std::ranges::find_if(
            above, [&](const Placed& other) { return other.source == &source && other.element == place.repeat; });
        if (same != above.end() && grid_.cells[same->cell].column == column) {
            ++grid_.cells[same->cell].row_span;
            return *same;
        }
        const Scope& scope = place.repeat > 0 ? element(place.repeat) : scope_;
        Cell cell = fill_cell(source, scope, faults_);
        cell.name = name_of(place);
        cell.row = row;
        cell.column = column;
        cell.column_span = place.span;
        grid_.cells.push_back(std::move(cell));
        placed_.push_back({&source, place.repeat, grid_.cells.size() - 1});
        return placed_.back();
    }

    /// `start.mon` for an element of a fixed-key map, `goal.2` for one of a list.
    std::string name_of(const form::LineCell& place) const {
        if (place.repeat == 0) return place.name;
        const Binding* binding = element(place.repeat).find_binding(panel_.each->as);
        return binding->key ? fmt::format("{}.{}", place.name, binding->key->code)
                            : fmt::format("{}.{}", place.name, place.repeat);
    }

    const Scope& element(int number) const { return elements_.at(static_cast<std::size_t>(number - 1)); }

    /// A line's wish for the edge below it, where the cell ends there.
    void underline(Cell& cell) const {
        const auto& bottom = bottoms_[static_cast<std::size_t>(cell.row + cell.row_span - 1)];
        if (cell.role != form::CellRole::blank) cell.borders.bottom = std::max(cell.borders.bottom, bottom);
    }

    /// A label heads the cells it names, in its own element if it stands in one.
    void relate(const Placed& label) {
        const std::vector<std::string>& names = label.source->labels;
        if (names.empty()) return;
        for (const Placed& other : placed_) {
            const bool reaches = label.element == 0 || label.element == other.element;
            const bool named = reaches && std::ranges::find(names, other.source->name) != names.end();
            if (named) grid_.cells[label.cell].labels.push_back(other.cell);
        }
    }

    const form::Panel& panel_;
    const Scope& scope_;
    Grid& grid_;
    Diagnostics& faults_;
    std::vector<Scope> elements_;                       ///< of `each`
    std::vector<std::optional<form::Stroke>> bottoms_;  ///< of the lines printed
    std::vector<Placed> placed_;
    std::vector<Placed> line_above_;
};

}  // namespace

void fill_panel(const form::Panel& panel, const Scope& scope, Grid& grid, Diagnostics& faults) {
    PanelFiller(panel, scope, grid, faults).fill();
}

}  // namespace besshi::fill
