#include "sheet/page_setup.h"

#include "sheet/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::sheet {

namespace {

constexpr Length narrow_margin{Length::per_mm * 64 / 10};
constexpr std::size_t longest_header = 255;
constexpr int smallest_scale = 10;

/// By how much a margin may shrink without touching the band in it.
Length spare(Length margin, Length band_at, bool has_band) {
    constexpr Length band_height{Length::per_mm * 5};
    const Length least = has_band ? std::max(band_at + band_height, narrow_margin) : narrow_margin;
    return std::max(margin - least, Length{});
}

bool has_text(const fill::Band& band) { return band.left || band.center || band.right; }

std::size_t count_utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, offset);
        offset += bytes;
        units += c > 0xFFFF ? 2 : 1;
    }
    return units;
}

enum class FontCodes { with, without };

/// Header or footer of one worksheet.
class BandWriter {
public:
    BandWriter(std::string_view font_name, std::string pages, FontCodes fonts, int scale_percent)
        : font_name_(font_name), pages_(std::move(pages)), fonts_(fonts), scale_percent_(scale_percent) {}

    std::string write(const fill::Band& band, std::string_view watermark) const {
        std::string code;
        if (band.left) code += "&L" + write(*band.left);
        if (band.center || !watermark.empty()) code += "&C";
        if (!watermark.empty()) code += escape(watermark);
        if (band.center && !watermark.empty()) code += "　";
        if (band.center) code += write(*band.center);
        if (band.right) code += "&R" + write(*band.right);
        return code;
    }

private:
    /// The size stands in front of the font name: digits at the start of a text would join it.
    std::string write(const fill::BandText& band) const {
        std::string code;
        if (fonts_ == FontCodes::with) {
            const auto points = base::scale(band.style.size, 100, Length::per_pt * scale_percent_).units;
            code = fmt::format("&{}&\"{},{}\"", std::max<std::int64_t>(points, 1), font_name_,
                               band.style.weight == Weight::bold ? "Bold" : "Regular");
        }
        for (const fill::Run& run : band.runs) code += escape(run.text);
        return code;
    }

    std::string escape(std::string_view text) const {
        std::string code;
        for (std::size_t offset = 0; offset < text.size();) {
            const auto [c, bytes] = base::code_point_at(text, offset);
            if (c == fill::page_counter_mark) {
                code += "&P";
            } else if (c == fill::pages_counter_mark) {
                code += pages_;
            } else if (c == U'&') {
                code += "&&";
            } else {
                code += text.substr(offset, bytes);
            }
            offset += bytes;
        }
        return code;
    }

    std::string_view font_name_;
    std::string pages_;
    FontCodes fonts_;
    int scale_percent_;
};

/// Where the head or foot comes from, for messages.
Origin origin_of(const fill::Band& band) {
    for (const auto* text : {&band.left, &band.center, &band.right}) {
        if (*text && !(*text)->runs.empty()) return (*text)->runs.front().origin;
    }
    return {};
}

}  // namespace

void set_paper(Worksheet& sheet, const fill::FilledForm& form, const fill::Section& section) {
    const form::PageSetup& page = form.page;
    sheet.paper_width = page.width;
    sheet.paper_height = page.height;
    sheet.header_at = page.header_at;
    sheet.footer_at = page.footer_at;
    sheet.center_horizontally = form.ruler_align == form::RulerAlign::center;
    sheet.center_vertically = page.center_vertically;

    Length left = spare(page.left, {}, false);
    Length right = spare(page.right, {}, false);
    if (sheet.center_horizontally) {
        left = right = std::min(left, right);
    } else {
        left = {};
    }
    Length top = spare(page.top, page.header_at, has_text(section.header) || !form.watermark.empty());
    Length bottom = spare(page.bottom, page.footer_at, has_text(section.footer));
    if (sheet.center_vertically) {
        top = bottom = std::min(top, bottom);
    } else {
        top = {};
    }
    sheet.left = page.left - left;
    sheet.right = page.right - right;
    sheet.top = page.top - top;
    sheet.bottom = page.bottom - bottom;
}

void set_bands(Worksheet& sheet, const fill::FilledForm& form, const fill::Section& section, int pages,
               std::string_view font_name, Diagnostics& faults) {
    const std::string page_count = form.sections.size() == 1 ? "&N" : fmt::format("{}", pages);
    const auto write = [&](const fill::Band& band, std::string_view watermark) -> std::string {
        static const fill::Band none;
        const bool stands = pages >= band.from_page && pages >= band.if_pages;
        std::size_t units = 0;
        for (const FontCodes fonts : {FontCodes::with, FontCodes::without}) {
            std::string code = BandWriter(font_name, page_count, fonts, sheet.scale_percent).write(stands ? band : none, watermark);
            units = count_utf16_units(code);
            if (units <= longest_header) return code;
        }
        faults.push_back(diagnose(kinds::header_too_long, origin_of(band), {fmt::format("{}", units)}));
        return {};
    };
    sheet.header = write(section.header, form.watermark);
    sheet.footer = write(section.footer, {});
}

void set_scale(Worksheet& sheet, int nominal, std::span<const Length> page_heights, Diagnostics& faults) {
    Length width, height;
    for (const Length column : sheet.column_widths) width += column;
    for (const Length page : page_heights) height = std::max(height, page);

    const Length body_width = sheet.paper_width - sheet.left - sheet.right;
    const Length body_height = sheet.paper_height - sheet.top - sheet.bottom;
    const auto fitting = [](Length body, Length content, std::int64_t content_permille) -> std::int64_t {
        return content.units == 0 ? 400 : body.units * 100 * 1000 / (content.units * content_permille);
    };
    const std::int64_t percent = std::min({static_cast<std::int64_t>(nominal), fitting(body_width, width, print_stretch_permille),
                                           fitting(body_height, height, 1000 + height_reserve_permille)});
    if (percent < smallest_scale) {
        faults.push_back(diagnose(kinds::scale_too_small, {}, {sheet.name, fmt::format("{}", percent)}));
    }
    sheet.scale_percent = static_cast<int>(std::max<std::int64_t>(percent, smallest_scale));
}

}  // namespace besshi::sheet
