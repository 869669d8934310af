#include "fill/fill_cell.h"
#include "fill/table_columns.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::fill {

namespace {

using form::ColumnGroup;
using form::TableColumn;

class HeadingFiller {
public:
    HeadingFiller(const form::Table& table, const Scope& scope, Grid& grid, Diagnostics& faults)
        : table_(table), scope_(scope), grid_(grid), faults_(faults), rows_(row_count()) {}

    std::vector<TableHeading> fill() {
        for (int row = 0; row < rows_; ++row) {
            grid_.rows.push_back({share(table_.heading_min, rows_, row), -1, table_.repeat_heading});
        }
        if (rows_ == 0) return {};
        const PlacedColumn* before = nullptr;
        const std::vector<PlacedColumn> columns = place_columns(table_);
        for (const PlacedColumn& column : columns) {
            add(column, before);
            before = &column;
        }
        return std::move(headings_);
    }

private:
    const ColumnGroup* find_group(const std::string& name) const {
        const auto group = std::ranges::find(table_.groups, name, &ColumnGroup::name);
        return name.empty() || group == table_.groups.end() ? nullptr : &*group;
    }

    /// Whether headings stand under a group's heading, so that there are two rows of them.
    bool has_second_row(std::string_view group) const {
        return std::ranges::any_of(table_.columns, [&](const TableColumn& column) {
            return column.group == group && find_group(column.group) && column.heading;
        });
    }

    int row_count() const {
        const auto has_heading = [](const TableColumn& column) { return column.heading.has_value(); };
        const auto has_two = [&](const ColumnGroup& group) { return has_second_row(group.name); };
        if (std::ranges::any_of(table_.groups, has_two)) return 2;
        return std::ranges::any_of(table_.columns, has_heading) || !table_.groups.empty() ? 1 : 0;
    }

    void add(const PlacedColumn& column, const PlacedColumn* before) {
        const ColumnGroup* group = find_group(column.source->group);
        const int group_rows = group ? (has_second_row(group->name) ? 1 : rows_) : 0;
        const bool goes_on = before && before->across == column.across && before->source->group == column.source->group;
        if (group && !goes_on) add_group(*group, column, group_rows);
        if (group_rows < rows_) add_column(column, group_rows);
    }

    void add_group(const ColumnGroup& group, const PlacedColumn& first, int rows) {
        int span = 0;
        for (const TableColumn& column : table_.columns) span += column.group == group.name ? column.span : 0;
        add_heading(group.heading, first, fmt::format("{}.group.{}", grid_.name, group.name), {0, rows, span});
    }

    void add_column(const PlacedColumn& column, int row) {
        const TableColumn& source = *column.source;
        const Place place{row, rows_ - row, source.span};
        std::string name = fmt::format("{}.heading.{}", grid_.name, source.cells.front().name);
        if (source.heading) return add_heading(*source.heading, column, std::move(name), place);
        put(empty_cell(source.cells.front(), scope_), column, std::move(name), place);
    }

    struct Place {
        int row, row_span, column_span;
    };

    void add_heading(const form::CellTemplate& source, const PlacedColumn& column, std::string name, Place place) {
        Cell cell = fill_cell(source, scope_, faults_);
        cell.role = form::CellRole::label;
        put(std::move(cell), column, std::move(name), place);
        headings_.push_back({&source, column.across, grid_.cells.size() - 1});
    }

    void put(Cell cell, const PlacedColumn& column, std::string name, Place place) {
        cell.name = column.across == 0 ? std::move(name) : fmt::format("{}.{}", name, column.across + 1);
        cell.is_heading = true;
        cell.row = place.row;
        cell.column = column.first;
        cell.row_span = place.row_span;
        cell.column_span = place.column_span;
        grid_.cells.push_back(std::move(cell));
    }

    const form::Table& table_;
    const Scope& scope_;
    Grid& grid_;
    Diagnostics& faults_;
    int rows_;
    std::vector<TableHeading> headings_;
};

}  // namespace

std::vector<PlacedColumn> place_columns(const form::Table& table) {
    std::vector<PlacedColumn> columns;
    int first = table.lead ? table.lead->span : 0;
    for (int across = 0; across < table.across; ++across) {
        for (const TableColumn& source : table.columns) {
            columns.push_back({&source, first, across});
            first += source.span;
        }
    }
    return columns;
}

Length share(Length whole, int count, int index) {
    const Length part = whole / count;
    return index + 1 < count ? part : whole - part * (count - 1);
}

std::vector<TableHeading> add_table_headings(const form::Table& table, const Scope& scope, Grid& grid,
                                             Diagnostics& faults) {
    return HeadingFiller(table, scope, grid, faults).fill();
}

}  // namespace besshi::fill
