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
/// lines meet is half an em at the most. Columns of less than ten ems are never justified.
Length LeastHeights::needed(const Text& text, Length chosen) const {
    constexpr std::int64_t em = text::ParagraphWidth::em;
    const Length size = type_scale(filled_, chosen).of(text.asked);
    const Length inner = text.width - padding_within(text.width, size, text.padding_x) * 2;
    const bool may_be_justified = inner >= size * 10;
    std::int64_t lines = 0;
    for (const text::ParagraphWidth& paragraph : text.paragraphs) {
        const std::int64_t least = paragraph.natural - (may_be_justified ? paragraph.reducible : 0);
        const std::int64_t width = size.units * least / em - paragraph.glyphs * 2;
        const std::int64_t widest = size.units * paragraph.widest / em + paragraph.glyphs + 1;
        const std::int64_t line = std::max({inner.units, widest, std::int64_t{1}}) + size.units / 2;
        lines += std::max<std::int64_t>(1, (width + line - 1) / line);
    }
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
