#include "sheet/styles.h"

#include "sheet/pixel_grid.h"

#include <algorithm>

namespace besshi::sheet {

namespace {

const std::string& first_name(const text::FontSet& fonts, Family family) {
    return fonts.info(fonts.chain(family, Weight::regular).front()).name;
}

bool has_boxes(const fill::Cell& cell) {
    return std::holds_alternative<fill::Digits>(cell.content);
}

/// Of several columns nobody knows where Excel would break them, and LibreOffice sets them as one, which its cell cuts.
Direction direction_of(const CellSource& source) {
    return source.measured.text.lines.size() == 1 ? source.measured.direction : Direction::horizontal;
}

/// Excel breaks lines by itself; where they differ from ours its 両端揃え would tear them. Vertical lines begin on the
/// right.
form::Align align_of(const CellSource& source) {
    if (has_boxes(source.cell)) return form::Align::distributed;
    if (source.cell.style.align != form::Align::justify) return source.cell.style.align;
    return direction_of(source) == Direction::vertical ? form::Align::right : form::Align::left;
}

/// A text that may not wrap is shrunk by Excel; only wrapping shows its own line feeds, and what had to be broken
/// although it may not. Vertical text is never shrunk: Excel would shrink it to the width of the cell.
LongText long_text_of(const CellSource& source, std::span<const RichRun> runs) {
    if (direction_of(source) == Direction::vertical) return LongText::wrap;
    const auto has_line_feed = [](const RichRun& run) { return run.text.find('\n') != std::string::npos; };
    const bool is_broken = source.measured.text.lines.size() > 1;
    const bool wraps = (source.cell.style.wrap || is_broken) && !has_boxes(source.cell);
    return wraps || std::ranges::any_of(runs, has_line_feed) ? LongText::wrap : LongText::shrink;
}

}  // namespace

FontNames::FontNames(const text::FontSet& fonts)
    : gothic(first_name(fonts, Family::gothic)), mincho(first_name(fonts, Family::mincho)) {}

Format format_of(const CellSource& source, std::span<const RichRun> runs, const FontNames& fonts, int percent) {
    const form::Style& style = source.cell.style;
    const form::Borders& borders = source.cell.borders;
    Format format;
    format.font_name = fonts.of(style.family);
    format.size = runs.empty() ? excel_type_size(source.measured.size, percent) : runs.front().size;
    format.bold = runs.empty() ? style.weight == Weight::bold : runs.front().bold;
    format.underline = runs.empty() ? style.underline : runs.front().underline;
    format.long_text = long_text_of(source, runs);
    format.direction = direction_of(source);
    format.align = align_of(source);
    format.vertical_align = style.vertical_align;
    format.fill = style.fill;
    format.left = borders.left.value_or(form::Stroke::none);
    format.right = borders.right.value_or(form::Stroke::none);
    format.top = borders.top.value_or(form::Stroke::none);
    format.bottom = borders.bottom.value_or(form::Stroke::none);
    return format;
}

bool is_invisible(const Format& format) {
    return !format.fill && format.left == form::Stroke::none && format.right == form::Stroke::none &&
           format.top == form::Stroke::none && format.bottom == form::Stroke::none;
}

std::uint32_t FormatTable::number_of(const Format& format) {
    return numbers_.try_emplace(format, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::vector<Format> FormatTable::list() const {
    std::vector<Format> formats(numbers_.size());
    for (const auto& [format, number] : numbers_) formats[number] = format;
    return formats;
}

}  // namespace besshi::sheet
