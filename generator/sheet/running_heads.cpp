#include "sheet/page_setup.h"

#include "sheet/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::sheet {

namespace {

constexpr std::size_t longest_header = 255;
constexpr std::int64_t line_pitch_permille = 1250;
constexpr Length distance_from_body{Length::per_mm};

/// A text with its counters as codes and its `&` doubled.
std::string escape(std::string_view text, std::string_view pages) {
    std::string code;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, offset);
        if (c == fill::page_counter_mark) {
            code += "&P";
        } else if (c == fill::pages_counter_mark) {
            code += pages;
        } else if (c == U'&') {
            code += "&&";
        } else {
            code += text.substr(offset, bytes);
        }
        offset += bytes;
    }
    return code;
}

/// Where a head or foot comes from, for messages.
Origin origin_of(const fill::Band& band) {
    for (const auto* text : {&band.left, &band.center, &band.right}) {
        if (*text && !(*text)->runs.empty()) return (*text)->runs.front().origin;
    }
    return {};
}

}  // namespace

RunningHeads::RunningHeads(const layout::PagedForm& paged, std::uint32_t section, std::string font_name)
    : paged_(paged), section_(paged.form.filled->sections[section]), font_name_(std::move(font_name)) {
    pages_ = static_cast<int>(std::ranges::count(paged.pages, section, &layout::Page::section));
}

Length RunningHeads::header_room() const {
    const Length room_of_head = room(section_.header, paged_.form.filled->page.header_at);
    if (paged_.form.filled->watermark.empty()) return room_of_head;
    const Length line = base::scale(paged_.form.size, line_pitch_permille, 1000);
    return std::max(room_of_head, paged_.form.filled->page.header_at + line + distance_from_body);
}

Length RunningHeads::footer_room() const {
    return room(section_.footer, paged_.form.filled->page.footer_at);
}

Length RunningHeads::room(const fill::Band& band, Length at) const {
    Length size;
    for (const auto* text : {&band.left, &band.center, &band.right}) {
        if (*text) size = std::max(size, printed_size(**text));
    }
    if (size == Length{} || !stands(band)) return {};
    return at + base::scale(size, line_pitch_permille, 1000) + distance_from_body;
}

Length RunningHeads::printed_size(const fill::BandText& text) const {
    const fill::FilledForm& form = *paged_.form.filled;
    if (form.fit.sizes.empty()) return text.style.size;
    return base::scale(text.style.size, paged_.form.size.units, form.fit.sizes.front().units);
}

void RunningHeads::write(Worksheet& sheet, Diagnostics& faults) const {
    sheet.header = code_of(section_.header, paged_.form.filled->watermark, sheet.scale_percent, faults);
    sheet.footer = code_of(section_.footer, {}, sheet.scale_percent, faults);
}

std::string RunningHeads::code_of(const fill::Band& band, std::string_view watermark, int scale_percent,
                                  Diagnostics& faults) const {
    const std::string pages = paged_.form.filled->sections.size() == 1 ? "&N" : fmt::format("{}", pages_);
    // The size stands in front of the font's name: digits at the beginning of a text would join it.
    const auto font = [&](const fill::BandText& text) {
        const std::int64_t points = base::scale(printed_size(text), 100, Length::per_pt * scale_percent).units;
        return fmt::format("&{}&\"{},{}\"", std::max<std::int64_t>(points, 1), font_name_,
                           text.style.weight == Weight::bold ? "Bold" : "Regular");
    };
    const auto piece = [&](const std::optional<fill::BandText>& text, bool with_font) {
        std::string code;
        if (!text || !stands(band)) return code;
        for (const fill::Run& run : text->runs) code += escape(run.text, pages);
        return code.empty() || !with_font ? code : font(*text) + code;
    };
    const auto whole = [&](bool with_fonts) {
        const std::string left = piece(band.left, with_fonts);
        const std::string center = piece(band.center, with_fonts);
        const std::string right = piece(band.right, with_fonts);
        std::string code;
        if (!left.empty()) code += "&L" + left;
        if (!center.empty() || !watermark.empty()) code += "&C" + escape(watermark, pages);
        if (!center.empty() && !watermark.empty()) code += "　";
        code += center;
        if (!right.empty()) code += "&R" + right;
        return code;
    };
    std::string code = whole(true);
    if (base::count_utf16_units(code) > longest_header) code = whole(false);
    if (const std::size_t units = base::count_utf16_units(code); units > longest_header) {
        faults.push_back(diagnose(kinds::header_too_long, origin_of(band), {fmt::format("{}", units)}));
    }
    return code;
}

}  // namespace besshi::sheet
