#include "text/plain_text.h"

#include "text/face.h"

namespace besshi::text {

namespace {

bool needs_nothing(const Character& character) {
    return is_classed(character.character_class) || is_plain(drawn_as(character.code_point));
}

}  // namespace

bool shape_plain_text(const FontSet& fonts, std::span<const StyledRun> runs, const Characters& characters,
                      ShapedText& shaped, std::vector<std::uint32_t>& first_character) {
    if (!characters.all_alone) return false;
    FaceId id;
    const Face* face = nullptr;
    std::uint32_t run_of_face = 0;
    std::uint32_t count = 0;
    shaped.glyphs.resize(characters.size());
    first_character.resize(characters.size());
    for (std::uint32_t i = 0; i < characters.size(); ++i) {
        const Character& character = characters.list[i];
        if (!face || character.run != run_of_face) {
            run_of_face = character.run;
            id = fonts.chain(runs[run_of_face].family, runs[run_of_face].weight).front();
            face = &fonts.state().face(id);
        }
        if (character.code_point == U'\n') {
            shaped.line_feeds.push_back(count);
            shaped.line_feed_runs.push_back(character.run);
            continue;
        }
        const char32_t drawn = drawn_as(character.code_point);
        const GlyphId glyph = face->nominal_glyph(drawn);
        if (glyph == 0 || face->reaction(glyph) == Reaction::any || !needs_nothing(character)) return false;
        ShapedGlyph& shaped_glyph = shaped.glyphs[count];
        shaped_glyph.glyph = glyph;
        shaped_glyph.face = id;
        shaped_glyph.advance = face->advance(glyph);
        shaped_glyph.run = character.run;
        shaped_glyph.begin = character.begin;
        shaped_glyph.end = character.end();
        shaped_glyph.space = is_breaking_space(character.code_point);
        first_character[count++] = i;
    }
    shaped.glyphs.resize(count);
    first_character.resize(count);
    return true;
}

}  // namespace besshi::text
