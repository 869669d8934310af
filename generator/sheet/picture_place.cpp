#include "sheet/picture_place.h"

#include <algorithm>
#include <numeric>

namespace besshi::sheet {

namespace {

/// The cell's lines stay free.
constexpr Length white = pixel * 3;

Length sum(const std::vector<Length>& lengths, int first, int count) {
    const auto begin = lengths.begin() + first;
    return std::accumulate(begin, begin + count, Length{});
}

Length whole_pixels(Length length) {
    return pixel * (length.units / pixel.units);
}

}  // namespace

SheetPicture picture_over(const SheetCell& cell, const fill::Image& image, const Worksheet& sheet) {
    const Length width = sum(sheet.column_widths, cell.column, cell.column_span);
    const Length height = sum(sheet.row_heights, cell.row, cell.row_span);
    const Rect room{white, white, std::max(width - white * 2, pixel), std::max(height - white * 2, pixel)};
    const Rect place = base::fit_into(room, *image.picture);
    return {.picture = image.picture,
            .alternative = image.alternative.text,
            .row = cell.row,
            .column = cell.column,
            .place = {whole_pixels(place.x), whole_pixels(place.y), std::max(whole_pixels(place.width), pixel),
                      std::max(whole_pixels(place.height), pixel)},
            .origin = cell.origin};
}

}  // namespace besshi::sheet
