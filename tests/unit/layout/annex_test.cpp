#include "unit/layout/form_builder.h"

#include "expect_diagnostic.h"

#include <gmock/gmock.h>

/// Texts that are carried over to an annex (別紙).
namespace besshi::layout::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = Decision::Kind;

/// A panel of one row of 6 mm — a line — with one cell that may be carried over, 20 mm wide.
fill::Cell& add_bounded(fill::FilledForm& form, std::string name, std::string text,
                        std::vector<form::Overflow> overflow) {
    fill::Grid& grid = add_grid(form, std::move(name));
    add_row(grid, 6);
    fill::Cell& cell = add_cell(grid, {.column_span = 1}, std::move(text));
    cell.style.overflow = std::move(overflow);
    cell.style.overflow.push_back(form::Overflow::grow);
    return cell;
}

fill::FilledForm form_with(std::string text, std::vector<form::Overflow> overflow) {
    fill::FilledForm form = blank_form();
    add_bounded(form, "a", std::move(text), std::move(overflow));
    add_annexes(form);
    return form;
}

std::vector<std::pair<Kind, std::int64_t>> decisions_of(const PagedForm& paged) {
    std::vector<std::pair<Kind, std::int64_t>> found;
    for (const Decision& decision : paged.decisions) found.emplace_back(decision.kind, decision.amount);
    return found;
}

TEST(Annex, IsLeftOutWhereTheTextHasRoom) {
    const PagedForm paged = laid_out(form_with("一行だけ", {form::Overflow::carry_over}));
    EXPECT_EQ(paged.pages.size(), 1u);
    EXPECT_EQ(rows_of(paged, 0), "a[0]");
    EXPECT_TRUE(is_left_out(paged.form.filled->sections[0].grids[1], paged.form.grids[0][1]));
    EXPECT_THAT(paged.decisions, IsEmpty());
}

TEST(Annex, TakesTheWholeTextOfACellThatHasNoRoom) {
    const PagedForm paged = laid_out(form_with("一行目\n二行目", {form::Overflow::carry_over}));
    ASSERT_EQ(paged.pages.size(), 2u);
    EXPECT_EQ(text_of(paged, 0, 0), "別紙参照");
    EXPECT_EQ(rows_of(paged, 1), "a.annex[0] a.annex[1] a.annex[2]");
    EXPECT_EQ(text_of(paged, 1, 0), "別紙");
    EXPECT_EQ(text_of(paged, 1, 1), "見出し");
    EXPECT_EQ(text_of(paged, 1, 2), "一行目二行目");
    EXPECT_EQ(placed(paged, 0, 0).box.height, mm(6));
    EXPECT_EQ(paged.pages[0].pages_in_section, 2);
}

TEST(Annex, IsTheLastOfTheWaysTried) {
    const auto shrinks = {form::Overflow::shrink, form::Overflow::carry_over};
    const PagedForm shrunk = laid_out(form_with("一行目\n二行目", shrinks));  // two lines of 2 mm fit into 6 mm
    EXPECT_EQ(shrunk.pages.size(), 1u);
    EXPECT_LT(measured(shrunk, 0, 0).shrink_permille, 1000);
    const PagedForm carried = laid_out(form_with("一\n二\n三", shrinks));
    EXPECT_EQ(carried.pages.size(), 2u);
    EXPECT_EQ(text_of(carried, 1, 2), "一二三");
    EXPECT_EQ(measured(carried, 0, 0).shrink_permille, 1000);
}

TEST(Annex, WhatIsListedBehindItIsNotTried) {
    EXPECT_EQ(laid_out(form_with("一行目\n二行目", {form::Overflow::carry_over, form::Overflow::shrink})).pages.size(),
              2u);
}

TEST(Annex, ARowThatANeighbourMadeHigherHoldsTheText) {
    fill::FilledForm form = blank_form();
    add_bounded(form, "a", "一行目\n二行目", {form::Overflow::carry_over});
    add_cell(form.sections[0].grids[0], {.column = 1}, lines(2));
    add_annexes(form);
    EXPECT_EQ(laid_out(std::move(form)).pages.size(), 1u);
}

