#include "fill/cell_text.h"
#include "fill/fill_cell.h"
#include "fill/grids.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace besshi::fill {

namespace {

using form::CellTemplate;
using form::TableColumn;

/// Part `index` of `whole` shared out into `count` parts; the last takes what is left over.
Length share(Length whole, int count, int index) {
    const Length part = whole / count;
    return index + 1 < count ? part : whole - part * (count - 1);
}

/// Characters of a cell whose content is text; nothing else merges.
std::string merge_text(const Cell& cell) {
    const Text* text = std::get_if<Text>(&cell.content);
    return text ? plain_text(text->runs) : std::string{};
}

class TableFiller {
public:
    TableFiller(const form::Table& table, const Scope& scope, Grid& grid, Diagnostics& faults)
        : table_(table), scope_(scope), grid_(grid), faults_(faults), open_merges_(table.columns.size()) {}

    void fill() {
        add_headings();
        const Binding rows = bind_name(scope_, table_.as, table_.rows_path);
        const plan::Value* list = scope_.find(table_.rows_path);
        const auto elements = list ? list->elements() : std::span<const plan::Value* const>{};
        const int count = std::max(static_cast<int>(elements.size()), least_rows());
        for (int record = 0; record < count; ++record) {
            const bool given = record < static_cast<int>(elements.size());
            Binding row = rows;
            row.value = given ? elements[static_cast<std::size_t>(record)] : nullptr;
            row.place = given ? Binding::Place::data : Binding::Place::filler;
            add_record(record, Scope(scope_, std::move(row)));
        }
        relate_headings();
        sort_into_reading_order(grid_.cells);
    }

private:
    int least_rows() const {
        if (table_.min_rows_parameter.empty()) return table_.min_rows;
        const std::string& text = scope_.source().parameters.at(table_.min_rows_parameter);
        int rows = 0;
        std::from_chars(text.data(), text.data() + text.size(), rows);
        return rows;
    }

    const form::ColumnGroup* find_group(const std::string& name) const {
        const auto group = std::ranges::find(table_.groups, name, &form::ColumnGroup::name);
        return name.empty() || group == table_.groups.end() ? nullptr : &*group;
    }

    /// Whether headings stand under a group's heading, so that there are two rows of them.
    bool has_second_heading_row(std::string_view group) const {
        return std::ranges::any_of(table_.columns, [&](const TableColumn& column) {
            return column.group == group && find_group(column.group) && column.heading;
        });
    }

    int heading_row_count() const {
        const auto has_heading = [](const TableColumn& column) { return column.heading.has_value(); };
        const bool two = std::ranges::any_of(
            table_.groups, [&](const form::ColumnGroup& group) { return has_second_heading_row(group.name); });
        if (two) return 2;
        return std::ranges::any_of(table_.columns, has_heading) || !table_.groups.empty() ? 1 : 0;
    }

    void add_headings() {
        const int rows = heading_row_count();
        for (int row = 0; row < rows; ++row) {
            grid_.rows.push_back({share(table_.heading_min, rows, row), -1, table_.repeat_heading});
        }
        if (rows == 0) return;
        int ruler_column = 0;
        std::string_view open_group;
        for (const TableColumn& column : table_.columns) {
            const form::ColumnGroup* group = find_group(column.group);
            const int group_rows = group ? (has_second_heading_row(group->name) ? 1 : rows) : 0;
            if (group && open_group != group->name) add_group_heading(*group, ruler_column, group_rows);
            open_group = group ? std::string_view(group->name) : std::string_view{};
            if (group_rows < rows) add_column_heading(column, ruler_column, group_rows, rows - group_rows);
            ruler_column += column.span;
        }
    }

    void add_group_heading(const form::ColumnGroup& group, int ruler_column, int rows) {
        int span = 0;
        for (const TableColumn& column : table_.columns) span += column.group == group.name ? column.span : 0;
        add_heading(group.heading, fmt::format("{}.group.{}", grid_.name, group.name), {0, ruler_column, rows, span});
    }

