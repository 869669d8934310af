#include "unit/layout/form_builder.h"

#include <gmock/gmock.h>

namespace besshi::layout::tests {
namespace {

using testing::ElementsAre;

std::vector<Length> row_heights(const PagedForm& paged, std::size_t grid = 0) {
    return paged.form.grids[0][grid].row_heights;
}

TEST(Measure, ACellNeedsItsLinesAndTheWhiteAboveAndBelow) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 0, "一\n二\n三");
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).line_pitch, mm(5));
    EXPECT_EQ(measured(paged, 0, 0).text_height, mm(15));
    EXPECT_THAT(row_heights(paged), ElementsAre(mm(16)));
}

TEST(Measure, TheMinimumHeightOfARowHolds) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 25.1, "一");
    EXPECT_THAT(row_heights(laid_out(std::move(form))), ElementsAre(mm(25.1)));
}

TEST(Measure, AColumnHoldsWhatItsInnerWidthHolds) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {}, "あいうえおか");  // 20 mm − 2 × 1 mm hold four characters of 4 mm
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(measured(paged, 0, 0).text.lines.size(), 2u);
    EXPECT_EQ(measured(paged, 0, 0).text.lines[0].glyph_count, 4u);
    EXPECT_EQ(measured(paged, 0, 0).padding_x, mm(1));
}

TEST(Measure, PaddingGivesWayWhereNoCharacterWouldFitOtherwise) {
    fill::FilledForm form = blank_form();
    form.ruler = {mm(4.6), mm(75.4)};
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {}, "あ");
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).padding_x, mm(0.3));
}

TEST(Measure, AnEmptyCellNeedsNothing) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 2.79);
    add_cell(grid, {}, "");
    add_cell(grid, {.column = 1}, fill::Empty{});
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_THAT(row_heights(paged), ElementsAre(mm(2.79)));
    EXPECT_TRUE(measured(paged, 0, 0).text.lines.empty());
}

TEST(Measure, TheLargestSizeOfACellMakesItsPitch) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    fill::Run large = run("大");
    large.size = mm(8);
    add_cell(grid, {.column_span = 4}, fill::Text{.runs = {run("小"), large}, .hang = {}});
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).line_pitch, mm(10));
    EXPECT_THAT(measured(paged, 0, 0).run_sizes, ElementsAre(mm(4), mm(8)));
}

TEST(Measure, SpanningSurplusIsSharedByHeight) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 6);
    add_row(grid, 2);
    add_cell(grid, {.row_span = 2}, lines(3));  // needs 16 of 8: rows double
    const PagedForm paged = laid_out(std::move(form));
    const auto heights = row_heights(paged);
    EXPECT_THAT(heights, ElementsAre(mm(12), mm(4)));
}

TEST(Measure, SpanningSurplusGoesToTheLastRowOfARecordOfSeveralRows) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a", fill::Grid::Kind::table);
    for (const int record : {0, 0, 1, 1}) add_row(grid, 2, record);
    add_cell(grid, {.row_span = 4}, lines(3));  // needs 16 of 8
    EXPECT_THAT(row_heights(laid_out(std::move(form))), ElementsAre(mm(2), mm(6), mm(2), mm(6)));
}

TEST(Measure, SpanningSurplusOfRecordsOfOneRowIsSharedByHeight) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a", fill::Grid::Kind::table);
    for (const int record : {0, 1}) add_row(grid, 4, record);
    add_cell(grid, {.row_span = 2}, lines(3));  // needs 16 of 8
    EXPECT_THAT(row_heights(laid_out(std::move(form))), ElementsAre(mm(8), mm(8)));
}

TEST(Measure, InATimetableSpanningSurplusIsSharedEvenly) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a", fill::Grid::Kind::timetable);
    add_row(grid, 4);
    add_row(grid, 4);
    add_row(grid, 2);
    add_cell(grid, {.row_span = 3}, lines(3));  // needs 16 of 10
    EXPECT_THAT(row_heights(laid_out(std::move(form))), ElementsAre(mm(6), mm(6), mm(4)));
}

