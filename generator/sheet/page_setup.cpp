#include "sheet/page_setup.h"

#include "sheet/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::sheet {

namespace {

constexpr Length narrow_margin{Length::per_mm * 64 / 10};
constexpr int smallest_scale = 10;

/// By how much a margin may shrink.
Length spare(Length margin, Length room) {
    return std::max(margin - std::max(room, narrow_margin), Length{});
}

}  // namespace

void set_paper(Worksheet& sheet, const form::PageSetup& page, form::RulerAlign align, const RunningHeads& heads) {
    sheet.paper_width = page.width;
    sheet.paper_height = page.height;
    sheet.header_at = page.header_at;
    sheet.footer_at = page.footer_at;
    sheet.center_horizontally = align == form::RulerAlign::center;
    sheet.center_vertically = page.center_vertically;

    Length left, right = spare(page.right, {});
    if (sheet.center_horizontally) left = right = std::min(right, spare(page.left, {}));
    Length top, bottom = spare(page.bottom, heads.footer_room());
    if (sheet.center_vertically) top = bottom = std::min(bottom, spare(page.top, heads.header_room()));
    sheet.left = page.left - left;
    sheet.right = page.right - right;
    sheet.top = std::max(page.top - top, heads.header_room());
    sheet.bottom = std::max(page.bottom - bottom, heads.footer_room());
}

void set_scale(Worksheet& sheet, int nominal, std::span<const Length> page_heights, Diagnostics& faults) {
    Length width, height;
    for (const Length column : sheet.column_widths) width += column;
    for (const Length page : page_heights) height = std::max(height, page);

    const auto fitting = [&](Length body, Length content, std::int64_t reserve_permille) {
        if (content == Length{}) return std::int64_t{nominal};
        return body.units * 100 * 1000 / (content.units * (1000 + reserve_permille));
    };
    const Length body_width = sheet.paper_width - sheet.left - sheet.right;
    const Length body_height = sheet.paper_height - sheet.top - sheet.bottom;
    const std::int64_t percent = std::min({std::int64_t{nominal}, fitting(body_width, width, width_reserve_permille),
                                           fitting(body_height, height, height_reserve_permille)});
    if (percent < smallest_scale) {
        faults.push_back(diagnose(kinds::scale_too_small, {}, {sheet.name, fmt::format("{}", percent)}));
    }
    sheet.scale_percent = static_cast<int>(std::max<std::int64_t>(percent, smallest_scale));
}

}  // namespace besshi::sheet