    void add_column_heading(const TableColumn& column, int ruler_column, int row, int rows) {
        const Place place{row, ruler_column, rows, column.span};
        std::string name = fmt::format("{}.heading.{}", grid_.name, column.cells.front().name);
        if (column.heading) return add_heading(*column.heading, std::move(name), place);
        Cell nothing = empty_cell(column.cells.front(), scope_);
        nothing.name = std::move(name);
        nothing.is_heading = true;
        put(std::move(nothing), place);
    }

    struct Place {
        int row, column, row_span, column_span;
    };

    void add_heading(const CellTemplate& source, std::string name, Place place) {
        Cell cell = fill_cell(source, scope_, faults_);
        cell.name = std::move(name);
        cell.role = form::CellRole::label;
        cell.is_heading = true;
        put(std::move(cell), place);
        headings_.push_back({&source, grid_.cells.size() - 1});
    }

    void put(Cell cell, Place place) {
        cell.row = place.row;
        cell.column = place.column;
        cell.row_span = place.row_span;
        cell.column_span = place.column_span;
        grid_.cells.push_back(std::move(cell));
    }

    void add_record(int record, const Scope& row_scope) {
        const int first_row = static_cast<int>(grid_.rows.size());
        for (int line = 0; line < table_.row_lines; ++line) {
            grid_.rows.push_back({share(table_.row_min, table_.row_lines, line), record, false});
        }
        int ruler_column = 0;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const TableColumn& column = table_.columns[i];
            const int lines = static_cast<int>(column.cells.size());
            for (int line = 0; line < lines; ++line) {
                const CellTemplate& source = column.cells[static_cast<std::size_t>(line)];
                Cell cell = fill_cell(source, row_scope, faults_);
                cell.name = fmt::format("{}.{}.{}", grid_.name, record + 1, source.name);
                if (lines > 1) wish_between(cell, column, line);
                const Place place{first_row + line, ruler_column, lines > 1 ? 1 : table_.row_lines, column.span};
                if (column.merge_equal && joins_above(cell, i, place)) continue;
                put(std::move(cell), place);
                cells_of_[source.name].push_back(grid_.cells.size() - 1);
                if (column.merge_equal) open_merges_[i] = grid_.cells.size() - 1;
            }
            ruler_column += column.span;
        }
    }

    /// The strokes between the lines of one record.
    static void wish_between(Cell& cell, const TableColumn& column, int line) {
        const form::Stroke stroke = column.between.value_or(form::Stroke::none);
        if (line > 0 && !cell.borders.top) cell.borders.top = stroke;
        if (line + 1 < static_cast<int>(column.cells.size()) && !cell.borders.bottom) cell.borders.bottom = stroke;
    }

    /// Whether the record above has the same text in this column: the cell above then reaches down over this.
    bool joins_above(const Cell& cell, std::size_t column, const Place& place) {
        if (!open_merges_[column]) return false;
        Cell& above = grid_.cells[*open_merges_[column]];
        const std::string text = merge_text(cell);
        if (text.empty() || above.row + above.row_span != place.row || merge_text(above) != text) return false;
        above.row_span += place.row_span;
        return true;
    }

    void relate_headings() {
        for (const auto& [source, index] : headings_) {
            for (const std::string& name : source->labels) {
                const auto headed = cells_of_.find(name);
                if (headed == cells_of_.end()) continue;
                auto& labels = grid_.cells[index].labels;
                labels.insert(labels.end(), headed->second.begin(), headed->second.end());
            }
        }
    }

    struct Heading {
        const CellTemplate* source;
        std::size_t cell;
    };

    const form::Table& table_;
    const Scope& scope_;
    Grid& grid_;
    Diagnostics& faults_;
    std::vector<Heading> headings_;
    std::map<std::string_view, std::vector<std::size_t>> cells_of_;  ///< by column cell
    std::vector<std::optional<std::size_t>> open_merges_;            ///< last cell per merging column
};

}  // namespace

void fill_table(const form::Table& table, const Scope& scope, Grid& grid, Diagnostics& faults) {
    TableFiller(table, scope, grid, faults).fill();
}

}  // namespace besshi::fill
