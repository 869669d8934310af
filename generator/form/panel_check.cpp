#include "form/panel_check.h"

#include "form/block_reader.h"
#include "form/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <map>
#include <set>

namespace besshi::form {

namespace {

/// A cell of a panel, told from its namesakes in other elements of `each`.
struct CellKey {
    std::string_view name;
    int element = 0;
    auto operator<=>(const CellKey&) const = default;
};

struct Extent {
    int first = 0, span = 0;
    bool operator==(const Extent&) const = default;
};

using LineExtents = std::map<CellKey, Extent>;

LineExtents extents_of(const PanelLine& line) {
    LineExtents extents;
    int column = 0;
    for (const LineCell& cell : line.cells) {
        if (!cell.name.empty()) extents.emplace(CellKey{cell.name, cell.repeat}, Extent{column, cell.span});
        column += cell.span;
    }
    return extents;
}

/// The lines that print under each setting of the boolean parameters the panel's lines ask for.
std::vector<std::vector<std::size_t>> visible_lines(const Panel& panel) {
    std::vector<std::string> parameters;
    for (const PanelLine& line : panel.lines)
        if (line.condition && std::ranges::find(parameters, line.condition->parameter) == parameters.end())
            parameters.push_back(line.condition->parameter);
    constexpr std::size_t most_parameters = 8;
    const std::size_t settings = std::size_t{1} << std::min(parameters.size(), most_parameters);

    std::vector<std::vector<std::size_t>> all;
    for (std::size_t setting = 0; setting < settings; ++setting) {
        std::vector<std::size_t> lines;
        for (std::size_t i = 0; i < panel.lines.size(); ++i) {
            const std::optional<Condition>& condition = panel.lines[i].condition;
            if (condition) {
                const auto bit = std::ranges::find(parameters, condition->parameter) - parameters.begin();
                if (((setting >> bit & 1) != 0) != condition->wanted) continue;
            }
            lines.push_back(i);
        }
        all.push_back(std::move(lines));
    }
    return all;
}

void check_lines(const Panel& panel, const std::vector<Place>& places, const Surroundings& around) {
    for (std::size_t i = 0; i < panel.lines.size(); ++i) {
        int columns = 0;
        std::set<CellKey> seen;
        for (const LineCell& cell : panel.lines[i].cells) {
            columns += cell.span;
            if (!cell.name.empty() && !seen.insert({cell.name, cell.repeat}).second)
                around.faults.add(kinds::cell_twice, places[i], {cell.name});
        }
        if (columns != around.columns())
            around.faults.add(kinds::line_sum, places[i],
                              {fmt::format("{}", columns), fmt::format("{}", around.columns())});
    }
}

void check_names(const Panel& panel, const std::vector<Place>& places, Faults& faults) {
    std::set<std::string_view> used;
    std::vector<std::string_view> defined;
    for (const auto& [name, cell] : panel.cells) defined.push_back(name);
    for (std::size_t i = 0; i < panel.lines.size(); ++i) {
        for (const LineCell& cell : panel.lines[i].cells) {
            used.insert(cell.name);
            if (!cell.name.empty() && !panel.cells.contains(cell.name))
                faults.add(kinds::cell_undefined, places[i],
                           {cell.name, suggestion(find_nearest(cell.name, defined),
                                                  "[block.label] か [block.cell] に、その名前の行を書いてください。")});
        }
    }
    for (const auto& [name, cell] : panel.cells)
        if (!used.contains(name)) faults.add(kinds::cell_unused, {cell.line, cell.column}, {name});
}

/// Follows one setting line by line: a cell goes on in the next line with the same columns, and does not come
/// back once it has ended.
void check_rectangles(const std::vector<LineExtents>& extents, const std::vector<std::size_t>& lines,
                      const std::vector<Place>& places, Faults& faults) {
    std::set<CellKey> ended;
    const LineExtents none;
    const LineExtents* above = &none;
    for (const std::size_t line : lines) {
        for (const auto& [key, extent] : extents[line]) {
            const auto over = above->find(key);
            const bool fits = over == above->end() ? !ended.contains(key) : over->second == extent;
            if (!fits) faults.add(kinds::merge_shape, places[line], {key.name});
        }
        for (const auto& [key, extent] : *above)
            if (!extents[line].contains(key)) ended.insert(key);
        above = &extents[line];
    }
}

void check_signatures(const Panel& panel, const std::vector<LineExtents>& extents,
                      const std::vector<std::size_t>& lines, const Surroundings& around) {
    for (const auto& [name, cell] : panel.cells) {
        if (!std::holds_alternative<SignContent>(cell.content)) continue;
        Length width, height;
        for (const std::size_t line : lines) {
            const auto extent = std::ranges::find(extents[line], name, [](const auto& e) { return e.first.name; });
            if (extent == extents[line].end()) continue;
            width = width_of(around.ruler, extent->second.first, extent->second.span);
            height += panel.lines[line].min_height;
        }
        if (height > Length{}) check_signature_place(cell, width, height, around.faults);
    }
}

}  // namespace

void check_panel(const Panel& panel, const std::vector<Place>& places, const Surroundings& around) {
    check_lines(panel, places, around);
    check_names(panel, places, around.faults);
    std::vector<LineExtents> extents;
    for (const PanelLine& line : panel.lines) extents.push_back(extents_of(line));
    for (const std::vector<std::size_t>& lines : visible_lines(panel)) {
        check_rectangles(extents, lines, places, around.faults);
        check_signatures(panel, extents, lines, around);
    }
}

void find_label_targets(Panel& panel, Faults& faults) {
    std::set<std::string_view> given;            // labels that say what they head
    std::set<std::string, std::less<>> claimed;  // cells that such a label names
    std::vector<std::string_view> names;
    for (const auto& [name, cell] : panel.cells) names.push_back(name);
    for (const auto& [name, cell] : panel.cells) {
        if (!cell.labels.empty()) given.insert(name);
        for (const std::string& target : cell.labels) {
            claimed.insert(target);
            if (!panel.cells.contains(target))
                faults.add(kinds::label_of, {cell.line, cell.column},
                           {name, target, suggestion(find_nearest(target, names))});
        }
    }
    for (const PanelLine& line : panel.lines) {
        CellTemplate* label = nullptr;
        for (const LineCell& placed : line.cells) {
            const auto cell = panel.cells.find(placed.name);
            if (cell == panel.cells.end()) continue;
            if (cell->second.role == CellRole::label) {
                const bool is_title = cell->second.style.heading > 0;
                label = is_title || given.contains(placed.name) ? nullptr : &cell->second;
            } else if (label && !claimed.contains(placed.name) &&
                       std::ranges::find(label->labels, placed.name) == label->labels.end()) {
                label->labels.push_back(placed.name);
            }
        }
    }
}

}  // namespace besshi::form
