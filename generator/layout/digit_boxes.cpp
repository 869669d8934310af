#include "layout/digit_boxes.h"

#include <algorithm>
#include <vector>

namespace besshi::layout {

namespace {

/// One character: its first glyph, and the advance of all its glyphs (marks stand over the first).
struct Character {
    std::size_t first_glyph = 0;
    Length advance;
};

std::vector<Character> characters_of(const text::BrokenText& text) {
    std::vector<Character> characters;
    for (std::size_t i = 0; i < text.glyphs.size(); ++i) {
        const text::PlacedGlyph& glyph = text.glyphs[i];
        if (glyph.end > glyph.begin || characters.empty()) characters.push_back({i, Length{0}});
        characters.back().advance += glyph.advance;
    }
    return characters;
}

}  // namespace

Length widest_character(const text::BrokenText& text) {
    Length widest;
    for (const Character& character : characters_of(text)) widest = std::max(widest, character.advance);
    return widest;
}

void spread_over_boxes(text::BrokenText& text, int boxes, Length width) {
    const std::vector<Character> characters = characters_of(text);
    if (characters.empty()) return;
    const int before_first = boxes - static_cast<int>(characters.size());
    const auto start = [&](std::size_t i) {
        const int box = before_first + static_cast<int>(i);
        const Length left = edge_of_boxes(width, box, boxes), right = edge_of_boxes(width, box + 1, boxes);
        return left + (right - left - characters[i].advance) / 2;
    };
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        const Length gap = start(i + 1) - start(i) - characters[i].advance;
        text.glyphs[characters[i + 1].first_glyph - 1].advance += gap;
    }
    text::Line& line = text.lines.front();
    line.indent = start(0);
    line.width = width - line.indent;
}

}  // namespace besshi::layout