TEST(Measure, ARowOfATimetableHasNoWhiteAboveAndBelowItsLine) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a", fill::Grid::Kind::timetable);
    add_row(grid, 2.79);
    add_cell(grid, {}, "あ");
    EXPECT_THAT(row_heights(laid_out(std::move(form))), ElementsAre(mm(5)));
}

TEST(Measure, NarrowSpansGrowBeforeWideOnes) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    for (int i = 0; i < 3; ++i) add_row(grid, 6);
    add_cell(grid, {.row_span = 3}, lines(5));               // needs 26
    add_cell(grid, {.column = 1, .row_span = 2}, lines(4));  // needs 21: then 27 are there
    const auto heights = row_heights(laid_out(std::move(form)));
    EXPECT_EQ(heights[0] + heights[1] + heights[2], mm(27));
}

TEST(Measure, ExplicitSizesScaleWithTheChosenSizeDownToTheFloor) {
    fill::FilledForm form = blank_form();
    form.fit = {.sizes = {mm(4), mm(3)}, .pages = 1};
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    fill::Run large = run("大");
    large.size = mm(8);
    fill::Run small = run("小");
    small.size = mm(2.4);
    fill::Run tiny = run("微");
    tiny.size = mm(1.5);
    add_cell(grid, {.column_span = 4}, fill::Text{.runs = {run("中"), large, small, tiny}, .hang = {}});
    add_panel(form, "fill", 0, lines(15));  // 76 mm: too much with 11 mm above it, at 3 mm enough
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(paged.form.size, mm(3));
    EXPECT_THAT(measured(paged, 0, 0).run_sizes, ElementsAre(mm(3), mm(6), mm(2), mm(1.5)));
}

// ── overflow ──

fill::Cell& fixed_cell(fill::FilledForm& form, double min_mm, std::string text, std::vector<form::Overflow> overflow) {
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, min_mm);
    fill::Cell& cell = add_cell(grid, {}, std::move(text));
    cell.style.overflow = std::move(overflow);
    return cell;
}

TEST(Overflow, ShrinksInStepsUntilTheRowHoldsIt) {
    fill::FilledForm form = blank_form();
    fixed_cell(form, 6, "あいうえお", {form::Overflow::shrink, form::Overflow::grow});
    const PagedForm paged = laid_out(std::move(form));
    // Five characters in 18 mm: 3.6 mm is the first step of 2.5 % that holds.
    EXPECT_EQ(measured(paged, 0, 0).shrink_permille, 900);
    EXPECT_EQ(measured(paged, 0, 0).run_sizes[0], mm(3.6));
    EXPECT_THAT(row_heights(paged), ElementsAre(mm(6)));
}

TEST(Overflow, ShrinkingEndsAtTheFloorAndTheRowGrows) {
    fill::FilledForm form = blank_form();
    fixed_cell(form, 6, lines(9), {form::Overflow::shrink, form::Overflow::grow});
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).size, mm(2));
    EXPECT_THAT(row_heights(paged), ElementsAre(mm(9 * 2.5 + 1)));
}

TEST(Overflow, TheStyleMayRaiseTheFloor) {
    fill::FilledForm form = blank_form();
    fixed_cell(form, 6, lines(9), {form::Overflow::shrink, form::Overflow::grow}).style.min_size = mm(3);
    EXPECT_EQ(measured(laid_out(std::move(form)), 0, 0).size, mm(3));
}

TEST(Overflow, NarrowsToFourFifthsAtMost) {
    fill::FilledForm form = blank_form();
    fixed_cell(form, 6, "あいうえお", {form::Overflow::narrow, form::Overflow::grow});
    add_grid(form, "b");
    add_row(form.sections[0].grids[1], 6);
    add_cell(form.sections[0].grids[1], {}, "あいうえおか").style.overflow = {form::Overflow::narrow};
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).narrow_permille, 900);
    EXPECT_EQ(measured(paged, 0, 0).size, mm(4));
    EXPECT_EQ(measured(paged, 1, 0).narrow_permille, 800);
    EXPECT_EQ(measured(paged, 1, 0).text.lines.size(), 2u);
}

