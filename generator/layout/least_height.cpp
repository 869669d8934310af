#include "layout/least_height.h"

#include "layout/measure.h"
#include "layout/metrics.h"
#include "layout/row_height.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace besshi::layout {

namespace {

bool has_one_size(const fill::Text& text) {
    return std::ranges::none_of(text.runs, [](const fill::Run& run) { return run.size || run.narrow; });
}

/// Text that is set at full size, wraps and lets its row grow.
bool only_grows(const fill::Cell& cell) {
    const auto* text = std::get_if<fill::Text>(&cell.content);
    return text && cell.row_span == 1 && !adapts(cell) && has_one_size(*text);
}

}  // namespace

class LeastHeights::Reader {
public:
    Reader(const fill::FilledForm& filled, const text::FontSet& fonts) : filled_(filled), fonts_(fonts) {}

    Section read(const fill::Section& section, const std::vector<std::vector<ShapedCell>>& shaped) {
        Section read;
        for (std::size_t g = 0; g < section.grids.size(); ++g) {
            const fill::Grid& grid = section.grids[g];
            if (grid.annex_of) continue;
            const std::size_t first_row = read.least_rows.size();
            std::ranges::copy(minimum_heights(grid), std::back_inserter(read.least_rows));
            for (std::size_t c = 0; c < grid.cells.size(); ++c) {
                if (shaped[g][c].text.glyphs.empty() || !only_grows(grid.cells[c])) continue;
                read.texts.push_back(read_text(grid, grid.cells[c], shaped[g][c].text));
                read.texts.back().row += first_row;
            }
        }
        return read;
    }

private:
    Text read_text(const fill::Grid& grid, const fill::Cell& cell, const text::ShapedText& shaped) {
        const Padding padding = padding_of(grid, cell);
        Text text;
        text.row = static_cast<std::size_t>(cell.row);
        text.asked = cell.style.size;
        text.width = width_of(filled_, cell);
        text.padding_x = padding.x;
        text.padding_y = padding.y;
        text.items_hang = hang_of(cell).items && hang_of(cell).leads.empty();
        text.paragraphs = text::paragraph_widths(fonts_, shaped);
        return text;
    }

    const fill::FilledForm& filled_;
    const text::FontSet& fonts_;
};

LeastHeights::LeastHeights(const fill::FilledForm& filled, const ShapedForm& shaped, const text::FontSet& fonts)
    : filled_(filled) {
    Reader reader(filled, fonts);
    for (std::size_t s = 0; s < filled.sections.size(); ++s) {
        sections_.push_back(reader.read(filled.sections[s], shaped[s]));
    }
}

/// A line is never wider than its measure, unless it holds nothing but a cluster that is. What falls away where two
/// lines meet is half an em at the most. A lead that takes less than a quarter of the measure surely hangs.
std::int64_t LeastHeights::least_lines(const text::ParagraphWidth& paragraph, Length size, const Column& column) {
    const auto length = [&](std::int64_t ems) { return size.units * ems / text::ParagraphWidth::em; };
    const std::int64_t width =
        length(paragraph.natural - (column.justified ? paragraph.reducible : 0)) - paragraph.glyphs * 2;
    const std::int64_t widest = length(paragraph.widest) + paragraph.glyphs + 1;
    const std::int64_t first = std::max({column.width.units, widest, std::int64_t{1}}) + size.units / 2;
    if (width <= first) return 1;
    const std::int64_t lead = length(paragraph.lead) - paragraph.glyphs;
    const bool hangs =
        column.items_hang && lead > 0 && lead + size.units < column.width.units / 4 && widest < first / 2;
    const std::int64_t other = hangs ? first - lead : first;
    return 1 + (width - first + other - 1) / other;
}

Length LeastHeights::needed(const Text& text, Length chosen) const {
    const Length size = type_scale(filled_, chosen).of(text.asked);
    const Length inner = text.width - padding_within(text.width, size, text.padding_x) * 2;
    const Column column{
        .width = inner, .justified = inner >= size * text::least_justified_ems, .items_hang = text.items_hang};
    std::int64_t lines = 0;
    for (const text::ParagraphWidth& paragraph : text.paragraphs) lines += least_lines(paragraph, size, column);
    return line_pitch_of(size) * lines + text.padding_y * 2;
}

Length LeastHeights::of_section(std::size_t section, Length size) const {
    std::vector<Length> rows = sections_[section].least_rows;
    for (const Text& text : sections_[section].texts) {
        rows[text.row] = std::max(rows[text.row], needed(text, size));
    }
    return std::accumulate(rows.begin(), rows.end(), Length{0});
}

}  // namespace besshi::layout
