#include "fixture.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <set>

namespace besshi::text::tests {
namespace {

/// Code points of Unihan's property `name`, from Debian's unicode-data.
std::map<std::string, std::set<char32_t>> unihan_sets() {
    struct Close {
        void operator()(FILE* pipe) const { pclose(pipe); }
    };
    const std::unique_ptr<FILE, Close> pipe(popen("bzcat /usr/share/unicode/Unihan_OtherMappings.txt.bz2", "r"));
    std::map<std::string, std::set<char32_t>> sets;
    std::array<char, 512> line;
    std::array<char, 64> property;
    unsigned code_point = 0;
    while (pipe && std::fgets(line.data(), line.size(), pipe.get())) {
        if (std::sscanf(line.data(), "U+%X\t%63s", &code_point, property.data()) == 2) {
            sets[property.data()].insert(code_point);
        }
    }
    return sets;
}

std::vector<std::string> without_glyph(const std::set<char32_t>& characters, Family family, Weight weight) {
    std::vector<std::string> missing;
    for (const char32_t c : characters) {
        bool found = false;
        for (const FaceId face : fonts().chain(family, weight))
            found = found || fonts().find_glyph(face, c).has_value();
        if (!found) missing.push_back(base::code_point_name(c));
    }
    return missing;
}

TEST(Coverage, EveryOfficialKanjiHasAGlyphInEveryChain) {
    auto sets = unihan_sets();
    EXPECT_EQ(sets["kJoyoKanji"].size(), 2136U + 4U);  // four of them in two forms
    EXPECT_GE(sets["kJinmeiyoKanji"].size(), 863U);
    EXPECT_GE(sets["kJIS0213"].size(), 3'600U);
    for (const char* const property : {"kJoyoKanji", "kJinmeiyoKanji", "kJIS0213", "kJis0", "kJis1"}) {
        for (const Family family : {Family::gothic, Family::mincho}) {
            for (const Weight weight : {Weight::regular, Weight::bold}) {
                EXPECT_EQ(without_glyph(sets[property], family, weight), std::vector<std::string>{}) << property;
            }
        }
    }
}

// One cluster each, drawn with the glyph of that very code point: no normalisation on the way.
TEST(Coverage, OfficialKanjiKeepTheirCodePoint) {
    auto sets = unihan_sets();
    std::set<char32_t> all = sets["kJoyoKanji"];
    all.merge(sets["kJinmeiyoKanji"]);
    all.merge(sets["kJIS0213"]);
    std::string text;
    for (const char32_t c : all) base::append_utf8(text, c);
    const ShapedText made = shaped({plain(text)});
    ASSERT_EQ(made.glyphs.size(), all.size());
    std::size_t i = 0;
    for (const char32_t c : all) {
        const ShapedGlyph& glyph = made.glyphs[i++];
        EXPECT_EQ(glyph.glyph, fonts().find_glyph(glyph.face, c)) << base::code_point_name(c);
    }
}

TEST(Coverage, JapaneseOutsideTheKanji) {
    for (const std::string_view text :
         {"ぁあぃいゔゕゖァアヴヷヸヹヺー", "ｱｲｳｴｵｶﾞﾊﾟｰ｡､･｢｣", "①②③⑳㉑㉟㊿⑴⑳❶ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳ",
          "㈱㈲㊑㍻㍼㍽㍾㋿㌔㌘㍍㌢㎏㎝㎜㎎㎡㏄℃№℡½¼¾",
          "、。，．・：；？！゛゜´｀¨＾￣＿ヽヾゝゞ〃仝々〆〇ー―‐／＼～〜∥｜…‥",
          "‘’“”（）〔〕［］｛｝〈〉《》「」『』【】＋－±×÷＝≠＜＞≦≧∞∴♂♀°′″￥＄￠￡％＃＆＊＠§",
          "☆★○●◎◇◆□■△▲▽▼※〒→←↑↓〓", "(^_^)♪®©™", "ΑΒΓαβγАБВабв", "─│┌┐└┘├┬┤┴┼"}) {
        EXPECT_TRUE(shape(fonts(), std::vector{plain(text)}, BreakMode::strict)) << text;
    }
}

}  // namespace
}  // namespace besshi::text::tests