TEST(Overflow, WaysAreTriedInTheirOrder) {
    fill::FilledForm form = blank_form();
    fixed_cell(form, 6, "あいうえおか", {form::Overflow::narrow, form::Overflow::shrink});
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).narrow_permille, 800);
    EXPECT_EQ(measured(paged, 0, 0).shrink_permille, 925);  // six at 3.7 mm × 0.8 = 17.76 mm
}

TEST(Overflow, WhatGrowsOnlyMakesRoomForItsNeighbour) {
    fill::FilledForm form = blank_form();
    fixed_cell(form, 6, "あいうえお", {form::Overflow::shrink});
    add_cell(form.sections[0].grids[0], {.column = 1}, lines(2));
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).shrink_permille, 1000);
    EXPECT_THAT(row_heights(paged), ElementsAre(mm(11)));
}

TEST(Overflow, ARowWithoutMinimumBindsOnlyTheWidth) {
    fill::FilledForm form = blank_form();
    fixed_cell(form, 0, lines(3), {form::Overflow::shrink});
    EXPECT_EQ(measured(laid_out(std::move(form)), 0, 0).shrink_permille, 1000);
}

TEST(Overflow, OneLineShrinksNarrowsAndOnlyThenWraps) {
    fill::FilledForm form = blank_form();
    fixed_cell(form, 6, "あいうえおかき", {form::Overflow::grow}).style.wrap = false;
    fill::Grid& longer = add_grid(form, "b");
    add_row(longer, 6);
    add_cell(longer, {}, "あいうえおかきくけこさ").style.wrap = false;
    fill::Grid& longest = add_grid(form, "c");
    add_row(longest, 6);
    add_cell(longest, {}, "あいうえおかきくけこさしすせそ").style.wrap = false;
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).text.lines.size(), 1u);
    EXPECT_EQ(measured(paged, 0, 0).narrow_permille, 1000);
    EXPECT_LT(measured(paged, 0, 0).shrink_permille, 1000);
    EXPECT_EQ(measured(paged, 1, 0).text.lines.size(), 1u);
    EXPECT_EQ(measured(paged, 1, 0).shrink_permille, 500);
    EXPECT_LT(measured(paged, 1, 0).narrow_permille, 1000);
    EXPECT_EQ(measured(paged, 2, 0).text.lines.size(), 2u);
}

// ── notes ──

fill::FilledForm week(std::string first_event, std::string second_event) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "week", fill::Grid::Kind::timetable);
    for (int i = 0; i < 8; ++i) add_row(grid, 5);
    add_cell(grid, {.row_span = 1}, first_event);
    add_cell(grid, {.row = 1}, second_event);
    add_cell(grid, {.column = 1, .row_span = 8, .column_span = 3}, "元の文");
    for (std::size_t i : {0u, 1u}) {
        grid.cells[i].style.overflow = {form::Overflow::shrink, form::Overflow::note};
        grid.cells[i].note =
            fill::NoteAlternative{.target_cell = 2, .order = i, .sentence = {run(i == 0 ? "一の文" : "二の文")}};
    }
    return form;
}

TEST(Note, NumbersWhatDoesNotFitAndPutsTheSentenceInTheTarget) {
    const PagedForm paged = laid_out(week(lines(4), lines(5)));
    EXPECT_EQ(text_of(paged, 0, 0), "①");
    EXPECT_EQ(text_of(paged, 0, 1), "②");
    EXPECT_EQ(text_of(paged, 0, 2), "元の文①一の文②二の文");
    EXPECT_EQ(measured(paged, 0, 2).text.lines.size(), 3u);
    EXPECT_EQ(measured(paged, 0, 1).note, 2u);
    EXPECT_EQ(measured(paged, 0, 0).size, mm(4));
    EXPECT_THAT(row_heights(paged), testing::Each(mm(5)));
}

