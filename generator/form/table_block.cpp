#include "form/block_reader.h"
#include "form/cell_reader.h"
#include "form/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace besshi::form {

namespace {

constexpr int most_rows = 1000;
constexpr int most_row_lines = 20;

/// The list whose elements are the rows; `as` names one of them.
void read_rows(TableReader& block, const Scope& scope, Table& table) {
    table.rows_path = block.text("rows", Presence::required).value_or("");
    table.as = block.text("as", Presence::required).value_or("");
    if (table.rows_path.empty()) return;
    const Place place = block.place_of("rows");
    const field::Field* list = scope.expect_field(table.rows_path, place, block.faults());
    if (!list) return;
    if (list->kind == field::Kind::list)
        table.rows_field = list;
    else
        block.faults().add(kinds::path_kind, place, {table.rows_path, to_japanese(list->kind), "「並び」"});
}

/// A number, or the parameter that gives it.
void read_min_rows(TableReader& block, const Scope& scope, Table& table) {
    const Node* node = block.find("min_rows");
    if (!node) return;
    if (node->kind != Node::Kind::text) {
        table.min_rows = block.count("min_rows", 0, most_rows).value_or(0);
        return;
    }
    if (const Parameter* parameter =
            scope.expect_parameter(node->text, Parameter::Type::count, node->place, block.faults()))
        table.min_rows_parameter = parameter->name;
}

std::optional<CellTemplate> read_heading(TableReader& reader, const std::string& name, const Surroundings& around) {
    const Node* node = reader.find("heading");
    if (!node) return std::nullopt;
    return read_cell(*node, {name + "_heading", CellRole::label, default_styles::head, node->place}, around);
}

class ColumnReader {
public:
    ColumnReader(const Node& node, int row_lines, const Surroundings& around)
        : node_(node), reader_(node, around.faults), row_lines_(row_lines), around_(around) {}

    TableColumn read(std::size_t number) {
        TableColumn column;
        column.span = reader_.count("span", 1, 1000).value_or(1);
        column.group = reader_.text("group").value_or("");
        column.merge_equal = read_merge();
        const std::optional<std::string> name = reader_.text("name");
        if (const Node* lines = reader_.find("lines")) {
            column.between = reader_.word<Stroke>("between", stroke_words);
            read_lines(*lines, column);
        } else {
            const StylePatch patch = read_style_patch(reader_, HeadingKey::column_text);
            column.cells.push_back(read_cell(
                reader_, patch, {name.value_or(""), CellRole::value, default_styles::value, node_.place}, around_));
        }
        const std::string column_name = name ? *name : name_from_cells(column, number);
        name_cells(column, column_name);
        column.heading = read_heading(reader_, column_name, around_);
        if (column.heading)
            for (const CellTemplate& cell : column.cells) column.heading->labels.push_back(cell.name);
        reader_.finish();
        return column;
    }

private:
    bool read_merge() {
        constexpr std::array words{Word<bool>{"equal", true}};
        return reader_.word<bool>("merge", words).value_or(false);
    }

    /// One cell for each Excel row of the record; what the column says of looks holds for all of them.
    void read_lines(const Node& lines, TableColumn& column) {
        const StylePatch shared = read_style_patch(reader_, HeadingKey::column_text);
        const std::optional<std::string> style = reader_.text("style");
        if (!expect_kind(lines, Node::Kind::array, around_.faults)) return;
        if (static_cast<int>(lines.items.size()) != row_lines_)
            around_.faults.add(kinds::table_lines, lines.place,
                               {fmt::format("{}", lines.items.size()), fmt::format("{}", row_lines_)});
        for (const Node& item : lines.items) {
            TableReader line(item, around_.faults);
            const StylePatch own = read_style_patch(line);
            const std::string_view fallback = style ? std::string_view(*style) : default_styles::value;
            CellTemplate cell =
                read_cell(line, shared.overlaid(own), {"", CellRole::value, fallback, item.place}, around_);
            line.finish();
            column.cells.push_back(std::move(cell));
        }
        if (style) around_.styles.resolve(reader_, shared, {});  // for the fault, if there is no such style
    }

    static std::string name_from_cells(const TableColumn& column, std::size_t number) {
        std::string printed = column.cells.size() == 1 ? name_from_content(column.cells.front().content) : "";
        return printed.empty() ? fmt::format("column{}", number) : printed;
    }

    /// The only cell is called as its column; of several each after what it prints.
    static void name_cells(TableColumn& column, const std::string& column_name) {
        if (column.cells.size() == 1) {
            column.cells.front().name = column_name;
            return;
        }
        for (std::size_t i = 0; i < column.cells.size(); ++i) {
            CellTemplate& cell = column.cells[i];
            if (cell.role == CellRole::value) cell.name = name_from_content(cell.content);
            if (cell.name.empty()) cell.name = fmt::format("{}_{}", column_name, i + 1);
        }
    }

    const Node& node_;
    TableReader reader_;
    int row_lines_;
    const Surroundings& around_;
};

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

void check_columns(const Table& table, const std::vector<Place>& places, const Surroundings& around) {
    int columns = 0;
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const TableColumn& column = table.columns[i];
        for (const CellTemplate& cell : column.cells) {
            if (!names.insert(cell.name).second) around.faults.add(kinds::name_twice, places[i], {cell.name});
            check_signature_place(cell, width_of(around.ruler, columns, column.span),
                                  table.row_min / static_cast<std::int64_t>(column.cells.size()), around.faults);
        }
        columns += column.span;
    }
    if (columns != around.columns() && !places.empty())
        around.faults.add(kinds::line_sum, places.front(),
                          {fmt::format("{}", columns), fmt::format("{}", around.columns())});
}

}  // namespace

Table read_table(TableReader& block, const Surroundings& around) {
    Table table;
    read_rows(block, around.scope, table);
    table.row_lines = block.count("row_lines", 1, most_row_lines).value_or(1);
    table.heading_min = block.millimetres("heading_min").value_or(Length{});
    table.row_min = block.millimetres("row_min", Presence::required).value_or(Length{});
    table.repeat_heading = block.flag("repeat_heading").value_or(true);
    read_min_rows(block, around.scope, table);

    const field::Field* element = element_of(table.rows_field, around.scope.table());
    const Surroundings inside = around.with(table.as, element);
    std::vector<Place> places;
    const Node* columns = block.require("column");
    if (columns && expect_kind(*columns, Node::Kind::array, around.faults)) {
        for (const Node& column : columns->items) {
            table.columns.push_back(ColumnReader(column, table.row_lines, inside).read(places.size() + 1));
            places.push_back(column.place);
        }
    }
    read_groups(block, around, table);
    check_groups(table, places, around.faults);
    check_columns(table, places, around);
    return table;
}

}  // namespace besshi::form
