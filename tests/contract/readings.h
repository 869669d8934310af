#pragma once

#include "layout/layout.h"

#include <algorithm>
#include <string>
#include <string_view>

/// Texts with their readings, as other programs should give them back.
namespace besshi::tests {

/// How a reading is marked off from what it stands over.
struct Brackets {
    std::string_view open, close;
    enum class Neighbours { apart, together } neighbours = Neighbours::apart;  ///< readings over a whole word
};

/// A structure tree has each reading behind its base, a workbook in brackets behind a word.
inline constexpr Brackets spoken{}, written{"（", "）", Brackets::Neighbours::together};

/// A base that is torn has its reading behind all of it.
inline bool is_last_part(const layout::MeasuredCell& cell, const text::PlacedRuby& ruby) {
    return std::ranges::none_of(cell.text.rubies, [&](const text::PlacedRuby& other) {
        return other.run == ruby.run && other.index == ruby.index && other.first_glyph > ruby.first_glyph;
    });
}

/// The text of a placed cell, line feeds left out, with the readings over it.
inline std::string text_with_readings(const layout::PagedForm& paged, const layout::Page& page,
                                      const layout::PlacedCell& placed, const Brackets& brackets) {
    const layout::MeasuredCell& cell = layout::measured_cell(paged, page, placed);
    if (cell.text.rubies.empty()) return layout::placed_text(paged, page, placed);
    std::string text, reading;
    for (std::uint32_t l = placed.first_line; l < placed.first_line + placed.line_count; ++l) {
        const text::Line& line = cell.text.lines[l];
        for (std::uint32_t g = line.first_glyph; g < line.first_glyph + line.glyph_count; ++g) {
            const text::PlacedGlyph& glyph = cell.text.glyphs[g];
            text.append(cell.runs[glyph.run].text, glyph.begin, glyph.end - glyph.begin);
            bool goes_on = false;
            for (const text::PlacedRuby& ruby : cell.text.rubies) {
                const std::uint32_t end = ruby.first_glyph + ruby.glyph_count;
                if (end == g + 1 && is_last_part(cell, ruby)) reading += cell.runs[ruby.run].rubies[ruby.index].reading;
                if (brackets.neighbours == Brackets::Neighbours::together && ruby.first_glyph <= g + 1 && g + 1 < end)
                    goes_on = true;
            }
            if (reading.empty() || goes_on) continue;
            text += std::string(brackets.open) + reading + std::string(brackets.close);
            reading.clear();
        }
    }
    return text;
}

}  // namespace besshi::tests
