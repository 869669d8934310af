#include "text/spacing.h"

namespace besshi::text {

SpaceClass space_class_of(CharacterClass character_class, int em_eighths) {
    using enum CharacterClass;
    const bool full_width = em_eighths >= 7;
    const auto if_full_width = [&](SpaceClass c) { return full_width ? c : SpaceClass::attached; };
    switch (character_class) {
        case opening_bracket:
            return if_full_width(SpaceClass::opening);
        case closing_bracket:
            return if_full_width(SpaceClass::closing);
        case full_stop:
            return if_full_width(SpaceClass::full_stop);
        case comma:
            return if_full_width(SpaceClass::comma);
        case middle_dot:
            return if_full_width(SpaceClass::middle_dot);
        case ideographic_space:
            return SpaceClass::wide_space;
        case word_space:
            return em_eighths >= 4 ? SpaceClass::word_space : SpaceClass::attached;
        case hyphen:
            return if_full_width(SpaceClass::hyphen);
        case dividing_punctuation:
            return if_full_width(SpaceClass::dividing);
        case dash:
        case ellipsis:
        case two_dot_leader:
        case repeat_upper:
        case repeat_lower:
            return if_full_width(SpaceClass::inseparable);
        case prefixed_abbreviation:
        case postfixed_abbreviation:
        case math_symbol:
        case math_operator:
        case postal_mark:
        case CharacterClass::sign:
        case enclosed_number:
            return if_full_width(SpaceClass::sign);
        case iteration_mark:
        case long_vowel:
        case small_kana:
        case hiragana:
        case katakana:
        case ideograph:
        case company_mark:
            return SpaceClass::japanese;
        case digit:
        case western:
            return full_width ? SpaceClass::japanese : SpaceClass::western;
        case western_mark:
        case no_break:
        case invisible:
        case other:
        case count_:
            return SpaceClass::attached;
    }
    return SpaceClass::attached;
}

}  // namespace besshi::text
