#pragma once

#include "text/character_class.h"

#include <algorithm>
#include <array>
#include <cstdint>

/// Spaces between characters: JLREQ Table 1 (§3.1, §3.2), and how far line adjustment may change them: Table 4
/// (reduction, the variant of JIS X 4051) and Table 6 (addition). A full-width bracket, comma, full stop or middle dot
/// is a body of half an em with a blank beside it; every space is counted from the full-width bodies of the font, so a
/// table entry of -1/2 em takes a blank away. All numbers are eighths of an em.
namespace besshi::text {

/// What the tables of spaces ask of a glyph.
enum class SpaceClass : std::uint8_t {
    attached,     ///< continues the character before it, or takes no part: nothing is added or taken on either side
    opening,      ///< cl-01 in full width: blank on its left
    closing,      ///< cl-02 in full width: blank on its right
    full_stop,    ///< cl-06 in full width: blank on its right, never reduced inside a line
    comma,        ///< cl-07 in full width: blank on its right
    middle_dot,   ///< cl-05 in full width: a quarter on each side
    wide_space,   ///< cl-14
    word_space,   ///< cl-26, at least half an em wide, as BIZ UD has it
    hyphen,       ///< cl-03: nothing is added on either side
    dividing,     ///< cl-04
    inseparable,  ///< cl-08
    sign,         ///< cl-12, cl-13, cl-17, cl-18, signs of cl-19: no quarter em beside letters
    japanese,     ///< cl-09 to cl-11, cl-15, cl-16, cl-19
    western,      ///< cl-24, cl-27: letters and digits narrower than an em
    count_,
};

/// A class in a face: `em_eighths` is the advance of the glyph.
SpaceClass space_class_of(CharacterClass character_class, int em_eighths);

/// In which round line adjustment changes a space (JLREQ §3.8.3 and §3.8.4), the first first. The blank half at a
/// line's end goes between the first two.
enum class Reduction : std::uint8_t { none, word_space, middle_dot, bracket, japanese_western };
enum class Addition : std::uint8_t { none, japanese_western, ordinary };

/// The space between two glyphs of a line, from their full-width bodies.
struct Gap {
    std::int8_t natural = 0;
    std::int8_t least = 0;
    std::int8_t most = 0;
    Reduction reduction = Reduction::none;
    Addition addition = Addition::none;
};

/// Whether a line is not as wide as its glyphs for the sake of this space.
constexpr bool changes_anything(const Gap& gap) {
    return gap.natural != 0 || gap.reduction != Reduction::none;
}

/// The blank parts of a full-width body.
constexpr int blank_before(SpaceClass c) {
    return c == SpaceClass::opening ? 4 : c == SpaceClass::middle_dot ? 2 : 0;
}
constexpr int blank_after(SpaceClass c) {
    using enum SpaceClass;
    if (c > middle_dot) return 0;  // nearly all
    return c == closing || c == full_stop || c == comma ? 4 : c == middle_dot ? 2 : 0;
}

/// What falls away at the start of a line (天付き, JLREQ §3.1.5). A middle dot there is a bullet and keeps its em.
constexpr int blank_at_line_start(SpaceClass c) {
    return c == SpaceClass::opening ? 4 : 0;
}

/// JLREQ Table 6 goes on to half an em beside letters and a quarter between other characters; lines of form cells are
/// short, and more than this looked torn on the page.
inline constexpr int most_added = 1;

/// JLREQ Tables 1, 4 and 6.
constexpr Gap gap_between(SpaceClass before, SpaceClass after) {
    using enum SpaceClass;
    if (before == attached || after == attached) return {};
    const auto ends = [](SpaceClass c) { return c == closing || c == full_stop || c == comma; };
    const auto is_ordinary = [](SpaceClass c) { return c == japanese || c == sign || c == inseparable; };
    int space = 0, least = 0, most = 0;
    Gap gap;
    if (ends(before) && !ends(after)) {
        space = after == middle_dot ? (before == closing ? 2 : 6) : before == closing && after == wide_space ? 0 : 4;
        least = before == full_stop ? 4 : 0;
        gap.reduction = Reduction::bracket;
    } else if (before == middle_dot) {
        space = after == middle_dot ? 4 : 2;
        gap.reduction = Reduction::middle_dot;
    } else if (after == middle_dot) {
        space = 2;
        gap.reduction = Reduction::middle_dot;
    } else if (after == opening && before != opening && before != wide_space) {
        space = 4;
        gap.reduction = Reduction::bracket;
    } else if (((before == japanese || before == dividing) && after == western) ||
               (before == western && after == japanese)) {
        space = 2;
        least = 1;
        gap.reduction = Reduction::japanese_western;
        gap.addition = Addition::japanese_western;
    } else if (before == word_space && after != word_space) {
        least = -2;
        gap.reduction = Reduction::word_space;
    } else if (is_ordinary(before) && is_ordinary(after) && !(before == inseparable && after == inseparable)) {
        gap.addition = Addition::ordinary;
    }
    least = std::min(least, space);
    most = gap.addition == Addition::none ? space : space + most_added;
    const int bodies = blank_after(before) + blank_before(after);
    gap.natural = static_cast<std::int8_t>(space - bodies);
    gap.least = static_cast<std::int8_t>(least - bodies);
    gap.most = static_cast<std::int8_t>(most - bodies);
    if (gap.least == gap.natural) gap.reduction = Reduction::none;
    return gap;
}

inline constexpr std::size_t space_class_count = static_cast<std::size_t>(SpaceClass::count_);

/// `gap_between` of all pairs, made by the compiler.
inline constexpr auto gap_table = [] {
    std::array<std::array<Gap, space_class_count>, space_class_count> table{};
    for (std::size_t before = 0; before < space_class_count; ++before) {
        for (std::size_t after = 0; after < space_class_count; ++after) {
            table[before][after] = gap_between(static_cast<SpaceClass>(before), static_cast<SpaceClass>(after));
        }
    }
    return table;
}();

inline const Gap& gap(SpaceClass before, SpaceClass after) {
    return gap_table[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
}

}  // namespace besshi::text
