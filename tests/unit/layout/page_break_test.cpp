#include "layout/diagnostics.h"
#include "unit/layout/form_builder.h"

#include "expect_diagnostic.h"

#include <gmock/gmock.h>

namespace besshi::layout::tests {
namespace {

// The body is 80 mm high.

std::vector<std::string> pages_of(const PagedForm& paged) {
    std::vector<std::string> pages;
    for (std::size_t page = 0; page < paged.pages.size(); ++page) pages.push_back(rows_of(paged, page));
    return pages;
}

std::vector<PageEnd> ends_of(const PagedForm& paged) {
    std::vector<PageEnd> ends;
    for (const Page& page : paged.pages) ends.push_back(page.end);
    return ends;
}

using testing::ElementsAre;

fill::Grid& add_table(fill::FilledForm& form, double heading_mm) {
    fill::Grid& table = add_grid(form, "t", fill::Grid::Kind::table);
    if (heading_mm > 0) {
        add_row(table, heading_mm, -1, true);
        fill::Cell& heading = add_cell(table, {.column_span = 4}, "見出し");
        heading.is_heading = true;
    }
    return table;
}

TEST(PageBreak, RowsFollowEachOtherFromTheTopOfTheBody) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 20, "");
    add_panel(form, "b", 30, "").gap = mm(2.5);
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_THAT(pages_of(paged), ElementsAre("a[0] b[0]"));
    EXPECT_EQ(paged.pages[0].rows[0].top, mm(10));
    EXPECT_EQ(paged.pages[0].rows[1].top, mm(32.5));
    EXPECT_EQ(paged.pages[0].rows[1].height, mm(30));
    EXPECT_EQ(paged.pages[0].end, PageEnd::end_of_section);
}

TEST(PageBreak, WhatFitsExactlyStays) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 60, "");
    add_panel(form, "b", 20, "");
    EXPECT_THAT(pages_of(laid_out(std::move(form))), ElementsAre("a[0] b[0]"));
}

TEST(PageBreak, TheGapIsDroppedAtTheTopOfAPage) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 60, "").gap = mm(3);
    add_panel(form, "b", 20, "").gap = mm(1);
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_THAT(pages_of(paged), ElementsAre("a[0]", "b[0]"));
    EXPECT_EQ(paged.pages[0].rows[0].top, mm(10));
    EXPECT_EQ(paged.pages[1].rows[0].top, mm(10));
    EXPECT_THAT(ends_of(paged), ElementsAre(PageEnd::no_room, PageEnd::end_of_section));
}

TEST(PageBreak, AFormMayAskForANewPage) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 20, "").break_before = true;
    add_panel(form, "b", 20, "").break_before = true;
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_THAT(pages_of(paged), ElementsAre("a[0]", "b[0]"));
    EXPECT_EQ(paged.pages[0].end, PageEnd::break_before);
}

TEST(PageBreak, ARecordStaysWhole) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 0);
    for (int record = 0; record < 3; ++record) {
        add_row(table, 20, record);
        add_row(table, 15, record);
    }
    EXPECT_THAT(pages_of(laid_out(std::move(form))), ElementsAre("t[0] t[1] t[2] t[3]", "t[4] t[5]"));
}

TEST(PageBreak, ARecordHigherThanAPageIsBrokenBetweenItsRows) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 0);
    for (int row = 0; row < 3; ++row) add_row(table, 35, 0);
    EXPECT_THAT(pages_of(laid_out(std::move(form))), ElementsAre("t[0] t[1]", "t[2]"));
}

TEST(PageBreak, APanelStaysWholeWhereAPageCanHoldIt) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 30, "");
    fill::Grid& panel = add_grid(form, "b");
    add_row(panel, 30);
    add_row(panel, 30);
    EXPECT_THAT(pages_of(laid_out(std::move(form))), ElementsAre("a[0]", "b[0] b[1]"));
}

TEST(PageBreak, HeadingsAreRepeatedOnEachPageAGridGoesOnTo) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 10);
    for (int i = 0; i < 5; ++i) add_record(table, 30, "文");
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_THAT(pages_of(paged), ElementsAre("t[0] t[1] t[2]", "*t[0] t[3] t[4]", "*t[0] t[5]"));
    EXPECT_EQ(paged.pages[1].rows[1].top, mm(20));
    EXPECT_TRUE(placed(paged, 1, 0).repeated);
    EXPECT_EQ(text_of(paged, 1, 0), "見出し");
    EXPECT_FALSE(placed(paged, 0, 0).repeated);
}

