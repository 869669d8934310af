#pragma once

#include "layout/page_frame.h"
#include "layout/row_index.h"

#include <map>

/// Which rows stand on which page.
namespace besshi::layout {

/// What the breaking of a section looks at.
struct SectionRows {
    const fill::Section& section;
    std::span<const MeasuredGrid> grids;
    std::span<const RowIndex> index;  ///< per grid
};

struct RowId {
    std::uint32_t grid = 0, row = 0;
    auto operator<=>(const RowId&) const = default;
};

/// Height added to a row when it is the first of its grid on a page: the rest of a torn cell stands there.
using ExtraHeights = std::map<RowId, Length>;

/// Places the rows top down. Records and panels stay whole where a page can hold them; `keep` and
/// headings hold rows together; what is higher than a page is broken between its rows, and a single row
/// between its lines. Cells and bands of the pages are still empty. Error `layout.page.no_room`.
Result<std::vector<Page>> break_pages(const SectionRows& rows, const PageFrames& frames, const ExtraHeights& extra);

/// Rows at the top of a grid that are repeated on the pages it goes on to.
std::uint32_t heading_rows(const fill::Grid& grid);

}  // namespace besshi::layout