TEST(Annex, ARowWithoutMinimumHeightHoldsEverything) {
    fill::FilledForm form = form_with(lines(9), {form::Overflow::carry_over});
    form.sections[0].grids[0].rows[0].min_height = Length{0};
    EXPECT_EQ(laid_out(std::move(form)).pages.size(), 1u);
}

TEST(Annex, SeveralAreNumberedInReadingOrderAndFollowEachOther) {
    fill::FilledForm form = blank_form();
    add_bounded(form, "a", lines(3), {form::Overflow::carry_over});
    add_bounded(form, "b", "一行だけ", {form::Overflow::carry_over});
    add_bounded(form, "c", lines(2), {form::Overflow::carry_over});
    add_annexes(form);
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(paged.pages.size(), 2u);
    EXPECT_EQ(text_of(paged, 0, 0), "別紙１参照");
    EXPECT_EQ(text_of(paged, 0, 1), "一行だけ");
    EXPECT_EQ(text_of(paged, 0, 2), "別紙２参照");
    EXPECT_EQ(rows_of(paged, 1), "a.annex[0] a.annex[1] a.annex[2] c.annex[0] c.annex[1] c.annex[2]");
    EXPECT_EQ(text_of(paged, 1, 0), "別紙１");
    EXPECT_EQ(text_of(paged, 1, 3), "別紙２");
    EXPECT_EQ(paged.pages[1].rows[3].top - (paged.pages[1].rows[2].top + paged.pages[1].rows[2].height), mm(6));
    EXPECT_THAT(decisions_of(paged), ElementsAre(std::pair(Kind::carried_over, 1), std::pair(Kind::carried_over, 2)));
    EXPECT_EQ(paged.decisions[1].cell, "c.1");
    EXPECT_EQ(paged.decisions[1].origin.pointer, "/c.1");
}

TEST(Annex, NumbersBeginAnewInEachSection) {
    fill::FilledForm form = form_with(lines(2), {form::Overflow::carry_over});
    form.sections.push_back(form.sections[0]);
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(paged.pages.size(), 4u);
    EXPECT_EQ(text_of(paged, 1, 0), "別紙");
    EXPECT_EQ(text_of(paged, 3, 0), "別紙");
    EXPECT_EQ(paged.pages[3].section, 1u);
    EXPECT_EQ(paged.pages[3].number, 2);
}

TEST(Annex, LeavesWhereTheSignatureStandsAlone) {
    fill::FilledForm form = blank_form();
    add_bounded(form, "a", lines(2), {form::Overflow::carry_over});
    fill::Grid& sign = add_grid(form, "sign");
    sign.keep = form::Keep::previous;
    add_row(sign, 60);
    add_cell(sign, {.column_span = 4}, fill::Signature{.field_name = "s", .tip = "署名", .locks = "all"});
    add_annexes(form);
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(rows_of(paged, 0), "a[0] sign[0]");
    EXPECT_EQ(rows_of(paged, 1), "a.annex[0] a.annex[1] a.annex[2]");
}

TEST(Annex, OneHigherThanAPageGoesOnUnderItsTitle) {
    const PagedForm paged = laid_out(form_with(lines(20), {form::Overflow::carry_over}));  // 13 lines a page
    ASSERT_EQ(paged.pages.size(), 3u);
    EXPECT_EQ(rows_of(paged, 1), "a.annex[0] a.annex[1] a.annex[2]_");
    EXPECT_EQ(rows_of(paged, 2), "*a.annex[0] *a.annex[1] -a.annex[2]");
    EXPECT_EQ(text_of(paged, 2, 0), "別紙");
}

