#pragma once

#include "base/base.h"

#include <array>
#include <cstdint>

namespace besshi::text {

/// The character classes of JLREQ appendix A as far as plain text tells them, with the project's own parts of a class
/// that has rules for single characters. A character is in one class; cl-20 to cl-23 and cl-28 to cl-30 are what
/// markup makes of characters, not characters.
enum class CharacterClass : std::uint8_t {
    other,                   ///< scripts and signs JLREQ has no class for, emoji, controls, combining marks
    no_break,                ///< U+00A0, U+2060, U+FEFF
    invisible,               ///< zero-width space, joiners, soft hyphen, variation selectors
    opening_bracket,         ///< cl-01
    closing_bracket,         ///< cl-02
    hyphen,                  ///< cl-03, with ～ U+FF5E, which Japanese Windows types for the wave dash U+301C
    dividing_punctuation,    ///< cl-04
    middle_dot,              ///< cl-05
    full_stop,               ///< cl-06
    comma,                   ///< cl-07
    dash,                    ///< cl-08 ― —
    ellipsis,                ///< cl-08 …
    two_dot_leader,          ///< cl-08 ‥
    repeat_upper,            ///< cl-08 〳 〴
    repeat_lower,            ///< cl-08 〵
    iteration_mark,          ///< cl-09
    long_vowel,              ///< cl-10
    small_kana,              ///< cl-11
    prefixed_abbreviation,   ///< cl-12
    postfixed_abbreviation,  ///< cl-13
    ideographic_space,       ///< cl-14 and the tab
    hiragana,                ///< cl-15
    katakana,                ///< cl-16
    math_symbol,             ///< cl-17
    math_operator,           ///< cl-18
    ideograph,               ///< cl-19: kanji, and squared words
    sign,                    ///< cl-19: → ○ ※ ／ …, which stand in a blank of their own
    digit,                   ///< cl-24, in full width cl-19
    word_space,              ///< cl-26
    western,                 ///< cl-27: letters; those of full width (cl-19) make words that are kept whole too
    western_mark,            ///< cl-27: ASCII signs with no class of their own
    postal_mark,             ///< cl-19 〒
    company_mark,            ///< cl-19 ㈱ ㈲ …
    enclosed_number,         ///< cl-19 ① ⑴ ⒈ ❶ …
    count_,
};

/// Of every code point of the BMP, made by the compiler.
extern const std::array<CharacterClass, 0x10000> bmp_classes;

inline CharacterClass class_of(char32_t c) {
    if (c < bmp_classes.size()) return bmp_classes[c];
    if (base::is_variation_selector(c)) return CharacterClass::invisible;
    return c >= 0x20000 && c < 0x40000 ? CharacterClass::ideograph : CharacterClass::other;
}

/// Visible, and a grapheme cluster of its own: what JLREQ has a class for.
constexpr bool is_classed(CharacterClass c) {
    return c > CharacterClass::invisible;
}

constexpr bool is_white_space(CharacterClass c) {
    return c == CharacterClass::ideographic_space || c == CharacterClass::word_space;
}

/// JLREQ §3.1.7: must not start a line.
constexpr bool is_forbidden_at_line_start(CharacterClass c) {
    using enum CharacterClass;
    switch (c) {
        case closing_bracket:
        case hyphen:
        case dividing_punctuation:
        case middle_dot:
        case full_stop:
        case comma:
        case dash:
        case ellipsis:
        case two_dot_leader:
        case repeat_lower:
        case iteration_mark:
        case long_vowel:
        case small_kana:
        case no_break:
            return true;
        default:
            return false;
    }
}

/// JLREQ §3.1.8: must not end a line.
constexpr bool is_forbidden_at_line_end(CharacterClass c) {
    using enum CharacterClass;
    switch (c) {
        case opening_bracket:
        case prefixed_abbreviation:
        case repeat_upper:
        case no_break:
        case postal_mark:
        case company_mark:
        case enclosed_number:
            return true;
        default:
            return false;
    }
}

}  // namespace besshi::text
