#pragma once

#include "sheet/sheet.h"

/// What stands in the cell of a worksheet.
namespace besshi::sheet {

/// Where a placed cell and its text come from.
struct CellSource {
    const fill::Cell& cell;
    const layout::MeasuredCell& measured;
    const layout::PlacedCell& placed;
};

CellSource source_of(const layout::PagedForm& paged, const layout::Page& page, const layout::PlacedCell& placed);

/// The characters of the lines that the page shows, with the data's own line feeds and no others, in
/// Excel type sizes. A choice becomes 「■有 ・ □無」, a tick ■ or □: Excel has no ring round a word.
/// Condensed type (長体), which Excel has not, becomes as much smaller; a reading, which Excel can only show to who
/// asks for it, stands small in brackets behind what it is for. A number in boxes is one text, an image none.
std::vector<RichRun> text_of(const CellSource& source, int percent);

/// How many characters stand on the first of the lines that the page shows.
std::int64_t characters_of_line(const CellSource& source);

}  // namespace besshi::sheet
