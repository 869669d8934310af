#include "fill/cell_text.h"
#include "fill/elements.h"
#include "fill/fill_cell.h"
#include "fill/grids.h"
#include "fill/parameters.h"
#include "fill/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace besshi::fill {

namespace {

using form::TableColumn;

/// Characters of a cell whose content is text; nothing else merges.
std::string merge_text(const Cell& cell) {
    const Text* text = std::get_if<Text>(&cell.content);
    return text ? plain_text(text->runs) : std::string{};
}

class TableFiller {
public:
    TableFiller(const form::Table& table, const Scope& scope, Grid& grid, Diagnostics& faults)
        : table_(table),
          scope_(scope),
          grid_(grid),
          faults_(faults),
          columns_(place_columns(table)),
          open_merges_(columns_.size()) {}

    void fill() {
        const std::vector<TableHeading> headings = add_table_headings(table_, scope_, grid_, faults_);
        const Elements rows(scope_, table_.as, table_.rows_path, table_.rows_field);
        const int given = (rows.count() + table_.across - 1) / table_.across;
        const int lines = std::max(given, count_of(table_.min_rows, scope_.source().parameters));
        for (int line = 0; line < lines; ++line) add_line(line, rows);
        for (const TableHeading& heading : headings) relate(heading);
        if (table_.lead) add_lead(*table_.lead);
        sort_into_reading_order(grid_.cells);
    }

private:
    struct Place {
        int row, column, row_span, column_span;
    };

    std::size_t put(Cell cell, Place place) {
        cell.row = place.row;
        cell.column = place.column;
        cell.row_span = place.row_span;
        cell.column_span = place.column_span;
        grid_.cells.push_back(std::move(cell));
        return grid_.cells.size() - 1;
    }

    /// The records that stand side by side.
    void add_line(int line, const Elements& rows) {
        const int first_row = static_cast<int>(grid_.rows.size());
        for (int part = 0; part < table_.row_lines; ++part) {
            grid_.rows.push_back({share(table_.row_min, table_.row_lines, part), line, false});
        }
        for (int across = 0; across < table_.across; ++across) {
            const int number = line * table_.across + across + 1;
            const Scope record(scope_, rows.bind(number));
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                if (columns_[i].across == across) add_record_column(i, first_row, number, record);
            }
        }
    }

    /// What record `number`, counted from 1, has in one column.
    void add_record_column(std::size_t index, int first_row, int number, const Scope& record) {
        const PlacedColumn& placed = columns_[index];
        const TableColumn& column = *placed.source;
        const int parts = static_cast<int>(column.cells.size());
        for (int part = 0; part < parts; ++part) {
            const form::CellTemplate& source = column.cells[static_cast<std::size_t>(part)];
            Cell cell = fill_cell(source, record, faults_);
            cell.name = fmt::format("{}.{}.{}", grid_.name, number, source.name);
            if (parts > 1) wish_between(cell, column, part);
            const Place place{first_row + part, placed.first, parts > 1 ? 1 : table_.row_lines, column.span};
            if (column.merge_equal && joins_above(cell, index, place)) continue;
            const std::size_t at = put(std::move(cell), place);
            cells_of_[{placed.across, source.name}].push_back(at);
            if (column.merge_equal) open_merges_[index] = at;
        }
    }

    /// The strokes between the lines of one record.
    static void wish_between(Cell& cell, const TableColumn& column, int part) {
        const form::Stroke stroke = column.between.value_or(form::Stroke::none);
        if (part > 0 && !cell.borders.top) cell.borders.top = stroke;
        if (part + 1 < static_cast<int>(column.cells.size()) && !cell.borders.bottom) cell.borders.bottom = stroke;
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

    void relate(const TableHeading& heading) {
        for (const std::string& name : heading.source->labels) {
            const auto headed = cells_of_.find({heading.across, name});
            if (headed == cells_of_.end()) continue;
            auto& labels = grid_.cells[heading.cell].labels;
            labels.insert(labels.end(), headed->second.begin(), headed->second.end());
        }
    }

    /// One label beside all rows, headings included; it heads every cell of the records.
    void add_lead(const form::TableLead& lead) {
        if (grid_.rows.empty()) return;
        Cell cell = fill_cell(lead.cell, scope_, faults_);
        cell.name = grid_.name + ".lead";
        for (const auto& [column, cells] : cells_of_) {
            cell.labels.insert(cell.labels.end(), cells.begin(), cells.end());
        }
        put(std::move(cell), {0, 0, static_cast<int>(grid_.rows.size()), lead.span});
    }

    const form::Table& table_;
    const Scope& scope_;
    Grid& grid_;
    Diagnostics& faults_;
    std::vector<PlacedColumn> columns_;
    std::vector<std::optional<std::size_t>> open_merges_;                            ///< last cell per merging column
    std::map<std::pair<int, std::string_view>, std::vector<std::size_t>> cells_of_;  ///< by `across` and column cell
};

}  // namespace

void fill_table(const form::Table& table, const Scope& scope, Grid& grid, Diagnostics& faults) {
    TableFiller(table, scope, grid, faults).fill();
}

}  // namespace besshi::fill
