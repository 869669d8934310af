#include "form/table_column.h"

#include "form/block_reader.h"
#include "form/cell_reader.h"
#include "form/diagnostics.h"

#include <fmt/format.h>

#include <array>

namespace besshi::form {

namespace {

std::optional<CellTemplate> read_heading(TableReader& reader, const std::string& name, const Surroundings& around) {
    const Node* node = reader.find("heading");
    if (!node) return std::nullopt;
    return read_cell(*node, {name + "_heading", CellRole::label, default_styles::head, node->place}, around);
}

class ColumnReader {
public:
    ColumnReader(const Node& node, ColumnPlace place, const Surroundings& around)
        : node_(node), reader_(node, around.faults), place_(place), around_(around) {}

    TableColumn read() {
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
        const std::string column_name = name ? *name : name_from_cells(column, place_.number);
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
        if (static_cast<int>(lines.items.size()) != place_.row_lines)
            around_.faults.add(kinds::table_lines, lines.place,
                               {fmt::format("{}", lines.items.size()), fmt::format("{}", place_.row_lines)});
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

    static std::string name_from_cells(const TableColumn& column, int number) {
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
    ColumnPlace place_;
    const Surroundings& around_;
};

}  // namespace

TableColumn read_column(const Node& node, ColumnPlace place, const Surroundings& around) {
    return ColumnReader(node, place, around).read();
}

}  // namespace besshi::form
