#include "fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

/// JLREQ §3.1, §3.2 and §3.8: spaces between characters and line adjustment, in eighths of an em.
namespace besshi::text::tests {
namespace {

using testing::ElementsAre;

Measure justified() {
    Measure measure;
    measure.adjustment = Adjustment::justify;
    return measure;
}

double eighths(Length length) {
    return static_cast<double>(length.units) * 8 / static_cast<double>(em.units);
}

/// Advances of all glyphs of a line.
std::vector<double> advances(const Broken& made, std::size_t line = 0) {
    std::vector<double> all;
    const Line& of = made.result.lines.at(line);
    for (std::uint32_t i = 0; i < of.glyph_count; ++i) {
        all.push_back(eighths(made.result.glyphs[of.first_glyph + i].advance));
    }
    return all;
}

std::vector<double> advances(std::string_view text) {
    return advances(broken({plain(text)}, 60));
}

double width(const Broken& made, std::size_t line = 0) {
    return eighths(made.result.lines.at(line).width);
}

TEST(Spaces, OneBlankHalfBetweenTwoMarks) {
    EXPECT_THAT(advances("あ」「い"), ElementsAre(8, 4, 8, 8));
    EXPECT_THAT(advances("あ」。い"), ElementsAre(8, 4, 8, 8));
    EXPECT_THAT(advances("あ（「い"), ElementsAre(8, 4, 8, 8));
    EXPECT_THAT(advances("あ」・い"), ElementsAre(8, 4, 8, 8));
}

TEST(Spaces, ABracketLosesItsBlankHalfAtTheStartOfALine) {
    const Broken made = broken({plain("「あ")}, 60);
    EXPECT_THAT(advances(made), ElementsAre(4, 8));
    EXPECT_EQ(eighths(made.result.glyphs[0].dx), -4);
    EXPECT_EQ(width(made), 12);
}

TEST(Spaces, AQuarterBetweenJapaneseAndLetters) {
    EXPECT_THAT(advances("あAい"), ElementsAre(10, testing::_, 8));
    EXPECT_THAT(advances("第3回"), ElementsAre(10, 6, 8));
    EXPECT_THAT(advances("！A"), ElementsAre(10, testing::_));
    EXPECT_THAT(advances("A！"), ElementsAre(4, 8)) << "nothing in front of cl-04";
    EXPECT_THAT(advances("３回"), ElementsAre(8, 8)) << "full-width digits are like kanji";
    EXPECT_THAT(advances("28℃"), ElementsAre(4, 4, 8)) << "nothing in front of cl-13";
    EXPECT_THAT(advances("あ A"), ElementsAre(8, 4, 4)) << "a typed space is enough";
}

TEST(Spaces, ALineIsAsWideAsItsInk) {
    EXPECT_EQ(width(broken({plain("あ。")}, 60)), 12);
    EXPECT_EQ(width(broken({plain("（あ）")}, 60)), 16);
}

TEST(Spaces, TheBlankHalfAtTheEndNeedsNoRoom) {
    EXPECT_THAT(broken({plain("あいう。えおか")}, 3.5).lines(), ElementsAre("あいう。", "えおか"));
}

TEST(Justify, AColumnOfWholeEmsIsSetSolid) {
    const Broken made = broken({plain("あいうえおかきくけこさしす")}, 11.9, justified());
    EXPECT_THAT(made.lines(), ElementsAre("あいうえおかきくけこさ", "しす"));
    EXPECT_EQ(width(made), 88);
    EXPECT_EQ(made.result.lines[0].adjusted, Length{});
}

TEST(Justify, ALastLineMayGoToTheEdgeOfTheColumn) {
    EXPECT_THAT(broken({plain("あいうえおかきくけこABC")}, 11.75, justified()).lines(),
                ElementsAre("あいうえおかきくけこABC"));
}

TEST(Justify, TheBlankHalfAtTheEndStaysIfItHasRoom) {
    const Broken made = broken({plain("あいうえおかきくけ。さし")}, 10, justified());
    EXPECT_THAT(made.lines(), ElementsAre("あいうえおかきくけ。", "さし"));
    EXPECT_EQ(width(made), 76);
    EXPECT_EQ(made.result.lines[0].adjusted, Length{});
}

TEST(Justify, ReducesBracketsAndCommasAlikeToTakeOneMore) {
    const Broken made = broken({plain("あ、い「う」」かきくけこさ")}, 10, justified());
    EXPECT_THAT(made.lines(), ElementsAre("あ、い「う」」かきくけ", "こさ"));
    EXPECT_EQ(width(made), 80);
    const auto two_thirds_left = testing::DoubleNear(8 - 4 / 3.0, 0.01);
    EXPECT_THAT(advances(made), ElementsAre(8, two_thirds_left, two_thirds_left, 8, 8, 4, two_thirds_left, 8, 8, 8, 8));
}

TEST(Justify, ReducesWordSpacesFirst) {
    const Broken made = broken({plain("ABC DEF、あいうえおかき。く")}, 10.75, justified());
    ASSERT_EQ(made.lines()[0], "ABC DEF、あいうえおか");
    EXPECT_THAT(advances(made), ElementsAre(4, 4, 4, 2, 4, 4, 4, 6, 8, 8, 8, 8, 8, 8)) << "all of it, then the comma";
}

TEST(Justify, AFullStopInsideALineKeepsItsBlankHalf) {
    const Broken made = broken({plain("あ。い、う」」えおかきくけこ")}, 10, justified());
    ASSERT_LT(made.result.lines[0].adjusted, Length{});
    EXPECT_EQ(width(made), 80);
    EXPECT_EQ(advances(made)[1], 8);
}

TEST(Justify, AddsBesideLettersBeforeBetweenKanji) {
    const Broken made = broken({plain("あいう12えおかきく「けこさし")}, 10, justified());
    ASSERT_EQ(made.lines()[0], "あいう12えおかきく");
    const auto third = testing::DoubleNear(8 + 1 / 3.0, 0.01);
    EXPECT_THAT(advances(made), ElementsAre(third, third, 11, 4, 7, third, third, third, third, 8));
    EXPECT_EQ(width(made), 80);
}

TEST(Justify, ALineThatWouldLookTornStaysRagged) {
    const Broken made = broken({plain("あいうえおかき12,345,678円です")}, 10, justified());
    EXPECT_EQ(made.lines()[0], "あいうえおかき");
    EXPECT_EQ(width(made), 56);
    EXPECT_EQ(made.result.lines[0].adjusted, Length{});
}

TEST(Justify, AParagraphIsEvenInTheWholeInAsManyLines) {
    const ShapedText text =
        shaped({plain("友達とのやり取りを通して、「いや」「やめて」などのことばで気持ちを伝える。")});
    const std::vector<Length> sizes = {em};
    Measure measure = justified();
    measure.width = em * 14;
    measure.run_sizes = sizes;
    const BrokenText filled = find_lines(fonts(), text, measure);
    const BrokenText even = break_lines(fonts(), text, measure);
    EXPECT_EQ(even.lines.size(), filled.lines.size()) << "by these the heights were measured";
    EXPECT_NE(even.lines[0].glyph_count, filled.lines[0].glyph_count);
}

TEST(Justify, NarrowColumnsAreRagged) {
    const Broken made = broken({plain("あいうえおかき、くけ「こ")}, 9, justified());
    for (const Line& line : made.result.lines) EXPECT_EQ(line.adjusted, Length{});
}

TEST(Distribute, TheSameSpaceBetweenAllCharacters) {
    Measure measure;
    measure.adjustment = Adjustment::distribute;
    EXPECT_THAT(advances(broken({plain("児童名")}, 6, measure)), ElementsAre(20, 20, 8));
    EXPECT_EQ(width(broken({plain("児")}, 6, measure)), 8);
}

TEST(Phrases, LinesAreAsEvenAsCanBe) {
    EXPECT_THAT(broken({plain("支援内容・留意事項")}, 7, {}, BreakMode::phrase).lines(),
                ElementsAre("支援内容・", "留意事項"));
}

TEST(Phrases, NoCharacterStandsAlone) {
    for (const char* const heading : {"作成年月日", "備考", "特記事項", "担当者名", "利用曜日", "確認者氏名"}) {
        for (double measure = 3; measure < 6; measure += 0.5) {
            for (const std::string& line : broken({plain(heading)}, measure, {}, BreakMode::phrase).lines()) {
                EXPECT_GT(base::count_code_points(line), 1U) << heading << " at " << measure;
            }
        }
    }
}

TEST(Lines, SayWhatStoodWhereTheyWereFull) {
    const Broken made = broken({plain("あいうえ。か「き」100円")}, 4);
    EXPECT_EQ(made.result.lines[0].at_full, BreakClass::forbidden) << "。 may not begin a line";
    EXPECT_EQ(broken({plain("あいうえお")}, 4).result.lines[0].at_full, BreakClass::allowed);
    EXPECT_EQ(broken({plain("あいう100円")}, 4).result.lines[0].at_full, BreakClass::emergency);
}

}  // namespace
}  // namespace besshi::text::tests