TEST(PageBreak, APageNeverEndsAfterAHeading) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 60, "");
    fill::Grid& table = add_table(form, 10);
    add_record(table, 12, "文");
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_THAT(pages_of(paged), ElementsAre("a[0]", "t[0] t[1]"));
    EXPECT_EQ(paged.pages[0].end, PageEnd::kept_with_next);
}

TEST(PageBreak, AHeadingHigherThanHalfAPageIsNotRepeated) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 41);
    for (int i = 0; i < 3; ++i) add_record(table, 30, "文");
    EXPECT_THAT(pages_of(laid_out(std::move(form))), ElementsAre("t[0] t[1]", "t[2] t[3]"));
}

TEST(PageBreak, AHeadingAsHighAsAPageHasItsRowsOnTheNext) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 78);
    add_record(table, 0, "文");
    EXPECT_THAT(pages_of(laid_out(std::move(form))), ElementsAre("t[0]", "t[1]"));
}

TEST(PageBreak, AHeadingHigherThanAPageIsSplitLikeAnyRow) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 10);
    table.cells[0].content = fill::Text{.runs = {run(lines(20))}, .hang = {}};
    add_record(table, 0, "文");
    EXPECT_THAT(pages_of(laid_out(std::move(form))), ElementsAre("t[0]_", "-t[0] t[1]"));
}

// ── keep ──

TEST(Keep, ATitleStaysWithItsTableAndTheFirstRecord) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 50, "");
    add_panel(form, "title", 6, "").keep = form::Keep::next;
    fill::Grid& table = add_table(form, 10);
    add_record(table, 20, "文");
    add_record(table, 20, "文");
    EXPECT_THAT(pages_of(laid_out(std::move(form))), ElementsAre("a[0]", "title[0] t[0] t[1] t[2]"));
}

fill::FilledForm signed_form(double last_record_mm) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 10);
    add_record(table, 30, "一");
    add_record(table, last_record_mm, "二");
    add_panel(form, "foot", 7, "").keep = form::Keep::previous;
    add_panel(form, "sign", 20, "").keep = form::Keep::previous;
    return form;
}

TEST(Keep, TheSignatureBlockStaysOnThePageIfThereIsRoom) {
    EXPECT_THAT(pages_of(laid_out(signed_form(13))), ElementsAre("t[0] t[1] t[2] foot[0] sign[0]"));
}

TEST(Keep, TheSignatureBlockTakesTheLastRecordWithIt) {
    const PagedForm paged = laid_out(signed_form(14));
    EXPECT_THAT(pages_of(paged), ElementsAre("t[0] t[1]", "*t[0] t[2] foot[0] sign[0]"));
    EXPECT_EQ(paged.pages[0].end, PageEnd::kept_with_next);
}

TEST(Keep, WhatIsHigherThanAPageIsDividedAfterTheLongestPartThatFits) {
    // 10 mm of repeated heading, 50 + 7 + 20 mm: one page holds the record and the footnote.
    EXPECT_THAT(pages_of(laid_out(signed_form(50))), ElementsAre("t[0] t[1]", "*t[0] t[2] foot[0]", "sign[0]"));
}

TEST(Keep, ANewPageAskedForIsStrongerThanKeep) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 10, "").keep = form::Keep::next;
    add_panel(form, "b", 10, "").break_before = true;
    EXPECT_THAT(pages_of(laid_out(std::move(form))), ElementsAre("a[0]", "b[0]"));
}

// ── rows higher than a page ──

