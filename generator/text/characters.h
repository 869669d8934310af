#pragma once

#include "text/character_class.h"
#include "text/text.h"

#include <string>
#include <vector>

namespace besshi::text {

/// One code point of the runs, in reading order.
struct Character {
    char32_t code_point;
    std::uint32_t run;
    std::uint32_t begin;  ///< byte offset in the run
    std::uint8_t byte_count;
    bool starts_cluster;  ///< first of a grapheme cluster (UAX #29)
    CharacterClass character_class;

    std::uint32_t end() const { return begin + byte_count; }
};

/// All runs as code points, cut into grapheme clusters. A cluster never spans two runs.
struct Characters {
    std::vector<Character> list;
    bool all_alone = true;  ///< every character is a cluster of its own

    void assign(std::span<const StyledRun> runs);
    char32_t at(std::size_t i) const { return list[i].code_point; }
    CharacterClass class_at(std::size_t i) const { return list[i].character_class; }
    std::size_t size() const { return list.size(); }
};

void append_utf16(std::u16string& units, char32_t c);

/// Ideographs, kana, their punctuation and ASCII: visible, plain, and each a grapheme cluster of its own.
constexpr bool is_everyday(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x309D && c <= 0x30FF) ||
           (c >= 0x20 && c <= 0x7E) || (c >= 0x3000 && c <= 0x3029) || (c >= 0xFF01 && c <= 0xFF9D);
}

/// What is drawn for a character: a space for U+00A0, an ideographic space for a tab.
constexpr char32_t drawn_as(char32_t c) {
    return c == 0x00A0 ? U' ' : c == U'\t' ? U'\u3000' : c;
}

/// Shows nothing and takes no room: U+2060, U+00AD, joiners … and variation selectors
/// (Default_Ignorable_Code_Point).
bool is_invisible(char32_t c);

/// White space at which a line may end.
constexpr bool is_breaking_space(char32_t c) {
    return c == U' ' || c == U'\u3000' || c == U'\t' || (c >= 0x2000 && c <= 0x200A && c != 0x2007);
}

/// A letter of a script that is set word by word (Latin, Greek, Cyrillic, Hangul …), not of Japanese.
bool is_word_letter(char32_t c);

bool is_plain_by_unicode(char32_t c);

/// Needs nothing but its own glyph: no mark, no joiner, no script with shaping rules, left to right.
inline bool is_plain(char32_t c) {
    return is_everyday(c) || is_plain_by_unicode(c);
}

/// U+E000–F8FF, planes 15 and 16: 外字, whose shape is known on one computer only.
constexpr bool is_private(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

}  // namespace besshi::text
