#include "sheet/page_rows.h"

#include "sheet/pixel_grid.h"

#include <algorithm>

namespace besshi::sheet {

PageRows::PageRows(const layout::Page& page, const Worksheet& sheet, int percent) {
    Length begin = sheet.top;
    if (!page.rows.empty()) {
        const Length first = page.rows.front().top;
        begin = sheet.center_vertically ? first : std::min(begin, first);
    }
    rows_.reserve(page.rows.size());
    Length above;
    for (const layout::PlacedRow& row : page.rows) {
        const Length top = std::max(above, excel_position(row.top - begin, percent));
        const Length bottom = std::max(top + pixel, excel_position(row.top + row.height - begin, percent));
        rows_.push_back({top - above, bottom - top});
        above = bottom;
    }
}

void PageRows::raise(std::vector<HeightNeed> needs) {
    std::ranges::stable_sort(needs, {}, &HeightNeed::row_count);
    for (const HeightNeed& need : needs) {
        const std::span rows = std::span(rows_).subspan(need.first_row, need.row_count);
        std::int64_t pixels = 0;
        for (const PlacedHeight& row : rows) pixels += row.height.units / pixel.units;
        const std::int64_t missing = need.height.units / pixel.units - pixels;
        if (missing <= 0) continue;
        std::int64_t seen = 0;
        for (PlacedHeight& row : rows) {
            const std::int64_t before = missing * seen / pixels;
            seen += row.height.units / pixel.units;
            row.height += pixel * (missing * seen / pixels - before);
        }
    }
}

std::vector<RowRange> PageRows::append_to(std::vector<Length>& heights) const {
    std::vector<RowRange> ranges;
    ranges.reserve(rows_.size());
    const auto append = [&](Length height) {
        const int first = static_cast<int>(heights.size());
        const std::int64_t pieces = (height.units + highest_row.units - 1) / highest_row.units;
        for (std::int64_t i = 0; i < pieces; ++i) {
            const std::int64_t pixels = height.units / pixel.units;
            heights.push_back(pixel * (pixels * (i + 1) / pieces - pixels * i / pieces));
        }
        return RowRange{first, static_cast<int>(pieces)};
    };
    for (const PlacedHeight& row : rows_) {
        append(row.gap);
        ranges.push_back(append(row.height));
    }
    return ranges;
}

Length PageRows::height() const {
    Length sum;
    for (const PlacedHeight& row : rows_) sum += row.gap + row.height;
    return sum;
}

}  // namespace besshi::sheet
