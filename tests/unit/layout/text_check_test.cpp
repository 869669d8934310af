#include "unit/layout/form_builder.h"

#include "expect_diagnostic.h"

#include <gmock/gmock.h>

namespace besshi::layout::tests {
namespace {

PagedForm two_pages() {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_grid(form, "t", fill::Grid::Kind::table);
    add_row(table, 10, -1, true);
    add_cell(table, {.column_span = 4}, "見出し");
    add_record(table, 0, "一行目\n二行目");
    add_record(table, 60, "三行目");
    return laid_out(std::move(form));
}

TEST(TextCheck, WhatIsPlacedOnceIsNotLost) {
    EXPECT_SILENT("layout.text.lost", check_text(two_pages()));
}

TEST(TextCheck, ALineLeftOutIsLost) {
    PagedForm paged = two_pages();
    paged.pages[0].cells[1].line_count = 1;
    const Diagnostics faults = check_text(paged);
    EXPECT_FIRES("layout.text.lost", faults);
    EXPECT_THAT(faults.at(0).sentence,
                testing::AllOf(testing::HasSubstr("t.2"), testing::HasSubstr("6 字"), testing::HasSubstr("3 字")));
    EXPECT_EQ(faults[0].origin.pointer, "/t.2");
}

TEST(TextCheck, ALinePlacedTwiceIsAFaultToo) {
    PagedForm paged = two_pages();
    PlacedCell again;
    again.grid = 0;
    again.cell = 1;
    again.line_count = 1;
    paged.pages[1].cells.push_back(std::move(again));
    EXPECT_FIRES("layout.text.lost", check_text(paged));
}

TEST(TextCheck, RepetitionsAreCountedApart) {
    PagedForm paged = two_pages();
    ASSERT_TRUE(paged.pages[1].cells[0].repeated);
    EXPECT_SILENT("layout.text.lost", check_text(paged));
    paged.pages[1].cells[0].repeated = false;
    EXPECT_FIRES("layout.text.lost", check_text(paged));
}

/// Two events that have no room, and the cell for their notes.
PagedForm two_notes() {
    fill::FilledForm form = blank_form();
    fill::Grid& week = add_grid(form, "week", fill::Grid::Kind::timetable);
    week.notes_heading = run("〔続き〕", fill::TextSource::generated);
    for (int i = 0; i < 2; ++i) add_row(week, 6);
    for (int i = 0; i < 2; ++i) {
        fill::Cell& event = add_cell(week, {.row = i}, "一\n二\n三\n四\n五");
        event.style.overflow = {form::Overflow::shrink, form::Overflow::note};
        event.note = fill::NoteAlternative{
            .target_cell = 2, .order = static_cast<std::size_t>(i), .sentence = {run(i == 0 ? "一の文" : "二の文")}};
    }
    add_cell(week, {.column = 1, .row_span = 2, .column_span = 2}, "");
    return laid_out(std::move(form));
}

TEST(TextCheck, TheHeadingOfTheNotesIsCountedOnce) {
    PagedForm paged = two_notes();
    EXPECT_EQ(text_of(paged, 0, 2), "〔続き〕①一の文②二の文");
    EXPECT_SILENT("layout.text.lost", check_text(paged));
    PlacedCell& target = paged.pages[0].cells.back();
    ASSERT_EQ(target.cell, 2u);
    target.first_line = 1;
    target.line_count = 2;
    const Diagnostics faults = check_text(paged);
    EXPECT_FIRES("layout.text.lost", faults);
    EXPECT_EQ(faults.size(), 1u);
}

TEST(TextCheck, OneNumberForTwoEventsLosesANote) {
    PagedForm paged = two_notes();
    paged.form.grids[0][0].cells[1].note = 1;
    EXPECT_FIRES("layout.text.lost", check_text(paged));
}

TEST(TextCheck, SentencesNeverCarryTheText) {
    PagedForm paged = two_pages();
    paged.pages[0].cells[1].line_count = 0;
    EXPECT_THAT(base::to_line(check_text(paged).at(0)), testing::Not(testing::HasSubstr("行目")));
}

TEST(Dump, IsStableText) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 12.3);
    add_cell(grid, {.column_span = 2}, "項　目\n二行目");
    form.sections[0].footer.right = fill::BandText{.runs = {run("\uFDD2／\uFDD3")}, .style = plain_style()};
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(dump(paged), R"(test-form 2024-05-17 record size 11.34pt pages 1
ruler 10.00 30.00 50.00 70.00 90.00
page 1 of section 0 (1/1), ends: end of section
  row a[0] 10.00 +12.30
    cell a.1 [10.00 10.00 40.00x12.30] 11.34pt
      | 0.00+12.00 項　目
      | 0.00+12.00 二行目
  band footer right [82.00 91.00 8.00x5.00] 11.34pt
      | 0.00+8.00 1／1
)");
    EXPECT_THAT(dump(paged.form), testing::HasSubstr("grid a\n  rows 12.30\n"));
}

}  // namespace
}  // namespace besshi::layout::tests
