#include "unit/layout/form_builder.h"

#include <gmock/gmock.h>

/// How texts fit their cells: what `render --report` says of each.
namespace besshi::layout::tests {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;
using testing::Optional;
using testing::SizeIs;

std::vector<Fitting> fittings_of(fill::FilledForm form) {
    return fittings(laid_out(std::move(form)), fonts()).value();
}

/// One cell of 20 mm, four characters wide, in a row of `min_mm`; a row of 6 mm holds one line.
fill::FilledForm one_cell(double min_mm, std::string text, std::vector<form::Overflow> overflow) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, min_mm);
    add_cell(grid, {}, std::move(text)).style.overflow = std::move(overflow);
    return form;
}

TEST(Fitting, TellsTheMeasuresOfATextThatFits) {
    const std::vector<Fitting> all = fittings_of(one_cell(11, "あいうえおか", {form::Overflow::grow}));
    ASSERT_THAT(all, SizeIs(1));
    const Fitting& field = all.front();
    EXPECT_EQ(field.origin.pointer, "/a.1");
    EXPECT_EQ(field.cell, "a.1");
    EXPECT_THAT(field.pages, ElementsAre(1));
    EXPECT_EQ(field.size_asked, mm(4));
    EXPECT_EQ(field.size_used, mm(4));
    EXPECT_EQ(field.narrow_permille, 1000);
    EXPECT_EQ(field.lines, 2u);
    EXPECT_EQ(field.characters, 6u);
    EXPECT_EQ(field.height_permille, 1000);
    EXPECT_EQ(field.width_permille, 889);  // 16 of 18 mm
    EXPECT_THAT(field.spare, Optional(2));
    EXPECT_THAT(field.decisions, IsEmpty());
}

TEST(Fitting, CountsWhatIsTooMuchAtTheSizeAsked) {
    const Fitting shrunk = fittings_of(one_cell(6, "あいうえおかき", {form::Overflow::shrink})).front();
    EXPECT_THAT(shrunk.spare, Optional(-3));
    EXPECT_LT(shrunk.size_used, mm(4));
    EXPECT_EQ(shrunk.size_asked, mm(4));
    ASSERT_THAT(shrunk.decisions, SizeIs(1));
    EXPECT_EQ(shrunk.decisions[0].kind, Decision::Kind::shrunk);
    EXPECT_THAT(fittings_of(one_cell(6, "あいうえ", {form::Overflow::shrink})).front().spare, Optional(0));
}

TEST(Fitting, CountsWhatMakesRowsHigher) {
    const Fitting grown = fittings_of(one_cell(6, "あいうえおかき", {form::Overflow::grow})).front();
    EXPECT_THAT(grown.spare, Optional(-3));
    EXPECT_EQ(grown.height_permille, 1000);
    ASSERT_THAT(grown.decisions, SizeIs(1));
    EXPECT_EQ(grown.decisions[0].kind, Decision::Kind::grown);
}

TEST(Fitting, GivesTheRoomThatOtherCellsMakeAnyway) {
    fill::FilledForm form = one_cell(6, "あ", {form::Overflow::grow});
    add_cell(form.sections[0].grids[0], {.column = 1}, lines(3));
    EXPECT_THAT(fittings_of(std::move(form)).front().spare, Optional(2 * 4 + 3));
}

TEST(Fitting, KnowsNoBoundWhereTheFormHasNone) {
    EXPECT_THAT(fittings_of(one_cell(0, "あいうえお", {form::Overflow::grow})).front().spare, Eq(std::nullopt));
}

TEST(Fitting, OfALineThatIsNotFoldedTheWidthCounts) {
    const auto spare = [](std::string text) {
        fill::FilledForm form = one_cell(0, std::move(text), {form::Overflow::shrink});
        form.sections[0].grids[0].cells[0].style.wrap = false;
        return fittings_of(std::move(form)).front().spare;
    };
    EXPECT_THAT(spare("あい"), Optional(2));
    EXPECT_THAT(spare("あいうえおか"), Optional(-2));
}

TEST(Fitting, OfAFormInASmallerSizeTheFirstCounts) {
    fill::FilledForm form = blank_form();
    form.fit = {.sizes = {mm(4), mm(2)}, .pages = 1};
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 66);
    add_row(grid, 6);
    add_cell(grid, {}, lines(15));
    add_cell(grid, {.row = 1}, lines(2));
    const std::vector<Fitting> all = fittings_of(std::move(form));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].size_used, mm(2));
    EXPECT_EQ(all[0].size_asked, mm(4));
    EXPECT_THAT(all[0].spare, Optional(-2));
    EXPECT_THAT(all[1].spare, Optional(-1));
}

TEST(Fitting, ATextOnAnAnnexStandsOnBothPages) {
    fill::FilledForm form = one_cell(6, "あいうえおか", {form::Overflow::carry_over});
    add_annexes(form);
    const std::vector<Fitting> all = fittings_of(std::move(form));
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_THAT(all[0].pages, ElementsAre(1, 2));
    EXPECT_THAT(all[0].spare, Optional(-2));
    EXPECT_EQ(all[0].characters, 6u);
    ASSERT_THAT(all[0].decisions, SizeIs(1));
    EXPECT_EQ(all[0].decisions[0].kind, Decision::Kind::carried_over);
}

TEST(Fitting, ATornTextFillsItsPartsOnAllPages) {
    const std::vector<Fitting> all = fittings_of(one_cell(0, lines(20), {form::Overflow::grow}));
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_THAT(all[0].pages, ElementsAre(1, 2));
    EXPECT_EQ(all[0].lines, 20u);
    EXPECT_GT(all[0].height_permille, 900);
    EXPECT_LE(all[0].height_permille, 1000);
}

TEST(Fitting, TellsNothingOfTheFormsOwnWords) {
    fill::FilledForm form = one_cell(6, "見出し", {form::Overflow::grow});
    form.sections[0].grids[0].cells[0].origin.pointer.clear();
    EXPECT_THAT(fittings_of(std::move(form)), IsEmpty());
}

fill::FilledForm with_head(std::string name) {
    fill::FilledForm form = one_cell(6, "あ", {form::Overflow::grow});
    fill::Run child = run(std::move(name));
    child.origin.pointer = "/child/name";
    form.sections[0].header.right = fill::BandText{{std::move(child)}, plain_style()};
    return form;
}

TEST(Fitting, TellsOfARunningHead) {
    const Fitting head = fittings_of(with_head("花子")).back();
    EXPECT_EQ(head.origin.pointer, "/child/name");
    EXPECT_EQ(head.label, "上の帯の右");
    EXPECT_THAT(head.pages, ElementsAre(1));
    EXPECT_THAT(head.decisions, IsEmpty());
}

TEST(Decisions, OfARunningHeadAreMadeKnownOnce) {
    fill::FilledForm form = with_head("寿限無寿限無五劫のすりきれ海砂利水魚の水行末");
    add_panel(form, "b", 60, "い").break_before = true;
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(paged.pages.size(), 2u);
    const auto about_head =
        std::ranges::count(paged.decisions, "/child/name", [](const Decision& one) { return one.origin.pointer; });
    ASSERT_EQ(about_head, 1);
    EXPECT_TRUE(is_adapted(paged.decisions.back()));
    EXPECT_THAT(fittings(paged, fonts()).value().back().decisions, SizeIs(1));
}

}  // namespace
}  // namespace besshi::layout::tests
