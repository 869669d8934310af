#include "text/vertical.h"

#include "text/face.h"
#include "text/shaping_buffer.h"

#include <hb.h>
#include <unicode/uchar.h>

#include <algorithm>

namespace besshi::text {

namespace {

constexpr std::size_t most_abreast = 2;

bool is_bracket(char32_t c) {
    return c == U'(' || c == U')' || c == U'[' || c == U']' || c == U'{' || c == U'}';
}

/// What a word in half-width characters is made of: 10:30 and A-1 are one word, each half of (1) is none.
bool is_word_character(char32_t c) {
    return c > U' ' && c < 0x7F && !is_bracket(c);
}

bool is_letter_or_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

bool is_exclamation_or_question(char32_t c) {
    return c == U'!' || c == U'?';
}

bool may_stand_abreast(std::span<const Character> word) {
    const auto all = [&](bool (*is)(char32_t)) { return std::ranges::all_of(word, is, &Character::code_point); };
    return word.size() <= most_abreast && (all(is_letter_or_digit) || all(is_exclamation_or_question));
}

/// The form of a character for vertical lines; 0 if the face has none.
GlyphId vertical_form(const Face& face, char32_t c, GlyphId level_form) {
    hb_buffer_t* const buffer = empty_buffer();
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_add(buffer, c, 0);
    hb_buffer_set_direction(buffer, HB_DIRECTION_TTB);
    hb_buffer_set_script(buffer, HB_SCRIPT_KATAKANA);
    hb_buffer_set_language(buffer, hb_language_from_string("ja", -1));
    hb_shape(face.font(), buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
    if (count != 1 || infos->codepoint == level_form) return 0;
    return static_cast<GlyphId>(infos->codepoint);
}

/// Whether a character without a form of its own for vertical lines stands upright (Unicode Standard Annex #50).
bool is_upright(char32_t c) {
    switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_VERTICAL_ORIENTATION)) {
        case U_VO_UPRIGHT:
        case U_VO_TRANSFORMED_UPRIGHT:
            return true;
        default:
            return false;
    }
}

/// Walks the glyphs of a text cluster by cluster.
class Raiser {
public:
    Raiser(const FontSet& fonts, const Characters& characters, std::span<const std::uint32_t> first_character,
           ShapedText& shaped)
        : fonts_(fonts), characters_(characters), first_character_(first_character), shaped_(shaped) {}

    void raise(std::span<const Abreast> abreast) {
        for (std::size_t begin = 0; begin < shaped_.glyphs.size();) {
            const std::size_t end = end_of_cluster(begin);
            const std::size_t visible = visible_character(begin);
            while (!abreast.empty() && abreast.front().first < visible) abreast = abreast.subspan(1);
            const bool stands_abreast = !abreast.empty() && abreast.front().first == visible;
            raise_cluster(std::span(shaped_.glyphs).subspan(begin, end - begin), visible, stands_abreast);
            begin = end;
        }
    }

private:
    /// A glyph that stands for no character of its own belongs to the one before it.
    std::size_t end_of_cluster(std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < first_character_.size() && (first_character_[end] >= characters_.size() ||
                                                 !characters_.list[first_character_[end]].starts_cluster)) {
            ++end;
        }
        return end;
    }

    /// Invisible characters at the start of a run belong to the glyph behind them.
    std::size_t visible_character(std::size_t glyph) const {
        std::size_t character = first_character_[glyph];
        while (character + 1 < characters_.size() && is_invisible(characters_.at(character))) ++character;
        return character;
    }

    void raise_cluster(std::span<ShapedGlyph> glyphs, std::size_t character, bool stands_abreast) const {
        const Face& face = fonts_.state().face(glyphs.front().face);
        const char32_t c = drawn_as(characters_.at(character));
        if (stands_abreast) {
            if (width_of(glyphs) <= face.units_per_em()) set_abreast(glyphs, face.units_per_em());
            return;
        }
        const bool is_full_width = width_of(glyphs) == face.units_per_em();
        const GlyphId form = is_full_width && glyphs.size() == 1 ? vertical_form(face, c, glyphs.front().glyph) : 0;
        if (form != 0) glyphs.front().glyph = form;
        if (form != 0 || is_upright(c)) set_abreast(glyphs, face.units_per_em());
    }

    static std::int32_t width_of(std::span<const ShapedGlyph> glyphs) {
        std::int32_t width = 0;
        for (const ShapedGlyph& glyph : glyphs) width += glyph.advance;
        return width;
    }

    /// Gives the glyphs one em, the first one all of it, and puts them into its middle side by side.
    static void set_abreast(std::span<ShapedGlyph> glyphs, std::int32_t em) {
        if (glyphs.size() == 1) {
            ShapedGlyph& glyph = glyphs.front();
            glyph.posture = Posture::upright;
            glyph.advance = em;
            glyph.dx = glyph.dy = 0;
            return;
        }
        const auto ascent = static_cast<std::int32_t>(em * body_ascent_permille / 1000);
        std::int32_t across = ascent - em / 2 - width_of(glyphs) / 2, pen = 0;
        for (ShapedGlyph& glyph : glyphs) {
            const std::int32_t right = across + glyph.dx, down = ascent - glyph.dy;
            across += glyph.advance;
            glyph.posture = pen == 0 ? Posture::abreast : Posture::beside;
            glyph.advance = em - pen;
            glyph.dx = down - pen;
            glyph.dy = right;
            pen = em;
        }
    }

    const FontSet& fonts_;
    const Characters& characters_;
    std::span<const std::uint32_t> first_character_;
    ShapedText& shaped_;
};

}  // namespace

std::vector<Abreast> join_abreast(Characters& characters) {
    std::vector<Abreast> found;
    const std::span all(characters.list);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && all[end].run == all[begin].run && is_word_character(all[end].code_point)) ++end;
        const auto word = all.subspan(begin, end - begin);
        if (!word.empty() && may_stand_abreast(word)) {
            found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(word.size())});
            for (Character& character : word.subspan(1)) character.starts_cluster = false;
            characters.all_alone = characters.all_alone && word.size() == 1;
        }
        begin = std::max(end, begin + 1);
    }
    return found;
}

void stand_upright(const FontSet& fonts, const Characters& characters, std::span<const Abreast> abreast,
                   std::span<const std::uint32_t> first_character, ShapedText& shaped) {
    Raiser(fonts, characters, first_character, shaped).raise(abreast);
}

}  // namespace besshi::text
