#pragma once

#include "base/base.h"
#include "plan/plan.h"

#include <string>
#include <vector>

/// Spreadsheets saved as text.
namespace besshi::cycle {

struct CsvRow {
    int line;                        ///< of the file, where the row begins, from 1
    std::vector<std::string> cells;  ///< without the spaces at both ends

    std::string_view cell(std::size_t column) const {
        return column < cells.size() ? std::string_view(cells[column]) : std::string_view();
    }
    bool is_blank() const;
};

/// The rows that are not blank. RFC 4180, with LF or CR LF; UTF-8 with or without a byte order mark, or CP932
/// (what Excel on Windows calls CSV). All faults at once, with line and column (the number of the cell).
Result<std::vector<CsvRow>> read_csv(const plan::Source& csv);

}  // namespace besshi::cycle
