#include "text/character_class.h"

#include <string_view>

namespace besshi::text {

namespace {

using enum CharacterClass;

struct Members {
    CharacterClass character_class;
    std::u32string_view characters;
};

/// JLREQ appendix A.1 to A.13 for horizontal text, ASCII forms included where Japanese text uses them so.
constexpr Members members[] = {
    {opening_bracket, U"“（〔［｛〈《「『【｟〘〖«〝([{｢"},
    {closing_bracket, U"”）〕］｝〉》」』】｠〙〗»〟)]}｣"},
    {hyphen, U"‐〜～゠–"},
    {dividing_punctuation, U"！？‼⁇⁈⁉!?"},
    {middle_dot, U"・：；:;･"},
    {full_stop, U"。．.｡"},
    {comma, U"、，,､"},
    {dash, U"―—"},
    {ellipsis, U"…"},
    {two_dot_leader, U"‥"},
    {repeat_upper, U"〳〴"},
    {repeat_lower, U"〵"},
    {iteration_mark, U"ヽヾゝゞ々〻"},
    {long_vowel, U"ーｰ"},
    {small_kana, U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"},
    {prefixed_abbreviation, U"￥¥＄$￡£＃#€№"},
    {postfixed_abbreviation, U"°′″℃￠¢％%‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄ℊ"},
    {space, U" \t\u3000\u2002\u2003\u2009"},
    {digit, U"0123456789０１２３４５６７８９"},
    {no_break, U"\u00A0\u2060\uFEFF"},
    {invisible, U"\u00AD\u200B\u200C\u200D\u200E\u200F\uFE0E\uFE0F"},
    {postal_mark, U"〒〠"},
    {company_mark, U"㈱㈲㈳㈵㈶㈻㈿㊑㊒㊓㊕㍿"},
};

constexpr bool is_enclosed_number(char32_t c) {
    return (c >= 0x2460 && c <= 0x249B) || (c >= 0x24EA && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) ||
           (c >= 0x3251 && c <= 0x325F) || (c >= 0x32B1 && c <= 0x32BF);
}

constexpr std::array<CharacterClass, 0x10000> make_table() {
    std::array<CharacterClass, 0x10000> table{};
    for (const Members& row : members) {
        for (const char32_t c : row.characters) table[c] = row.character_class;
    }
    for (char32_t c = 0x2460; c <= 0x32BF; ++c) {
        if (is_enclosed_number(c)) table[c] = enclosed_number;
    }
    return table;
}

}  // namespace

constinit const std::array<CharacterClass, 0x10000> bmp_classes = make_table();

}  // namespace besshi::text
