#include "text/character_class.h"

#include <string_view>

namespace besshi::text {

namespace {

using enum CharacterClass;

struct Range {
    char32_t first, last;
    CharacterClass character_class;
};

/// What is not in `members`. JLREQ A.15, A.16, A.19, A.24, A.27; kanji radicals, signs and squared words as A.19.
constexpr Range ranges[] = {
    {0x21, 0x7E, western_mark},
    {U'0', U'9', digit},
    {U'A', U'Z', western},
    {U'a', U'z', western},
    {0xC0, 0x24F, western},
    {0x370, 0x3FF, western},
    {0x400, 0x482, western},
    {0x48A, 0x4FF, western},
    {0x1E00, 0x1EFF, western},
    {0x2100, 0x214F, ideograph},
    {0x2160, 0x217F, ideograph},
    {0x2190, 0x21FF, sign},
    {0x2200, 0x22FF, math_symbol},
    {0x2300, 0x23FF, sign},
    {0x2460, 0x24FF, ideograph},
    {0x2500, 0x27BF, sign},
    {0x2E80, 0x2FDF, ideograph},
    {0x3003, 0x3004, sign},
    {0x3006, 0x3007, ideograph},
    {0x3012, 0x3013, sign},
    {0x3020, 0x3020, sign},
    {0x3021, 0x3029, ideograph},
    {0x3036, 0x303E, sign},
    {0x3041, 0x3096, hiragana},
    {0x309B, 0x309F, hiragana},
    {0x30A1, 0x30FF, katakana},
    {0x3200, 0x33FF, ideograph},
    {0x3400, 0x4DBF, ideograph},
    {0x4E00, 0x9FFF, ideograph},
    {0xF900, 0xFAFF, ideograph},
    {0xFF01, 0xFF5E, sign},
    {0xFF10, 0xFF19, digit},
    {0xFF21, 0xFF3A, western},
    {0xFF41, 0xFF5A, western},
    {0xFF66, 0xFF9D, katakana},
    {0xFFE0, 0xFFE6, sign},
    {0x2460, 0x249B, enclosed_number},
    {0x24EA, 0x24FF, enclosed_number},
    {0x2776, 0x2793, enclosed_number},
    {0x3251, 0x325F, enclosed_number},
    {0x32B1, 0x32BF, enclosed_number},
    {0x2000, 0x2006, word_space},
    {0x2008, 0x200A, word_space},
};

struct Members {
    CharacterClass character_class;
    std::u32string_view characters;
};

/// JLREQ A.1 to A.14, A.17, A.18, A.26 for horizontal text, ASCII forms included where Japanese text uses them so.
constexpr Members members[] = {
    {opening_bracket, U"‘“（〔［｛〈《「『【｟〘〖«〝([{｢"},
    {closing_bracket, U"’”）〕］｝〉》」』】｠〙〗»〟)]}｣"},
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
    {ideographic_space, U"\t\u3000"},
    {math_symbol, U"＝＜＞⇒⇔⋚⋛⌅⌆≠≒"},
    {math_operator, U"＋－×÷±∓"},
    {sign, U"※‡†‖•⁂⁑"},
    {word_space, U" "},
    {no_break, U"\u00A0\u2060\uFEFF"},
    {invisible, U"\u00AD\u200B\u200C\u200D\u200E\u200F\uFE0E\uFE0F"},
    {postal_mark, U"〒〠"},
    {company_mark, U"㈱㈲㈳㈵㈶㈻㈿㊑㊒㊓㊕㍿"},
};

constexpr std::array<CharacterClass, 0x10000> make_table() {
    std::array<CharacterClass, 0x10000> table{};
    for (const Range& range : ranges) {
        for (char32_t c = range.first; c <= range.last; ++c) table[c] = range.character_class;
    }
    for (const Members& row : members) {
        for (const char32_t c : row.characters) table[c] = row.character_class;
    }
    return table;
}

}  // namespace

constinit const std::array<CharacterClass, 0x10000> bmp_classes = make_table();

}  // namespace besshi::text