TEST(Note, NumbersOnlyWhatDoesNotFit) {
    const PagedForm paged = laid_out(week("遊び", lines(5)));
    EXPECT_EQ(text_of(paged, 0, 0), "遊び");
    EXPECT_EQ(text_of(paged, 0, 1), "①");
    EXPECT_EQ(text_of(paged, 0, 2), "元の文①二の文");
}

TEST(Note, NumbersRunInTheOrderOfTheNotesNotOfTheCells) {
    fill::FilledForm form = week(lines(4), lines(5));
    std::vector<fill::Cell>& cells = form.sections[0].grids[0].cells;
    cells[0].note->order = 7;
    cells[1].note->order = 3;
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(text_of(paged, 0, 0), "②");
    EXPECT_EQ(text_of(paged, 0, 1), "①");
    EXPECT_EQ(text_of(paged, 0, 2), "元の文①二の文②一の文");
    EXPECT_EQ(measured(paged, 0, 0).note, 2u);
}

TEST(Note, TheBoxesOfOneEventShareANumber) {
    fill::FilledForm form = week(lines(4), lines(5));
    std::vector<fill::Cell>& cells = form.sections[0].grids[0].cells;
    cells[1].note = cells[0].note;
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(text_of(paged, 0, 0), "①");
    EXPECT_EQ(text_of(paged, 0, 1), "①");
    EXPECT_EQ(text_of(paged, 0, 2), "元の文①一の文");
}

fill::FilledForm week_with_heading(std::string second_event) {
    fill::FilledForm form = week("遊び", std::move(second_event));
    form.sections[0].grids[0].notes_heading = run("〔続き〕", fill::TextSource::generated);
    return form;
}

TEST(Note, TheHeadingIsALineOfItsOwnBeforeTheFirst) {
    const PagedForm paged = laid_out(week_with_heading(lines(5)));
    EXPECT_EQ(text_of(paged, 0, 2), "元の文〔続き〕①二の文");
    EXPECT_EQ(measured(paged, 0, 2).text.lines.size(), 3u);
}

TEST(Note, ThereIsNoHeadingWithoutANote) {
    EXPECT_EQ(text_of(laid_out(week_with_heading("学校")), 0, 2), "元の文");
}

TEST(Note, ATargetThatWasEmptyBeginsWithTheHeading) {
    fill::FilledForm form = week_with_heading(lines(5));
    form.sections[0].grids[0].cells[2].content = fill::Empty{};
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(text_of(paged, 0, 2), "〔続き〕①二の文");
    EXPECT_EQ(measured(paged, 0, 2).text.lines.size(), 2u);
}

TEST(Note, ATargetThatWasEmptyBeginsWithTheNumber) {
    fill::FilledForm form = week("遊び", lines(5));
    form.sections[0].grids[0].cells[2].content = fill::Empty{};
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(text_of(paged, 0, 2), "①二の文");
    EXPECT_EQ(measured(paged, 0, 2).text.lines.size(), 1u);
}

// ── other contents ──

TEST(Contents, AChoiceIsItsOptionsJoined) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {.column_span = 4},
             fill::Choice{.options = {{run("有"), false}, {run("無"), true}}, .between = run("・")});
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(text_of(paged, 0, 0), "有・無");
    EXPECT_THAT(measured(paged, 0, 0).chosen_runs, ElementsAre(2u));
}

TEST(Contents, ATickTakesALine) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {}, fill::Tick{.ticked = true, .origin = {}});
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).size, mm(4));
    EXPECT_THAT(row_heights(paged), ElementsAre(mm(6)));
}

TEST(Contents, ASignatureHasTenMillimetres) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 5);
    add_cell(grid, {.column_span = 4}, fill::Signature{.field_name = "s", .tip = "署名", .locks = "all"});
    EXPECT_THAT(row_heights(laid_out(std::move(form))), ElementsAre(mm(10.2)));
}

TEST(Contents, AllMissingGlyphsAreNamedAtOnce) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 6, "ก");
    add_panel(form, "b", 6, "अ");
    const auto paged = lay_out(std::move(form), fonts());
    ASSERT_FALSE(paged);
    EXPECT_GE(paged.error().size(), 2u);
    EXPECT_EQ(paged.error().front().code, "text.glyph.missing");
}

