#include "sheet/page_rows.h"

#include "sheet/pixel_grid.h"

#include <algorithm>

namespace besshi::sheet {

PageRows::PageRows(const layout::Page& page, const fill::FilledForm& form, int percent) {
    Length begin = form.page.top;
    if (form.page.center_vertically && !page.rows.empty()) begin = page.rows.front().top;
    rows_.reserve(page.rows.size());
    Length above = excel_position({}, percent);
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
        Length height;
        for (std::uint32_t i = 0; i < need.row_count; ++i) height += rows_[need.first_row + i].height;
        if (height < need.height) rows_[need.first_row + need.row_count - 1].height += need.height - height;
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
