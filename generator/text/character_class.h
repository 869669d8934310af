#pragma once

#include <cstdint>

namespace besshi::text {

/// What line breaking asks of a character: the classes of JLREQ appendix A that have rules, and a few of
/// the project's own. A character is in one class.
enum class CharacterClass : std::uint8_t {
    other,                   ///< kanji, kana, letters, symbols without a rule
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
    space,                   ///< cl-14, cl-26 and the tab
    digit,                   ///< cl-24, half and full width
    no_break,                ///< U+00A0, U+2060, U+FEFF
    invisible,               ///< zero-width space, joiners, soft hyphen, variation selectors
    postal_mark,             ///< 〒
    company_mark,            ///< ㈱ ㈲ …
    enclosed_number,         ///< ① ⑴ ⒈ ❶ …
    count_,
};

CharacterClass class_of(char32_t c);

/// JLREQ §3.1.7: must not start a line.
bool is_forbidden_at_line_start(CharacterClass c);
/// JLREQ §3.1.8: must not end a line.
bool is_forbidden_at_line_end(CharacterClass c);

}  // namespace besshi::text
