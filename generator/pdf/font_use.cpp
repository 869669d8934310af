#include "pdf/font_use.h"

#include <algorithm>
#include <stdexcept>

namespace besshi::pdf {

namespace {

/// Rounded to nearest; advances are never negative.
std::int32_t millionths_of_em(int advance, int units_per_em) {
    const std::int64_t doubled = 2'000'000LL * advance + units_per_em;
    return static_cast<std::int32_t>(doubled / (2LL * units_per_em));
}

}  // namespace

FontUse::FontUse(const text::FontSet& fonts, text::FaceId face) : fonts_(fonts), face_(face) {
    glyphs_.push_back(
        {.glyph = 0, .code = 0, .width = millionths_of_em(fonts.advance(face, 0), info().units_per_em), .source = {}});
}

const UsedGlyph& FontUse::use(text::GlyphId glyph, std::string_view source) {
    if (glyph == 0) throw std::logic_error("a mark shows .notdef");
    if (glyph >= index_of_.size()) index_of_.resize(glyph + 1u);
    std::uint16_t& index = index_of_[glyph];
    if (index == 0) {
        index = static_cast<std::uint16_t>(glyphs_.size());
        const bool keeps_number = info().format == text::OutlineFormat::cff;
        glyphs_.push_back({.glyph = glyph,
                           .code = keeps_number ? glyph : index,
                           .width = millionths_of_em(fonts_.advance(face_, glyph), info().units_per_em),
                           .source = source});
    } else if (glyphs_[index].source.empty()) {
        glyphs_[index].source = source;
    }
    return glyphs_[index];
}

std::size_t FontUses::index_of(text::FaceId face) {
    const auto found = std::ranges::find(uses_, face, &FontUse::face);
    const auto index = static_cast<std::size_t>(found - uses_.begin());
    if (found == uses_.end()) uses_.emplace_back(fonts_, face);
    return index;
}

}  // namespace besshi::pdf
