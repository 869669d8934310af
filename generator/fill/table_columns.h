#pragma once

#include "fill/filled_form.h"
#include "fill/scope.h"

namespace besshi::fill {

/// A column of a table where it stands: `across` prints each column once for every record of a line.
struct PlacedColumn {
    const form::TableColumn* source = nullptr;
    int first = 0;   ///< ruler column
    int across = 0;  ///< 0, 1 …: which record of the line
};

/// All columns from left to right, those of the lead left out.
std::vector<PlacedColumn> place_columns(const form::Table& table);

/// A heading in the grid; it heads the cells that its template names in the records it stands over.
struct TableHeading {
    const form::CellTemplate* source = nullptr;
    int across = 0;
    std::size_t cell = 0;
};

/// Adds the rows and cells of the headings. A table with headings under those of groups has two rows of them.
std::vector<TableHeading> add_table_headings(const form::Table& table, const Scope& scope, Grid& grid,
                                             Diagnostics& faults);

/// Part `index` of `whole` shared out into `count` parts; the last takes what is left over.
Length share(Length whole, int count, int index);

}  // namespace besshi::fill