TEST(SplitRow, ARowHigherThanAPageIsSplitByLines) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 10);
    add_record(table, 0, lines(30));  // 151 mm; 70 mm hold 13 lines
    add_cell(table, {.row = 0, .column = 0}, "");
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_THAT(pages_of(paged), ElementsAre("t[0] t[1]_", "*t[0] -t[1]_", "*t[0] -t[1]"));
    EXPECT_THAT(ends_of(paged), ElementsAre(PageEnd::row_split, PageEnd::row_split, PageEnd::end_of_section));
    std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
    for (const Page& page : paged.pages) {
        for (const PlacedCell& cell : page.cells) {
            if (cell.cell == 1) parts.emplace_back(cell.first_line, cell.line_count);
        }
    }
    EXPECT_THAT(parts, ElementsAre(std::pair(0u, 13u), std::pair(13u, 13u), std::pair(26u, 4u)));
    EXPECT_EQ(paged.pages[0].rows[1].height, mm(70));
    EXPECT_EQ(paged.pages[2].rows[1].height, mm(21));
}

TEST(SplitRow, BeginsOnThePageItStandsOnIfTwoLinesFit) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 69, "");
    add_grid(form, "t", fill::Grid::Kind::table);
    add_record(form.sections[0].grids[1], 0, lines(20));
    EXPECT_THAT(pages_of(laid_out(form)), ElementsAre("a[0] t[0]_", "-t[0]_", "-t[0]"));
    form.sections[0].grids[0].rows[0].min_height = mm(69.01);
    EXPECT_THAT(pages_of(laid_out(form)), ElementsAre("a[0]", "t[0]_", "-t[0]"));
}

TEST(SplitRow, EveryCellKeepsItsLines) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 0);
    add_row(table, 0, 0);
    add_cell(table, {}, lines(18));
    add_cell(table, {.column = 1}, lines(3));
    add_cell(table, {.column = 2}, lines(16));
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(paged.pages.size(), 2u);
    EXPECT_EQ(placed(paged, 0, 0).line_count, 15u);
    EXPECT_EQ(placed(paged, 0, 1).line_count, 3u);
    EXPECT_EQ(placed(paged, 0, 2).line_count, 15u);
    EXPECT_EQ(placed(paged, 1, 0).line_count, 3u);
    EXPECT_EQ(placed(paged, 1, 1).line_count, 0u);
    EXPECT_EQ(placed(paged, 1, 2).line_count, 1u);
    EXPECT_TRUE(placed(paged, 0, 0).torn_below);
    EXPECT_TRUE(placed(paged, 1, 0).torn_above);
    EXPECT_TRUE(check_text(paged).empty());
}

TEST(SplitRow, AHeadingTakesAtLeastTwoLinesOfASplitRowWithIt) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 60, "");
    fill::Grid& table = add_table(form, 10);
    add_record(table, 0, lines(20));
    EXPECT_THAT(pages_of(laid_out(form)), ElementsAre("a[0]", "t[0] t[1]_", "*t[0] -t[1]"));
    form.sections[0].grids[0].rows[0].min_height = mm(59);
    EXPECT_THAT(pages_of(laid_out(form)), ElementsAre("a[0] t[0] t[1]_", "*t[0] -t[1]_", "*t[0] -t[1]"));
}

TEST(SplitRow, APageWithNoRoomForALineIsAFault) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 0, "文");
    form.page.bottom = mm(84.5);  // 5.5 mm for a line of 5 mm and 1 mm of white
    const auto refused = lay_out(form, fonts());
    EXPECT_FIRES("layout.page.no_room", besshi::tests::faults_of(refused));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error()[0].origin.line, 10);
    form.page.bottom = mm(84);
    EXPECT_SILENT("layout.page.no_room", besshi::tests::faults_of(lay_out(form, fonts())));
}

// ── torn cells ──

fill::FilledForm merged_label(int records, double record_mm, std::string label, bool continued) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_table(form, 10);
    for (int i = 0; i < records; ++i) add_row(table, record_mm, i);
    fill::Cell& cell = add_cell(table, {.row = 1, .row_span = records}, std::move(label));
    if (continued) cell.continued = run("（つづき）", fill::TextSource::generated);
    for (int i = 0; i < records; ++i) add_cell(table, {.row = i + 1, .column = 1, .column_span = 3}, "文");
    return form;
}

const PlacedCell& label_on(const PagedForm& paged, std::size_t page) {
    for (const PlacedCell& cell : paged.pages.at(page).cells) {
        if (cell.cell == 1) return cell;
    }
    throw std::runtime_error("the label is not on the page");
}

