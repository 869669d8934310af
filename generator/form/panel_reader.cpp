#include "form/block_reader.h"
#include "form/cell_reader.h"
#include "form/diagnostics.h"
#include "form/line_cells.h"
#include "form/panel_check.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::form {

namespace {

constexpr std::string_view repeat_hint = "くり返す panel に repeat = \"並びの名前\" と合わせて書きます。";

/// Name of a repeated element, its path and how often it stands in a line.
std::optional<Each> read_each(TableReader& block, const Scope& scope) {
    const Node* node = block.find("each");
    if (!node) return std::nullopt;
    TableReader reader(*node, block.faults());
    Each each;
    each.count = reader.count("count", 1, 100).value_or(0);
    if (each.count == 0 && !reader.find("count")) block.faults().add(kinds::key_missing, node->place, {"count"});
    for (const Member& member : reader.members()) {
        if (member.key == "count") continue;
        if (!each.as.empty()) {
            block.faults().add(kinds::key_unknown, member.place, {member.key, ""});
            continue;
        }
        each.as = member.key;
        const std::optional<std::string> path = to_text(member.value, block.faults());
        if (!path) continue;
        each.path = *path;
        const field::Field* list = expect_repeatable(*path, member.value.place, scope, block.faults());
        if (!list) continue;
        each.field = element_of(list, scope.table());
        if (list->kind == field::Kind::map && list->enumeration &&
            each.count > static_cast<int>(list->enumeration->codes.size()))
            block.faults().add(kinds::value_range, reader.place_of("count"),
                               {"1", fmt::format("{}", list->enumeration->codes.size())});
    }
    if (each.as.empty()) block.faults().add(kinds::key_missing, node->place, {"（くり返す項目の名前）"});
    return each;
}

/// `repeat`, `as`, `min_repeat`.
std::optional<Repeat> read_repeat(TableReader& block, const Scope& scope) {
    if (!block.find("repeat")) {
        for (const std::string_view key : {"as", "min_repeat"})
            if (const Node* node = block.find(key))
                block.faults().add(kinds::key_unknown, node->place, {key, repeat_hint});
        return std::nullopt;
    }
    Repeat repeat;
    repeat.path = block.text("repeat").value_or("");
    repeat.as = block.text("as", Presence::required).value_or("");
    if (!repeat.path.empty())
        repeat.field = expect_repeatable(repeat.path, block.place_of("repeat"), scope, block.faults());
    repeat.min = read_least(block, "min_repeat", repeat.field, scope);
    return repeat;
}

struct PanelSource {
    std::vector<PanelLine> lines;
    std::vector<Place> places;          ///< of the cells of each line
    std::vector<std::string> repeated;  ///< names that stand in a group
};

void read_line(const Node& node, const std::optional<Each>& each, const Surroundings& around, PanelSource& source) {
    TableReader reader(node, around.faults);
    PanelLine line;
    line.min_height = reader.millimetres("min", Presence::required).value_or(Length{});
    line.condition = read_condition(reader, around.scope);
    line.bottom = reader.word<Stroke>("bottom", stroke_words);
    const Node* cells = reader.require("cells");
    if (cells && expect_kind(*cells, Node::Kind::text, around.faults)) {
        const std::vector<LineItem> items =
            read_line_items(*cells, each ? std::string_view(each->as) : std::string_view{}, around.faults);
        for (const LineItem& item : items)
            if (item.group > 0) source.repeated.push_back(item.name);
        line.cells = expand(items, each ? std::max(each->count, 1) : 1);
    }
    reader.finish();
    source.places.push_back(cells ? cells->place : node.place);
    source.lines.push_back(std::move(line));
}

PanelSource read_lines(TableReader& block, const std::optional<Each>& each, const Surroundings& around) {
    PanelSource source;
    const Node* node = block.require("lines");
    if (!node || !expect_kind(*node, Node::Kind::array, around.faults)) return source;
    for (const Node& item : node->items) read_line(item, each, around, source);
    if (source.lines.empty()) around.faults.add(kinds::panel_empty, node->place);
    return source;
}

/// `[block.label]` or `[block.cell]`.
void read_cells(const Node& node, CellRole role, const PanelSource& source, const std::optional<Each>& each,
                const Surroundings& around, Panel& panel) {
    if (!expect_kind(node, Node::Kind::table, around.faults)) return;
    const std::string_view fallback = role == CellRole::label ? default_styles::label : default_styles::value;
    const Surroundings inside = each ? around.with(each->as, each->field) : around;
    for (const Member& member : node.members) {
        const bool repeated = std::ranges::find(source.repeated, member.key) != source.repeated.end();
        CellTemplate cell =
            read_cell(member.value, {member.key, role, fallback, member.place}, repeated ? inside : around);
        if (!panel.cells.emplace(member.key, std::move(cell)).second)
            around.faults.add(kinds::name_twice, member.place, {member.key});
    }
}

}  // namespace

Panel read_panel(TableReader& block, const Surroundings& surroundings) {
    Panel panel;
    panel.repeat = read_repeat(block, surroundings.scope);
    const field::Field* element = panel.repeat ? element_of(panel.repeat->field, surroundings.scope.table()) : nullptr;
    const Surroundings around = surroundings.with(element ? panel.repeat->as : "", element);
    panel.each = read_each(block, around.scope);
    PanelSource source = read_lines(block, panel.each, around);
    if (const Node* labels = block.find("label"))
        read_cells(*labels, CellRole::label, source, panel.each, around, panel);
    if (const Node* cells = block.find("cell")) read_cells(*cells, CellRole::value, source, panel.each, around, panel);
    panel.lines = std::move(source.lines);
    check_panel(panel, source.places, around);
    find_label_targets(panel, around.faults);
    return panel;
}

}  // namespace besshi::form
