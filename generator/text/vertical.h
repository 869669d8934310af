#pragma once

#include "text/characters.h"

#include <vector>

/// Vertical lines (縦書き). They are set like horizontal ones and turned as a whole; what stands upright in them is
/// turned back here.
namespace besshi::text {

/// Characters that stand side by side in one em of a vertical line (縦中横, JLREQ §3.2.5): a word of one or two
/// half-width digits or letters, a pair of ! and ?. One alone stands upright for the same reason.
struct Abreast {
    std::uint32_t first = 0, count = 0;  ///< into Characters::list
};

/// All of a text, in order. Each becomes one cluster, so that no line is broken and no space is added in it.
std::vector<Abreast> join_abreast(Characters& characters);

/// Gives the glyphs of vertical text their posture. Ideographs, kana and full-width letters stand upright (Unicode
/// Vertical_Orientation), brackets, ー, 、 and small kana in the form that the face has for vertical lines (GSUB
/// `vert`); words in letters and what has no such form lie on their side. `first_character` gives the character of each
/// glyph.
void stand_upright(const FontSet& fonts, const Characters& characters, std::span<const Abreast> abreast,
                   std::span<const std::uint32_t> first_character, ShapedText& shaped);

}  // namespace besshi::text
