#include "pdf/font_use.h"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace besshi::pdf {

namespace {

/// Rounded to nearest; advances are never negative.
std::int32_t millionths_of_em(int advance, int units_per_em) {
    const std::int64_t doubled = 2'000'000LL * advance + units_per_em;
    return static_cast<std::int32_t>(doubled / (2LL * units_per_em));
}

}  // namespace

FontUse::FontUse(const FontPrograms& programs, text::FaceId face)
    : programs_(programs), face_(face), info_(programs.fonts().info(face)) {
    constexpr std::size_t usual_count = 512;  // a plan of two pages has 500 glyphs in its main face
    glyphs_.reserve(usual_count);
    add(0, {});
}

void FontUse::add(text::GlyphId glyph, std::string_view source) {
    if (glyphs_.size() > 0xFFFF) throw std::length_error("more glyphs than codes in one font");
    glyphs_.push_back({.glyph = glyph,
                       .code = gives_codes() ? static_cast<std::uint16_t>(glyphs_.size()) : glyph,
                       .width = millionths_of_em(programs_.fonts().advance(face_, glyph), info_.units_per_em),
                       .source = std::string(source)});
}

const UsedGlyph& FontUse::use(text::GlyphId glyph, std::string_view source) {
    if (glyph == 0) throw std::logic_error("a mark shows .notdef");
    if (glyph >= index_of_.size()) index_of_.resize(std::bit_ceil(glyph + 1u));
    std::uint16_t& index = index_of_[glyph];
    if (index == 0) {
        index = static_cast<std::uint16_t>(glyphs_.size());
        add(glyph, source);
    } else if (glyphs_[index].source.empty()) {
        glyphs_[index].source = source;
    } else if (!source.empty() && source != glyphs_[index].source && gives_codes()) {
        return use_again(glyph, source);
    }
    return glyphs_[index];
}

const UsedGlyph& FontUse::use_again(text::GlyphId glyph, std::string_view source) {
    const auto known = std::ranges::find_if(
        again_, [&](std::uint16_t index) { return glyphs_[index].glyph == glyph && glyphs_[index].source == source; });
    if (known != again_.end()) return glyphs_[*known];
    again_.push_back(static_cast<std::uint16_t>(glyphs_.size()));
    add(glyph, source);
    return glyphs_.back();
}

std::size_t FontUses::index_of(text::FaceId face) {
    const auto found = std::ranges::find(uses_, face, &FontUse::face);
    const auto index = static_cast<std::size_t>(found - uses_.begin());
    if (found == uses_.end()) uses_.emplace_back(programs_, face);
    return index;
}

}  // namespace besshi::pdf
