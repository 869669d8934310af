#include "fuzz/random_text.h"

#include "base/base.h"

#include <array>
#include <string_view>

namespace besshi::tests {

namespace {

std::string encoded(std::size_t code_point) {
    std::string text;
    base::append_utf8(text, static_cast<char32_t>(code_point));
    return text;
}

std::string hiragana(Random& random) {
    return encoded(random.between(0x3041, 0x3093));
}
std::string katakana(Random& random) {
    return encoded(random.between(0x30A1, 0x30F6));
}
std::string half_width_katakana(Random& random) {
    return encoded(random.between(0xFF61, 0xFF9F));
}
std::string ascii(Random& random) {
    return encoded(random.between(' ', '~'));
}
std::string full_width(Random& random) {
    return encoded(random.between(0xFF01, 0xFF5E));
}

/// Any of the first 20,902 unified ideographs; mostly kanji nobody expects.
std::string ideograph(Random& random) {
    return encoded(random.between(0x4E00, 0x9FA5));
}

std::string common_kanji(Random& random) {
    static constexpr std::u32string_view kanji =
        U"日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員"
        U"九"
        U"入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治"
        U"度"
        U"支援児童保護放課後等計画目標達成時期担当家庭地域連携機関移行本人ニーズ健康生活運動感覚認知行動言語人間関係";
    return encoded(random.pick(kanji));
}

std::string punctuation(Random& random) {
    static constexpr std::u32string_view marks =
        U"、。、。・：；？！…‥―～〜「」『』（）［］【】〈〉《》〔〕“”‘’々ーゝ／＆％℃№㎡①②③⑩⑳㈱";
    return encoded(random.pick(marks));
}

/// What is hard for one stage or another.
std::string rarity(Random& random) {
    static constexpr std::array<std::string_view, 36> rarities{"𠮷",
                                                               "𡈽",
                                                               "𣘺",
                                                               "𩸽",
                                                               "𠮟",
                                                               "髙",
                                                               "﨑",
                                                               "德",
                                                               "祐",
                                                               "神",  // compatibility ideographs too
                                                               "葛󠄀",
                                                               "辻󠄀",
                                                               "邉󠄁",
                                                               "祇󠄀",
                                                               "芦󠄁",  // variation sequences
                                                               "か゚",
                                                               "ガ",
                                                               "ｶﾞ",
                                                               "ﾊﾟ",  // kana with marks
                                                               "김",
                                                               "강",
                                                               "한글",
                                                               "张伟",
                                                               "Nguyễn",
                                                               "ạơ",
                                                               "é",
                                                               "ß",
                                                               "Ω",  // other countries
                                                               "{{child.name}}",
                                                               "{{{x}}}",
                                                               "(\\)",
                                                               "<&\"'>",
                                                               "\u00A0",
                                                               "\u2060",
                                                               "　",
                                                               "②"};
    return std::string(random.pick(rarities));
}

/// Words no line may break, and rows of one character.
std::string run_of_one(Random& random) {
    static constexpr std::array<std::string_view, 8> repeated{"W", "1", "…", "」", "「", "ー", "、", "a."};
    const std::string_view one = random.pick(repeated);
    std::string text;
    for (std::size_t left = random.between(1, 40); left > 0; --left) text += one;
    return text;
}

std::string number_with_unit(Random& random) {
    static constexpr std::array<std::string_view, 6> units{"回", "分", "円", "%", "歳", "月"};
    return std::to_string(random.below(100'000)) + std::string(random.pick(units));
}

/// `{漢字|かんじ}` or a reading for each character, some of them far longer or shorter than what they stand over.
std::string word_with_reading(Random& random) {
    const std::size_t characters = random.between(1, 8);
    const bool is_mono = random.one_in(3);
    std::string word = "{", readings;
    for (std::size_t i = 0; i < characters; ++i) {
        word += random.one_in(10) ? ascii(random) : common_kanji(random);
        if (i > 0 && !is_mono) continue;
        readings += '|';
        for (std::size_t left = random.between(1, is_mono ? 5 : 12); left > 0; --left) readings += hiragana(random);
    }
    return word + readings + "}";
}

/// Thai, which no font of besshi has.
std::string unknown_script(Random& random) {
    return encoded(random.between(0x0E01, 0x0E2E));
}

struct Kind {
    std::size_t weight;
    std::string (*make)(Random&);
};
constexpr std::array kinds{Kind{3000, hiragana}, Kind{3000, common_kanji},      Kind{800, katakana},
                           Kind{800, ascii},     Kind{800, punctuation},        Kind{200, ideograph},
                           Kind{150, rarity},    Kind{150, number_with_unit},   Kind{80, full_width},
                           Kind{40, run_of_one}, Kind{40, half_width_katakana}, Kind{100, word_with_reading}};

std::string piece(Random& random) {
    std::size_t all = 0;
    for (const Kind& kind : kinds) all += kind.weight;
    std::size_t chosen = random.below(all);
    for (const Kind& kind : kinds) {
        if (chosen < kind.weight) return kind.make(random);
        chosen -= kind.weight;
    }
    return {};
}

}  // namespace

std::string random_text(Random& random, std::size_t characters, Lines lines) {
    constexpr std::size_t line_length = 60, unknown_in = 50'000;
    std::string text;
    for (std::size_t count = 0; count < characters;) {
        std::string next = random.one_in(unknown_in) ? unknown_script(random) : piece(random);
        if (lines == Lines::several && random.one_in(line_length)) next = "\n";
        count += base::count_characters(next);
        if (count <= characters) text += next;
    }
    return text;
}

std::string random_digits(Random& random, std::size_t digits) {
    std::string text;
    while (text.size() < digits) text += static_cast<char>('0' + random.below(10));
    return text;
}

}  // namespace besshi::tests
