#include "fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besshi::text::tests {
namespace {

using testing::Each;
using testing::ElementsAre;

Measure hanging_items() {
    Measure measure;
    measure.item_leads = true;
    return measure;
}

/// `leads` must outlive the measure.
Measure hanging(std::span<const std::string> leads) {
    Measure measure;
    measure.leads = leads;
    return measure;
}

std::vector<Length> indents(const Broken& made) {
    std::vector<Length> all;
    for (const Line& line : made.result.lines) all.push_back(line.indent);
    return all;
}

std::vector<BreakReason> reasons(const Broken& made) {
    std::vector<BreakReason> all;
    for (const Line& line : made.result.lines) all.push_back(line.reason);
    return all;
}

TEST(BreakLines, FillsLinesFirstFit) {
    EXPECT_THAT(lines_of("あいうえおかき", 3), ElementsAre("あいう", "えおか", "き"));
}

TEST(BreakLines, EmptyTextHasOneLineOfItsSize) {
    const Broken made = broken({plain("")}, 10);
    ASSERT_EQ(made.result.lines.size(), 1U);
    EXPECT_EQ(made.result.lines[0].ascent + made.result.lines[0].descent, em);
    EXPECT_EQ(made.result.lines[0].ascent, Length::from_pt(8.8));
    EXPECT_EQ(made.result.lines[0].reason, BreakReason::end);
    EXPECT_EQ(broken({}, 10).result.lines.size(), 1U);
}

TEST(BreakLines, SaysWhyALineEnded) {
    EXPECT_THAT(reasons(broken({plain("あい\n\nうえお15:40～16:00")}, 4)),
                ElementsAre(BreakReason::line_feed, BreakReason::line_feed, BreakReason::opportunity,
                            BreakReason::second_rank, BreakReason::end));
    EXPECT_THAT(reasons(broken({plain("ABCDEF")}, 2)), ElementsAre(BreakReason::emergency, BreakReason::end));
}

TEST(BreakLines, CountsLinesBrokenWhereTheyShouldNot) {
    EXPECT_EQ(broken({plain("あいうえお")}, 3).result.emergencies, 0);
    EXPECT_EQ(broken({plain("ABCDEFGH")}, 2).result.emergencies, 1);
    EXPECT_EQ(broken({plain("15:40～16:00")}, 4).result.emergencies, 1);
    EXPECT_EQ(broken({plain("担当者提供機関")}, 2, {}, BreakMode::phrase).result.emergencies, 0);
}

TEST(BreakLines, AGlyphWiderThanTheMeasureStandsAlone) {
    const Broken made = broken({plain("あい")}, 0.5);
    EXPECT_THAT(made.lines(), ElementsAre("あ", "い"));
    EXPECT_EQ(made.result.lines[0].width, em);
}

TEST(BreakLines, AMeasureOfNothingStillEnds) {
    EXPECT_THAT(lines_of("あい う", 0), ElementsAre("あ", "い ", "う"));
}

TEST(BreakLines, WithoutWrapOnlyLineFeedsEndALine) {
    Measure measure;
    measure.wrap = false;
    EXPECT_THAT(broken({plain("あいうえお\nか")}, 2, measure).lines(), ElementsAre("あいうえお", "か"));
}

TEST(BreakLines, SpaceAtALineEndHasNoWidth) {
    const Broken made = broken({plain("あいう　　えお")}, 4);
    EXPECT_THAT(made.lines(), ElementsAre("あいう　　", "えお"));
    EXPECT_EQ(made.result.lines[0].width, em * 3);
    EXPECT_EQ(made.result.glyphs[3].advance, Length{});
    EXPECT_EQ(made.result.glyphs[4].advance, Length{});
}

// A rule for the pen is typed as underlined spaces.
TEST(BreakLines, SpaceAtTheEndOfAParagraphKeepsItsWidthAsFarAsThereIsRoom) {
    const Broken made = broken({plain("氏名　　　")}, 4);
    EXPECT_EQ(made.result.lines[0].width, em * 2);
    EXPECT_EQ(made.result.glyphs[2].advance, em);
    EXPECT_EQ(made.result.glyphs[3].advance, em);
    EXPECT_EQ(made.result.glyphs[4].advance, Length{});
}

TEST(BreakLines, ItemsHangByTheirLead) {
    const Broken made = broken({plain("①あいうえおか\n・（きくけこさ")}, 4, hanging_items());
    EXPECT_THAT(made.lines(), ElementsAre("①あいう", "えおか", "・（きく", "けこさ"));
    EXPECT_THAT(indents(made), ElementsAre(Length{}, em, Length{}, em));
}

TEST(BreakLines, ALeadWiderThanAThirdOfTheMeasureDoesNotHang) {
    const std::string text = "（本人）あいうえおかきくけこ";
    EXPECT_EQ(indents(broken({plain(text)}, 12, hanging_items()))[1], em * 7 / 2);
    EXPECT_EQ(indents(broken({plain(text)}, 10, hanging_items()))[1], Length{});
}

TEST(BreakLines, NothingHangsUnasked) {
    EXPECT_THAT(indents(broken({plain("①あいうえお")}, 4)), Each(Length{}));
}

TEST(BreakLines, AWordToChooseIsKeptWhole) {
    const StyledRun chosen{.text = "終了", .whole = true};
    EXPECT_THAT(broken({plain("継続・変更・"), chosen}, 7).lines(), ElementsAre("継続・変更・", "終了"));
    EXPECT_THAT(broken({plain("継続・変更・"), plain("終了")}, 7).lines(), ElementsAre("継続・変更・終", "了"));
}

/// JLREQ §3.5.3.
TEST(BreakLines, OneCharacterIsNotLeftAloneAtTheEndOfANarrowColumn) {
    Measure narrow;
    narrow.adjustment = Adjustment::justify;
    const auto set = [&](std::string_view text, double width) { return broken({plain(text)}, width, narrow).lines(); };
    EXPECT_THAT(set("休みたいときに出す。", 8), ElementsAre("休みたいときに", "出す。"));
    EXPECT_THAT(set("休みたいときに出します。", 8), ElementsAre("休みたいときに出", "します。"));
    EXPECT_THAT(set("一部介助", 3), ElementsAre("一部介", "助"));  // what is left would be much shorter
    EXPECT_THAT(lines_of("休みたいときに出す。", 8), ElementsAre("休みたいときに出", "す。"));
}

TEST(BreakLines, ParagraphsHangByALiteralLead) {
    const std::vector<std::string> leads = {"注："};
    const Broken made = broken({plain("注：あいうえおかきく\n注あいうえおかきくけ")}, 6, hanging(leads));
    EXPECT_THAT(indents(made), ElementsAre(Length{}, em * 2, Length{}, Length{}));
}

TEST(BreakLines, ParagraphsHangByTheLongestOfSeveralLeads) {
    const std::vector<std::string> leads = {"注", "注：", "例"};
    const Broken made =
        broken({plain("注：あいうえおかきく\n例いうえおかきくけ\n他いうえおかきくけ")}, 6, hanging(leads));
    EXPECT_THAT(indents(made), ElementsAre(Length{}, em * 2, Length{}, em, Length{}, Length{}));
}

TEST(BreakLines, ItemsAndLiteralLeadsHangTogether) {
    const std::vector<std::string> leads = {"例"};
    Measure measure = hanging(leads);
    measure.item_leads = true;
    const Broken made = broken({plain("①いうえおかき\n例いうえおかき")}, 4, measure);
    EXPECT_THAT(indents(made), ElementsAre(Length{}, em, Length{}, em));
}

TEST(BreakLines, ALiteralLeadMayReachOverRuns) {
    const std::vector<std::string> leads = {"注："};
    const Broken made = broken({plain("注"), plain("：あいうえおかきく")}, 6, hanging(leads));
    EXPECT_THAT(indents(made), ElementsAre(Length{}, em * 2));
}

TEST(BreakLines, NarrowGlyphsTakeLessRoom) {
    Measure measure;
    measure.narrow_permille = 800;
    const Broken made = broken({plain("あいうえおか")}, 4, measure);
    EXPECT_THAT(made.lines(), ElementsAre("あいうえお", "か"));
    EXPECT_EQ(made.result.glyphs[0].advance, Length::from_pt(8));
    EXPECT_EQ(made.result.lines[0].ascent, Length::from_pt(8.8));
}

TEST(BreakLines, TheLargestSizeOnALineGivesItsHeight) {
    const std::vector runs = {plain("あい"), plain("う")};
    const std::vector sizes = {em, em * 2};
    const ShapedText text = shaped(runs);
    const BrokenText made = break_lines(fonts(), text, {.width = em * 2, .run_sizes = sizes});
    ASSERT_EQ(made.lines.size(), 2U);
    EXPECT_EQ(made.lines[0].ascent, Length::from_pt(8.8));
    EXPECT_EQ(made.lines[1].ascent, Length::from_pt(17.6));
    EXPECT_EQ(made.lines[1].descent, Length::from_pt(2.4));
}

TEST(BreakLines, AnEmptyLineHasTheSizeOfItsLineFeed) {
    const std::vector runs = {plain("あ"), plain("\n\n"), plain("い")};
    const std::vector sizes = {em, em * 3, em};
    const BrokenText made = break_lines(fonts(), shaped(runs), {.width = em * 4, .run_sizes = sizes});
    ASSERT_EQ(made.lines.size(), 3U);
    EXPECT_EQ(made.lines[1].ascent, Length::from_pt(26.4));
}

TEST(BreakLines, EachAdvanceIsRoundedOnce) {
    const std::vector sizes = {Length{1001}};
    const ShapedText text = shaped({plain("AAA")});
    const BrokenText made = break_lines(fonts(), text, {.width = em, .run_sizes = sizes});
    for (const PlacedGlyph& glyph : made.glyphs) EXPECT_EQ(glyph.advance, Length{501});
    EXPECT_EQ(made.lines[0].width, Length{1503});
}

TEST(NaturalWidth, IsTheWidestParagraph) {
    const std::vector sizes = {em};
    EXPECT_EQ(natural_width(fonts(), shaped({plain("あい\nうえお　\nか")}), sizes), em * 3);
    EXPECT_EQ(natural_width(fonts(), shaped({plain("")}), sizes), Length{});
    EXPECT_EQ(natural_width(fonts(), shaped({plain("\n\nあ")}), sizes), em);
}

TEST(Dump, NamesReasonIndentWidthAndText) {
    const Broken made = broken({plain("①あいうえ")}, 4, hanging_items());
    EXPECT_EQ(dump(made.text, made.result),
              "opportunity indent 0.00 width 14.11 | ①あいう\n"
              "end         indent 3.53 width 3.53 | え\n");
}

TEST(BreakLines, LinesAreTheSameWithAndWithoutGlyphs) {
    const ShapedText text = shaped({plain("①気持ちを　伝える 　\n・カード（４枚）を   \nabc  ")});
    const Length size = em;
    Measure measure;
    measure.width = Length::from_pt(45);
    measure.run_sizes = {&size, 1};
    measure.item_leads = true;
    for (const bool wrap : {true, false}) {
        measure.wrap = wrap;
        const BrokenText whole = break_lines(fonts(), text, measure);
        BrokenText steps = find_lines(fonts(), text, measure);
        EXPECT_TRUE(steps.glyphs.empty());
        place_glyphs(fonts(), text, measure, steps);
        EXPECT_EQ(dump(text, steps), dump(text, whole));
        EXPECT_EQ(steps.emergencies, whole.emergencies);
        for (const Line& line : whole.lines) {
            Length width;
            for (std::uint32_t i = 0; i < line.glyph_count; ++i) width += whole.glyphs[line.first_glyph + i].advance;
            EXPECT_LE(line.width, width);
            EXPECT_LE(width, line.width + std::max(line.space, Length{}));
        }
    }
}

}  // namespace
}  // namespace besshi::text::tests