// ── fit ──

fill::FilledForm growing(int records, int pages) {
    fill::FilledForm form = blank_form();
    form.fit = {.sizes = {mm(4), mm(3.2), mm(2.4)}, .pages = pages};
    fill::Grid& table = add_grid(form, "t", fill::Grid::Kind::table);
    for (int i = 0; i < records; ++i) add_record(table, 0, lines(3));  // 16, 13 or 10 mm each, 80 mm a page
    return form;
}

TEST(Fit, TheFirstSizeThatKeepsToItsPagesWins) {
    EXPECT_EQ(laid_out(growing(10, 2)).form.size, mm(4));
    EXPECT_EQ(laid_out(growing(11, 2)).form.size, mm(3.2));
    EXPECT_EQ(laid_out(growing(13, 2)).form.size, mm(2.4));
    EXPECT_EQ(laid_out(growing(13, 0)).form.size, mm(4));
}

TEST(Fit, TheLastSizeIsTakenIfNoneKeeps) {
    fill::FilledForm form = growing(8, 1);
    form.fit.sizes.pop_back();
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(paged.form.size, mm(3.2));
    EXPECT_EQ(paged.pages.size(), 2u);
}

TEST(Fit, PagesAreCountedPerSection) {
    fill::FilledForm form = growing(8, 1);
    form.fit.sizes = {mm(4), mm(2.4)};
    form.sections.push_back(form.sections[0]);
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(paged.pages.size(), 2u);
    EXPECT_EQ(paged.pages[1].section, 1u);
    EXPECT_EQ(paged.pages[1].number, 1);
    EXPECT_EQ(paged.pages[1].pages_in_section, 1);
}

// ── decisions ──

TEST(Decisions, SayHowATextWasMadeToFit) {
    fill::FilledForm form = week(lines(4), "遊び");
    form.fit = {.sizes = {mm(4), mm(3)}, .pages = 1};
    fixed_cell(form, 6, "あいうえお", {form::Overflow::shrink});
    fill::Grid& narrow = add_grid(form, "n");
    add_row(narrow, 6);
    add_cell(narrow, {}, "あいうえお").style.overflow = {form::Overflow::narrow};
    const PagedForm paged = laid_out(std::move(form));
    using Kind = Decision::Kind;
    std::vector<std::pair<Kind, std::int64_t>> found;
    for (const Decision& decision : paged.decisions) found.emplace_back(decision.kind, decision.amount);
    EXPECT_THAT(found, ElementsAre(std::pair(Kind::size_chosen, mm(4).units), std::pair(Kind::noted, 1),
                                   std::pair(Kind::shrunk, 900), std::pair(Kind::narrowed, 900)));
    EXPECT_EQ(paged.decisions[2].cell, "a.1");
    EXPECT_EQ(paged.decisions[2].origin.pointer, "/a.1");
}

TEST(Decisions, SayWhichTextMadeItsRowsHigher) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 4);
    add_row(grid, 4);
    add_cell(grid, {.row_span = 2}, lines(3));  // needs 16 of 8
    add_cell(grid, {.column = 1, .row_span = 2}, "一");
    add_panel(form, "free", 0, lines(3));
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(paged.decisions.size(), 1u);
    EXPECT_EQ(paged.decisions[0].kind, Decision::Kind::grown);
    EXPECT_EQ(paged.decisions[0].amount, 2000);
    EXPECT_EQ(paged.decisions[0].cell, "a.1");
    EXPECT_EQ(paged.decisions[0].origin.pointer, "/a.1");
}

TEST(Decisions, CountEmergencyBreaks) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {}, "Donaudampfschifffahrt");
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(paged.decisions.size(), 1u);
    EXPECT_EQ(paged.decisions[0].kind, Decision::Kind::emergency_break);
    EXPECT_GE(paged.decisions[0].amount, 1);
}

}  // namespace
}  // namespace besshi::layout::tests
