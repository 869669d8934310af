#include "sheet/pixel_grid.h"

#include <algorithm>

namespace besshi::sheet {

namespace {

constexpr Length comfortable_size{11 * Length::per_pt};
constexpr Length half_point{Length::per_pt / 2};

Length round_to(Length length, Length step) {
    return step * base::scale(length, 1, step.units).units;
}

}  // namespace

int comfortable_percent(Length body_size) {
    const std::int64_t percent = base::scale(body_size, 100, comfortable_size.units).units;
    return static_cast<int>(std::clamp<std::int64_t>(percent, 10, 400));
}

Length excel_type_size(Length printed, int percent) {
    return std::max(round_to(base::scale(printed, 100, percent), half_point), half_point * 2);
}

Length excel_position(Length printed, int percent) {
    return round_to(base::scale(printed, 100, percent), pixel);
}

std::vector<Length> column_widths(std::span<const Length> edges, int percent) {
    std::vector<Length> widths;
    widths.reserve(edges.size());
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const Length left = excel_position(edges[i - 1] - edges.front(), percent);
        const Length right = excel_position(edges[i] - edges.front(), percent);
        widths.push_back(std::max(right - left, pixel));
    }
    return widths;
}

}  // namespace besshi::sheet