TEST(TornCell, ALabelIsRepeatedWithItsContinuation) {
    const PagedForm paged = laid_out(merged_label(4, 30, "本人支援", true));
    ASSERT_THAT(pages_of(paged), ElementsAre("t[0] t[1] t[2]", "*t[0] t[3] t[4]"));
    const PlacedCell& first = label_on(paged, 0);
    const PlacedCell& second = label_on(paged, 1);
    EXPECT_EQ(placed_text(paged, paged.pages[0], first), "本人支援");
    EXPECT_TRUE(first.torn_below);
    EXPECT_EQ(first.box, (Rect{mm(10), mm(20), mm(20), mm(60)}));
    EXPECT_TRUE(second.repeated);
    EXPECT_TRUE(second.torn_above);
    EXPECT_EQ(placed_text(paged, paged.pages[1], second), "本人支援（つづき）");
    EXPECT_EQ(second.box, (Rect{mm(10), mm(20), mm(20), mm(60)}));
}

TEST(TornCell, ALabelIsRepeatedOnEveryPageItGoesOnTo) {
    const PagedForm paged = laid_out(merged_label(6, 30, "本人支援", true));
    ASSERT_EQ(paged.pages.size(), 3u);
    EXPECT_EQ(placed_text(paged, paged.pages[1], label_on(paged, 1)), "本人支援（つづき）");
    EXPECT_EQ(placed_text(paged, paged.pages[2], label_on(paged, 2)), "本人支援（つづき）");
    EXPECT_TRUE(label_on(paged, 1).torn_below);
    EXPECT_FALSE(label_on(paged, 2).torn_below);
}

TEST(TornCell, WithoutContinuationTheRestStaysEmpty) {
    const PagedForm paged = laid_out(merged_label(4, 30, "本人支援", false));
    EXPECT_FALSE(label_on(paged, 1).repeated);
    EXPECT_EQ(label_on(paged, 1).line_count, 0u);
}

TEST(TornCell, TheFirstRowOfAPageGrowsForTheRepeatedLabel) {
    // One record of 20 mm is left for 「本人支援（つづき）」 in three lines: 16 mm. A longer label needs 26.
    const PagedForm fits = laid_out(merged_label(4, 20, "本人支援", true));
    ASSERT_EQ(fits.pages.size(), 2u);
    EXPECT_EQ(fits.pages[1].rows[1].height, mm(20));
    const PagedForm grown = laid_out(merged_label(4, 20, "本人及び家族支援地域", true));
    EXPECT_EQ(label_on(grown, 1).own->text.lines.size(), 4u);
    EXPECT_EQ(grown.pages[1].rows[1].height, mm(21));
    EXPECT_EQ(label_on(grown, 1).box.height, mm(21));
}

/// A label beside the heading, if there is one, and four records of 30 mm.
fill::FilledForm lead_of(double heading_mm) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_grid(form, "t", fill::Grid::Kind::table);
    add_row(table, heading_mm, -1, true);
    for (int i = 0; i < 4; ++i) add_row(table, 30, i);
    add_cell(table, {.row_span = 5}, "出席者").continued = run("（つづき）", fill::TextSource::generated);
    add_cell(table, {.column = 1, .column_span = 3}, "見出し").is_heading = true;
    for (int i = 0; i < 4; ++i) add_cell(table, {.row = i + 1, .column = 1, .column_span = 3}, "文");
    return form;
}

TEST(TornCell, ALeadStandsBesideTheHeadingsOnEveryPage) {
    const PagedForm paged = laid_out(lead_of(10));
    ASSERT_THAT(pages_of(paged), ElementsAre("t[0] t[1] t[2]", "*t[0] t[3] t[4]"));
    const auto leads_on = [&](std::size_t page) {
        std::vector<const PlacedCell*> leads;
        for (const PlacedCell& cell : paged.pages[page].cells)
            if (cell.cell == 0) leads.push_back(&cell);
        return leads;
    };
    ASSERT_EQ(leads_on(0).size(), 1u);
    EXPECT_EQ(leads_on(0)[0]->box, (Rect{mm(10), mm(10), mm(20), mm(70)}));
    ASSERT_EQ(leads_on(1).size(), 1u) << "not repeated as a heading beside its own part";
    const PlacedCell& second = *leads_on(1)[0];
    EXPECT_EQ(second.box, (Rect{mm(10), mm(10), mm(20), mm(70)}));
    EXPECT_EQ(second.first_row, 0u);
    EXPECT_EQ(second.row_count, 3u);
    EXPECT_EQ(placed_text(paged, paged.pages[1], second), "出席者（つづき）");
    EXPECT_TRUE(check_text(paged).empty());
}

