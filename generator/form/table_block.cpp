#include "form/block_reader.h"
#include "form/cell_reader.h"
#include "form/diagnostics.h"
#include "form/table_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace besshi::form {

namespace {

constexpr int most_row_lines = 20;
constexpr int most_across = 20;

/// The list, or the fixed-key map, whose elements are the rows; `as` names one of them.
void read_rows(TableReader& block, const Scope& scope, Table& table) {
    table.rows_path = block.text("rows", Presence::required).value_or("");
    table.as = block.text("as", Presence::required).value_or("");
    if (table.rows_path.empty()) return;
    const Place place = block.place_of("rows");
    table.rows_field = expect_repeatable(table.rows_path, place, scope, block.faults());
}

/// The label left of the table; torn by a page break it says so on the next page.
std::optional<TableLead> read_lead(TableReader& block, const Surroundings& around) {
    const Node* node = block.find("lead");
    if (!node) return std::nullopt;
    TableReader reader(*node, around.faults);
    TableLead lead;
    lead.span = reader.count("span", 1, 1000).value_or(1);
    const StylePatch patch = read_style_patch(reader);
    lead.cell = read_cell(reader, patch, {"lead", CellRole::label, default_styles::label, node->place}, around);
    lead.cell.role = CellRole::label;
    if (lead.cell.continued.empty()) lead.cell.continued = "\n（つづき）";
    reader.finish();
    return lead;
}

void read_groups(TableReader& block, const Surroundings& around, Table& table) {
    const Node* groups = block.find("group");
    if (!groups || !expect_kind(*groups, Node::Kind::table, around.faults)) return;
    for (const Member& member : groups->members) {
        TableReader reader(member.value, around.faults);
        ColumnGroup group{member.key, {}};
        const Node* heading = reader.require("heading");
        if (heading)
            group.heading =
                read_cell(*heading, {member.key, CellRole::label, default_styles::head, heading->place}, around);
        reader.finish();
        for (const TableColumn& column : table.columns)
            if (column.group == group.name)
                for (const CellTemplate& cell : column.cells) group.heading.labels.push_back(cell.name);
        if (heading && group.heading.labels.empty()) around.faults.add(kinds::cell_unused, member.place, {member.key});
        table.groups.push_back(std::move(group));
    }
}

void check_groups(const Table& table, const std::vector<Place>& places, Faults& faults) {
    std::set<std::string_view> ended;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string& group = table.columns[i].group;
        if (i > 0 && table.columns[i - 1].group != group) ended.insert(table.columns[i - 1].group);
        if (group.empty()) continue;
        if (std::ranges::find(table.groups, group, &ColumnGroup::name) == table.groups.end())
            faults.add(kinds::group_unknown, places[i], {group});
        else if (ended.contains(group))
            faults.add(kinds::group_apart, places[i], {group});
    }
}

/// Records side by side share their lines, so that neither a record nor a cell may be higher than one.
void check_across(TableReader& block, const Table& table, const std::vector<Place>& places) {
    if (table.across == 1) return;
    constexpr std::string_view hint = "横に並べる表では、一件はいつも一行です。";
    if (table.row_lines > 1)
        block.faults().add(kinds::key_conflict, block.place_of("row_lines"), {"row_lines", "across", hint});
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].merge_equal) block.faults().add(kinds::key_conflict, places[i], {"merge", "across", hint});
}

void check_columns(const Table& table, const std::vector<Place>& places, const Surroundings& around) {
    int column = table.lead ? table.lead->span : 0;
    int record_columns = 0;
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const TableColumn& source = table.columns[i];
        for (const CellTemplate& cell : source.cells) {
            if (!names.insert(cell.name).second) around.faults.add(kinds::name_twice, places[i], {cell.name});
            check_signature_place(cell, width_of(around.ruler, column, source.span),
                                  table.row_min / static_cast<std::int64_t>(source.cells.size()), around.faults);
        }
        column += source.span;
        record_columns += source.span;
    }
    const int columns = column + record_columns * (table.across - 1);
    if (columns != around.columns() && !places.empty())
        around.faults.add(kinds::line_sum, places.front(),
                          {fmt::format("{}", columns), fmt::format("{}", around.columns())});
}

void head_all_columns(Table& table) {
    if (!table.lead) return;
    for (const TableColumn& column : table.columns)
        for (const CellTemplate& cell : column.cells) table.lead->cell.labels.push_back(cell.name);
}

}  // namespace

Table read_table(TableReader& block, const Surroundings& around) {
    Table table;
    read_rows(block, around.scope, table);
    table.row_lines = block.count("row_lines", 1, most_row_lines).value_or(1);
    table.across = block.count("across", 1, most_across).value_or(1);
    table.heading_min = block.millimetres("heading_min").value_or(Length{});
    table.row_min = block.millimetres("row_min", Presence::required).value_or(Length{});
    table.repeat_heading = block.flag("repeat_heading").value_or(true);
    table.min_rows = read_least(block, "min_rows", table.rows_field, around.scope);
    table.lead = read_lead(block, around);

    const field::Field* element = element_of(table.rows_field, around.scope.table());
    const Surroundings inside = around.with(table.as, element);
    std::vector<Place> places;
    const Node* columns = block.require("column");
    if (columns && expect_kind(*columns, Node::Kind::array, around.faults)) {
        for (const Node& column : columns->items) {
            table.columns.push_back(
                read_column(column, {static_cast<int>(places.size()) + 1, table.row_lines}, inside));
            places.push_back(column.place);
        }
    }
    read_groups(block, around, table);
    check_groups(table, places, around.faults);
    check_across(block, table, places);
    check_columns(table, places, around);
    head_all_columns(table);
    return table;
}

}  // namespace besshi::form
