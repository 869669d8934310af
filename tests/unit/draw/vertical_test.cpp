#include "draw/draw.h"
#include "unit/layout/form_builder.h"

#include <gmock/gmock.h>

/// Where the glyphs of vertical lines stand. Type is 4 mm, columns are 5 mm apart.
namespace besshi::draw::tests {
namespace {

using namespace layout::tests;

/// The glyph runs of a vertical cell of 10 mm × 40 mm in the corner of the body, at 10 mm, 10 mm.
std::vector<GlyphRun> runs_of(std::string text, form::Align align = form::Align::center,
                              form::VerticalAlign vertical_align = form::VerticalAlign::top) {
    fill::FilledForm form = blank_form();
    form.ruler = {mm(10), mm(70)};
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 40);
    fill::Cell& cell = add_cell(grid, {}, std::move(text));
    cell.style.direction = Direction::vertical;
    cell.style.align = align;
    cell.style.vertical_align = vertical_align;
    auto list = place(laid_out(std::move(form)), fonts());
    if (!list) throw std::runtime_error(base::to_line(list.error().front()));
    std::vector<GlyphRun> runs;
    for (const Mark& mark : list->pages.at(0).marks)
        if (const auto* run = std::get_if<GlyphRun>(&mark.shape)) runs.push_back(*run);
    return runs;
}

TEST(VerticalText, HangsFromTheTopInTheMiddleOfItsColumn) {
    const auto runs = runs_of("出席者");
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(runs[0].stance, Stance::stacked);
    EXPECT_EQ(runs[0].origin, (Point{mm(15), mm(10.5)}));
    EXPECT_EQ(runs[0].text, "出席者");
    for (const Glyph& glyph : runs[0].glyphs) EXPECT_EQ(glyph.advance, mm(4));
}

TEST(VerticalText, IsAlignedInTheDirectionsOfThePage) {
    using form::Align;
    using form::VerticalAlign;
    EXPECT_EQ(runs_of("出席者", Align::left).at(0).origin.x, mm(13.5));
    EXPECT_EQ(runs_of("出席者", Align::right).at(0).origin.x, mm(16.5));
    EXPECT_EQ(runs_of("出席者", Align::justify).at(0).origin.x, mm(16.5)) << "vertical lines begin on the right";
    EXPECT_EQ(runs_of("出席者", Align::center, VerticalAlign::middle).at(0).origin.y, mm(24));
    EXPECT_EQ(runs_of("出席者", Align::center, VerticalAlign::bottom).at(0).origin.y, mm(37.5));
}

TEST(VerticalText, ColumnsFollowEachOtherToTheLeft) {
    const auto runs = runs_of("長期\n目標");
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs[0].text + "|" + runs[1].text, "長期|目標");
    EXPECT_EQ(runs[0].origin, (Point{mm(17.5), mm(10.5)}));
    EXPECT_EQ(runs[1].origin, (Point{mm(12.5), mm(10.5)}));
}

TEST(VerticalText, ColumnsThatStandInTheMiddleBeginAtOneHeight) {
    const auto runs = runs_of("家族\n構成図", form::Align::center, form::VerticalAlign::middle);
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs[0].origin.y, mm(24));
    EXPECT_EQ(runs[1].origin.y, mm(24));
}

TEST(VerticalText, IsSpreadOverTheHeightOfTheCell) {
    const auto runs = runs_of("氏名", form::Align::distributed);
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(runs[0].origin, (Point{mm(15), mm(10.5)}));
    EXPECT_EQ(runs[0].glyphs[0].advance, mm(35)) << "the second one ends half a millimetre above the border";
}

TEST(VerticalText, TwoDigitsStandBesideEachOther) {
    const auto runs = runs_of("10月");
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs[0].stance, Stance::level);
    EXPECT_EQ(runs[0].text, "10");
    EXPECT_NEAR(runs[0].origin.x.mm(), 13, 0.01);
    EXPECT_NEAR(runs[0].origin.y.mm(), 10.5 + 3.52, 0.01);
    EXPECT_EQ(runs[0].glyphs[0].dx, Length{0});
    EXPECT_NEAR(runs[0].glyphs[1].dx.mm(), 2, 0.01);
    EXPECT_EQ(runs[0].glyphs[1].dy, Length{0});
    EXPECT_EQ(runs[1].stance, Stance::stacked);
    EXPECT_EQ(runs[1].origin, (Point{mm(15), mm(14.5)}));
}

TEST(VerticalText, PairsAreRunsOfTheirOwn) {
    const auto runs = runs_of("10\u3000\u206012");
    std::vector<std::string> texts;
    for (const GlyphRun& run : runs) texts.push_back(run.text);
    EXPECT_THAT(texts, testing::ElementsAre("10", "\u3000\u2060", "12"));
}

TEST(VerticalText, LongerWordsLieOnTheirSideWithTheirEmBoxInTheMiddle) {
    const auto runs = runs_of("QOL");
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(runs[0].stance, Stance::turned);
    EXPECT_EQ(runs[0].origin, (Point{mm(15 - 1.52), mm(10.5)}));
    EXPECT_EQ(runs[0].text, "QOL");
}

TEST(VerticalText, SmallerTypeStandsInTheMiddleToo) {
    fill::FilledForm form = blank_form();
    form.ruler = {mm(10), mm(70)};
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 40);
    fill::Run small = run("小a1b");
    small.size = mm(2);
    fill::Cell& cell = add_cell(grid, {}, fill::Text{.runs = {run("大"), small}, .hang = {}});
    cell.style.direction = Direction::vertical;
    cell.style.align = form::Align::center;
    const auto list = place(laid_out(std::move(form)), fonts());
    ASSERT_TRUE(list);
    std::vector<Length> middles;
    for (const Mark& mark : list->pages.at(0).marks) {
        if (const auto* run = std::get_if<GlyphRun>(&mark.shape))
            middles.push_back(run->origin.x +
                              (run->stance == Stance::turned ? scale(run->size, 380, 1000) : Length{0}));
    }
    EXPECT_THAT(middles, testing::ElementsAre(mm(15), mm(15), mm(15)));
}

TEST(VerticalText, UnderlinesStandOnItsRight) {
    fill::FilledForm form = blank_form();
    form.ruler = {mm(10), mm(70)};
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 40);
    fill::Cell& cell = add_cell(grid, {}, "出席者");
    cell.style.direction = Direction::vertical;
    cell.style.align = form::Align::center;
    cell.style.underline = true;
    const auto list = place(laid_out(std::move(form)), fonts());
    ASSERT_TRUE(list);
    std::vector<Rule> rules;
    for (const Mark& mark : list->pages.at(0).marks)
        if (const auto* rule = std::get_if<Rule>(&mark.shape)) rules.push_back(*rule);
    ASSERT_EQ(rules.size(), 1u);
    EXPECT_EQ(rules[0].from, (Point{mm(17.36), mm(10.5)}));
    EXPECT_EQ(rules[0].to, (Point{mm(17.36), mm(22.5)}));
}

}  // namespace
}  // namespace besshi::draw::tests