TEST(TornCell, ALeadStandsBesideTheRowsAloneWhereTheHeadingIsNotRepeated) {
    const PagedForm paged = laid_out(lead_of(45));
    ASSERT_THAT(pages_of(paged), ElementsAre("t[0] t[1]", "t[2] t[3]", "t[4]"));
    const Page& second = paged.pages[1];
    const auto lead = std::ranges::find(second.cells, 0u, &PlacedCell::cell);
    ASSERT_NE(lead, second.cells.end());
    EXPECT_EQ(lead->box, (Rect{mm(10), mm(10), mm(20), mm(60)}));
}

TEST(TornCell, TheLinesOfATornTextGoOnInItsNextPart) {
    const PagedForm paged = laid_out(merged_label(4, 25, lines(19), false));  // 96 mm of 100
    ASSERT_THAT(pages_of(paged), ElementsAre("t[0] t[1] t[2]", "*t[0] t[3] t[4]"));
    EXPECT_EQ(label_on(paged, 0).line_count, 9u);
    EXPECT_EQ(label_on(paged, 1).first_line, 9u);
    EXPECT_EQ(label_on(paged, 1).line_count, 10u);
    EXPECT_EQ(paged.pages[1].rows[1].height, mm(26));  // ten lines and white: 51 mm
    EXPECT_FALSE(label_on(paged, 1).repeated);
    EXPECT_TRUE(check_text(paged).empty());
}

TEST(TornCell, EachPageComesToRestOnlyAfterThePageBeforeIt) {
    // Forty rows of 1.87 mm stand on a page of 75 mm, and at every 39th row a text of two lines begins that
    // spans eight. Torn by the end of a page it needs more height on the next, which pushes the last row on
    // from there: only then does the next text stand where it is torn in the end. That takes 41 rounds.
    fill::FilledForm form = blank_form();
    form.page.bottom = mm(15);
    fill::Grid& table = add_grid(form, "t", fill::Grid::Kind::table);
    constexpr int rows = 39 * 45;
    for (int row = 0; row < rows; ++row) add_row(table, 1.87, row);
    for (int row = 35; row + 8 <= 39 * 44; row += 39) add_cell(table, {.row = row, .row_span = 8}, lines(2));
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_GT(paged.pages.size(), 40u);
    for (const Page& page : paged.pages) {
        for (const PlacedCell& cell : page.cells) {
            const MeasuredCell& text = measured(paged, 0, cell.cell);
            if (cell.line_count == 0) continue;
            EXPECT_LE(text.line_pitch * cell.line_count + text.padding_y * 2, cell.box.height)
                << "page " << page.number;
        }
    }
}

// ── ruler and page ──

TEST(Ruler, StandsAtTheLeftMarginOrInTheMiddle) {
    fill::FilledForm form = blank_form();
    form.ruler = {mm(30), mm(30)};
    EXPECT_THAT(laid_out(form).ruler_edges, ElementsAre(mm(10), mm(40), mm(70)));
    form.ruler_align = form::RulerAlign::center;
    EXPECT_THAT(laid_out(form).ruler_edges, ElementsAre(mm(20), mm(50), mm(80)));
    EXPECT_EQ(laid_out(form).ruler_left, mm(20));
}

TEST(Page, ContentMayStandInTheMiddle) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 20, "文");
    form.page.center_vertically = true;
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(paged.pages[0].rows[0].top, mm(40));
    EXPECT_EQ(placed(paged, 0, 0).box.y, mm(40));
}

TEST(Page, AFormWithoutRowsIsOneEmptyPage) {
    const PagedForm paged = laid_out(blank_form());
    ASSERT_EQ(paged.pages.size(), 1u);
    EXPECT_TRUE(paged.pages[0].rows.empty());
}

}  // namespace
}  // namespace besshi::layout::tests