TEST(Annex, HasTheFormsOwnSizeAndDoesNotCountAmongThePagesToKeepTo) {
    fill::FilledForm form = form_with(lines(2), {form::Overflow::carry_over});
    form.fit = {.sizes = {mm(4), mm(3)}, .pages = 1};
    EXPECT_EQ(laid_out(form).form.size, mm(4));
    form.sections[0].grids[0].rows[0].min_height = mm(3);
    fill::Grid& high = form.sections[0].grids[0];
    add_row(high, 0);
    add_cell(high, {.row = 1, .column_span = 4}, lines(17));  // 86 mm: only the smaller size keeps to a page
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(paged.form.size, mm(3));
    ASSERT_EQ(paged.pages.size(), 2u);
    EXPECT_EQ(measured(paged, 1, 2).size, mm(4));
}

TEST(Annex, StandsAtTheTopOfItsPageEvenWhereTheFormIsCentred) {
    fill::FilledForm form = form_with(lines(2), {form::Overflow::carry_over});
    form.page.center_vertically = true;
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_GT(paged.pages[0].rows[0].top, mm(40));
    EXPECT_EQ(paged.pages[1].rows[0].top, mm(10));
}

TEST(Annex, RunningHeadsStandOnItsPagesToo) {
    fill::FilledForm form = form_with(lines(2), {form::Overflow::carry_over});
    form.sections[0].footer.center = fill::BandText{.runs = {run("\uFDD2／\uFDD3")}, .style = plain_style()};
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(paged.pages[1].bands.size(), 1u);
    EXPECT_EQ(paged.pages[1].bands[0].text.runs[0].text, "2／2");
}

/// Two events and a box beside them that holds two lines of 2 mm: their notes go there, then to the annex.
fill::FilledForm week(std::string first_event, std::string second_event) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "week", fill::Grid::Kind::timetable);
    add_row(grid, 5);
    add_row(grid, 5);
    add_cell(grid, {}, std::move(first_event));
    add_cell(grid, {.row = 1}, std::move(second_event));
    fill::Cell& side = add_cell(grid, {.column = 1, .row_span = 2}, "一\n二");
    side.style.overflow = {form::Overflow::shrink, form::Overflow::carry_over, form::Overflow::grow};
    for (std::size_t i : {0u, 1u}) {
        grid.cells[i].style.overflow = {form::Overflow::shrink, form::Overflow::note, form::Overflow::grow};
        grid.cells[i].note =
            fill::NoteAlternative{.target_cell = 2, .order = i, .sentence = {run(i == 0 ? "一の文" : "二の文")}};
    }
    add_annexes(form);
    return form;
}

TEST(Annex, TakesTheNotesOfAFullSideBox) {
    const PagedForm one = laid_out(week(lines(4), "遊び"));
    EXPECT_EQ(one.pages.size(), 1u);
    EXPECT_EQ(text_of(one, 0, 2), "一二①一の文");
    const PagedForm both = laid_out(week(lines(4), lines(5)));
    ASSERT_EQ(both.pages.size(), 2u);
    EXPECT_EQ(text_of(both, 0, 0), "①");
    EXPECT_EQ(text_of(both, 0, 1), "②");
    EXPECT_EQ(text_of(both, 0, 2), "別紙参照");
    EXPECT_EQ(text_of(both, 1, 2), "一二①一の文②二の文");
    EXPECT_EQ(measured(both, 1, 2).text.lines.size(), 4u);
    EXPECT_THAT(decisions_of(both),
                ElementsAre(std::pair(Kind::noted, 1), std::pair(Kind::noted, 2), std::pair(Kind::carried_over, 1)));
}

TEST(Annex, ATextMissingOnItIsLost) {
    PagedForm paged = laid_out(form_with("一行目\n二行目", {form::Overflow::carry_over}));
    EXPECT_SILENT("layout.text.lost", check_text(paged));
    paged.pages[1].cells[2].line_count = 1;
    const Diagnostics faults = check_text(paged);
    EXPECT_FIRES("layout.text.lost", faults);
    EXPECT_EQ(faults.size(), 1u);
}

TEST(Annex, IsLostTextIfItStandsNowhere) {
    PagedForm paged = laid_out(form_with("一行目\n二行目", {form::Overflow::carry_over}));
    paged.pages.pop_back();
    EXPECT_EQ(check_text(paged).size(), 3u);
}

}  // namespace
}  // namespace besshi::layout::tests
