#include "fixture.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

/// What stands upright in vertical lines (JLREQ §2.3.2, §3.2.5; Unicode Standard Annex #50).
namespace besshi::text::tests {
namespace {

using testing::Each;
using testing::ElementsAre;

std::vector<Posture> postures(std::string_view text) {
    std::vector<Posture> all;
    for (const ShapedGlyph& glyph : shaped_vertically({plain(text)}).glyphs) all.push_back(glyph.posture);
    return all;
}

/// Advance of the glyphs of a text in thousandths of an em.
std::vector<int> advances(std::string_view text) {
    std::vector<int> all;
    for (const ShapedGlyph& glyph : shaped_vertically({plain(text)}).glyphs)
        all.push_back(glyph.advance * 1000 / fonts().info(glyph.face).units_per_em);
    return all;
}

/// Whether the glyph of a character in vertical lines is another one than in horizontal lines.
bool has_vertical_form(std::string_view character) {
    return shaped_vertically({plain(character)}).glyphs.at(0).glyph != shaped({plain(character)}).glyphs.at(0).glyph;
}

TEST(Vertical, KanjiKanaAndFullWidthLettersStandAsTheyAre) {
    for (const char* text : {"出席者", "あいう", "アイウ", "１２３", "ＡＢＣ", "①②", "　", "〒", "㈱"}) {
        EXPECT_THAT(postures(text), Each(Posture::upright)) << text;
        EXPECT_THAT(advances(text), Each(1000)) << text;
        EXPECT_FALSE(has_vertical_form(text)) << text;
    }
}

TEST(Vertical, BracketsBarsStopsAndSmallKanaHaveFormsOfTheirOwn) {
    for (const char* text : {"（", "）", "「", "」", "『", "【", "】", "〔", "ー", "～", "〜",
                             "、", "。", "…",  "―",  "っ", "ょ", "ッ", "ャ", "ァ", "：", "＝"}) {
        EXPECT_TRUE(has_vertical_form(text)) << text;
        EXPECT_THAT(postures(text), ElementsAre(Posture::upright)) << text;
        EXPECT_THAT(advances(text), ElementsAre(1000)) << text;
    }
}

TEST(Vertical, EveryFaceHasThem) {
    for (const Family family : {Family::gothic, Family::mincho}) {
        for (const FaceId face : fonts().chain(family, Weight::regular))
            EXPECT_NE(fonts().find_glyph(face, U'ー'), std::nullopt);
    }
    StyledRun bold = plain("（ー");
    bold.weight = Weight::bold;
    for (StyledRun run : {plain("（ー"), bold}) {
        for (const Family family : {Family::gothic, Family::mincho}) {
            run.family = family;
            const ShapedText level = shaped({run}), vertical = shaped_vertically({run});
            EXPECT_NE(level.glyphs[0].glyph, vertical.glyphs[0].glyph);
            EXPECT_NE(level.glyphs[1].glyph, vertical.glyphs[1].glyph);
        }
    }
}

TEST(Vertical, TextIsTheSame) {
    const ShapedText text = shaped_vertically({plain("（10月～3月）のQOL")});
    std::string said;
    for (const ShapedGlyph& glyph : text.glyphs)
        said += text.run_texts[glyph.run].substr(glyph.begin, glyph.end - glyph.begin);
    EXPECT_EQ(said, "（10月～3月）のQOL");
}

TEST(Vertical, OneOrTwoHalfWidthDigitsStandAbreastInOneEm) {
    EXPECT_THAT(postures("10月"), ElementsAre(Posture::abreast, Posture::beside, Posture::upright));
    EXPECT_THAT(advances("10月"), ElementsAre(1000, 0, 1000));
    EXPECT_THAT(postures("3月"), ElementsAre(Posture::upright, Posture::upright));
    EXPECT_THAT(advances("3月"), ElementsAre(1000, 1000));
    EXPECT_THAT(postures("PT"), ElementsAre(Posture::abreast, Posture::beside));
    EXPECT_THAT(postures("A"), ElementsAre(Posture::upright));
    EXPECT_THAT(postures("!?"), ElementsAre(Posture::abreast, Posture::beside));
    EXPECT_THAT(postures("第1期、12名"),
                ElementsAre(Posture::upright, Posture::upright, Posture::upright, Posture::upright, Posture::abreast,
                            Posture::beside, Posture::upright));
}

TEST(Vertical, LongerWordsLieOnTheirSide) {
    for (const char* text : {"QOL", "2025", "10:30", "50%", "a.b", "!!!", "A!"}) {
        EXPECT_THAT(postures(text), Each(Posture::along)) << text;
        EXPECT_EQ(shaped_vertically({plain(text)}).glyphs[0].advance, shaped({plain(text)}).glyphs[0].advance) << text;
    }
    EXPECT_THAT(postures("(1)"), ElementsAre(Posture::along, Posture::upright, Posture::along));
    EXPECT_THAT(postures("A B"), ElementsAre(Posture::upright, Posture::along, Posture::upright));
}

TEST(Vertical, TheTwoOfAPairStandInTheMiddleOfTheLine) {
    const ShapedText text = shaped_vertically({plain("10")});
    const int em = fonts().info(text.glyphs[0].face).units_per_em;
    const int half = em / 2, ascent = em * 880 / 1000;
    EXPECT_EQ(text.glyphs[0].dx, ascent) << "the baseline is so far below the pen";
    EXPECT_EQ(text.glyphs[0].dy, ascent - em) << "and the left edge half an em from the middle";
    EXPECT_EQ(text.glyphs[0].advance + text.glyphs[1].dx, ascent);
    EXPECT_EQ(text.glyphs[1].dy, text.glyphs[0].dy + half);
}

TEST(Vertical, APairIsNeverBroken) {
    const ShapedText text = shaped_vertically({plain("1012月")});
    EXPECT_THAT(postures("1012月").front(), Posture::along);
    const ShapedText pair = shaped_vertically({plain("12月")});
    EXPECT_EQ(pair.before[1], BreakClass::none);
    const std::vector<Length> sizes{em};
    const BrokenText broken = break_lines(fonts(), pair, {.width = em, .run_sizes = sizes});
    ASSERT_EQ(broken.lines.size(), 2u);
    EXPECT_EQ(broken.lines[0].glyph_count, 2u);
    EXPECT_EQ(broken.lines[0].width, em);
}

TEST(Vertical, PairsDoNotReachOverRuns) {
    const ShapedText text = shaped_vertically({plain("1"), plain("0")});
    EXPECT_EQ(text.glyphs[0].posture, Posture::upright);
    EXPECT_EQ(text.glyphs[1].posture, Posture::upright);
}

TEST(Vertical, MarksStandOverTheirCharacter) {
    const ShapedText text = shaped_vertically({plain("か\u309A")});
    for (const ShapedGlyph& glyph : text.glyphs) EXPECT_NE(glyph.posture, Posture::along);
    std::int32_t advance = 0;
    for (const ShapedGlyph& glyph : text.glyphs) advance += glyph.advance;
    EXPECT_EQ(advance, fonts().info(text.glyphs[0].face).units_per_em);
}

TEST(Vertical, InvisibleCharactersHideNothing) {
    EXPECT_THAT(postures("\u2060ー"), ElementsAre(Posture::upright));
    EXPECT_EQ(shaped_vertically({plain("\u2060ー")}).glyphs[0].glyph, shaped_vertically({plain("ー")}).glyphs[0].glyph);
    EXPECT_THAT(postures("\u206010"), ElementsAre(Posture::abreast, Posture::beside));
}

TEST(Vertical, LinesObeyTheSameRules) {
    const ShapedText text = shaped_vertically({plain("支援（計画）、目標。")});
    const std::vector<Length> sizes{em};
    for (int characters = 4; characters <= 7; ++characters) {
        const BrokenText broken = break_lines(fonts(), text, {.width = em * characters, .run_sizes = sizes});
        for (const Line& line : broken.lines) {
            const std::string said = line_text(text, broken, line);
            EXPECT_FALSE(said.starts_with("、") || said.starts_with("）") || said.starts_with("。")) << said;
            EXPECT_FALSE(said.ends_with("（")) << said;
        }
    }
}

RC_GTEST_PROP(VerticalProperty, HoldsEveryByteOnceAndAdvancesAreNeverNegative, ()) {
    static const std::vector<std::string> pieces{
        "支", "援", "（", "）",       "ー",     "、",           "1", "0",  "A", "b", "!", "?",
        " ",  "(",  "ｶ",  "か\u309A", "\u2060", "葛\U000E0100", "…", "\n", "é", "한"};
    std::string text;
    const int count = *rc::gen::inRange(1, 20);
    for (int i = 0; i < count; ++i) text += *rc::gen::elementOf(pieces);
    const auto made = shape(fonts(), std::vector<StyledRun>{plain(text)}, BreakMode::strict, Direction::vertical);
    RC_PRE(made.has_value());
    std::string said;
    for (const ShapedGlyph& glyph : made->glyphs) {
        RC_ASSERT(glyph.advance >= 0);
        said += made->run_texts[glyph.run].substr(glyph.begin, glyph.end - glyph.begin);
    }
    std::string without_line_feeds = text;
    std::erase(without_line_feeds, '\n');
    RC_ASSERT(said == without_line_feeds);
}

}  // namespace
}  // namespace besshi::text::tests
