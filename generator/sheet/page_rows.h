#pragma once

#include "sheet/sheet.h"

/// From the rows of the pages to the rows of a worksheet.
namespace besshi::sheet {

/// Rows `first` … `first + count - 1` of a worksheet.
struct RowRange {
    int first = 0, count = 0;
};

/// A text that needs a height over some rows of its page.
struct HeightNeed {
    std::uint32_t first_row = 0, row_count = 1;  ///< into Page::rows
    Length height;
};

/// The rows of one page: white space above each placed row, then the row. Excel lengths.
class PageRows {
public:
    /// `sheet`: its top margin and vertical centring are decided.
    PageRows(const layout::Page& page, const Worksheet& sheet, int percent);

    /// Makes rows higher until every need is met: first the needs of single rows, then those of merged
    /// cells, whose missing height is shared by their rows as these are high.
    void raise(std::vector<HeightNeed> needs);

    /// Appends the rows to `heights`; a row above `highest_row` becomes several. Where each placed row came
    /// to stand, parallel to Page::rows.
    std::vector<RowRange> append_to(std::vector<Length>& heights) const;

    Length height() const;

private:
    struct PlacedHeight {
        Length gap, height;
    };
    std::vector<PlacedHeight> rows_;
};

}  // namespace besshi::sheet
