#include "unit/layout/form_builder.h"

#include "expect_diagnostic.h"

#include <gmock/gmock.h>

/// Readings take room above each line, and none of them is lost.
namespace besshi::layout::tests {
namespace {

fill::FilledForm with_text(std::string_view text, double min_mm = 0) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, min_mm);
    add_cell(grid, {.column_span = 4}, fill::Text{.runs = {ruby_run(text)}, .hang = {}});
    return form;
}

std::string readings_of(const PagedForm& paged, std::size_t page, std::size_t cell) {
    return placed_readings(paged, paged.pages.at(page), placed(paged, page, cell));
}

TEST(Readings, SetAllLinesOfTheirCellFurtherApart) {
    const PagedForm paged = laid_out(with_text("{漢字|かんじ}\nあ"));
    const MeasuredCell& cell = measured(paged, 0, 0);
    EXPECT_EQ(cell.reading_height, mm(2));
    EXPECT_EQ(cell.line_pitch, mm(6.6)) << "4 mm of type, 2 mm of readings, 0.6 mm of white";
    EXPECT_EQ(cell.text_height, mm(13.2));
    EXPECT_EQ(paged.pages[0].rows[0].height, mm(14.2));
    EXPECT_EQ(measured(laid_out(with_text("漢字\nあ")), 0, 0).text_height, mm(10));
}

TEST(Readings, AreOfTheSizeOfTheirRun) {
    fill::FilledForm form = with_text("大");
    auto& runs = std::get<fill::Text>(form.sections[0].grids[0].cells[0].content).runs;
    runs.push_back(ruby_run("{小|しょう}"));
    runs.back().size = mm(3);
    EXPECT_EQ(measured(laid_out(std::move(form)), 0, 0).reading_height, mm(1.5));
}

TEST(Readings, StandOnThePageTheirBaseStandsOn) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += i == 0 ? "{漢字|かんじ}" : "\n{漢字|かんじ}";
    const PagedForm paged = laid_out(with_text(text));
    ASSERT_EQ(paged.pages.size(), 2u);
    const auto lines = [&](std::size_t page) { return placed(paged, page, 0).line_count; };
    for (const std::size_t page : {0u, 1u}) {
        std::string expected;
        for (std::uint32_t i = 0; i < lines(page); ++i) expected += "かんじ";
        EXPECT_EQ(readings_of(paged, page, 0), expected);
    }
    EXPECT_EQ(lines(0) + lines(1), 20u);
}

TEST(Readings, GoWithATextThatIsCarriedOver) {
    fill::FilledForm form = with_text("{別紙|べっし}に{送|おく}る\nあ\nあ", 8);
    form.sections[0].grids[0].cells[0].style.overflow = {form::Overflow::carry_over, form::Overflow::grow};
    add_annexes(form);
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(readings_of(paged, 0, 0), "");
    EXPECT_EQ(readings_of(paged, 1, 2), "べっしおく");
}

TEST(Readings, MayBeWiderThanTheirColumn) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {}, fill::Text{.runs = {ruby_run("{個別支援計画|こべつしえんけいかく}")}, .hang = {}});
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(measured(paged, 0, 0).text.lines.size(), 2u);
    EXPECT_EQ(readings_of(paged, 0, 0), "こべつしえんけいかく");
    EXPECT_EQ(paged.decisions.back().kind, Decision::Kind::emergency_break);
}

TEST(TextCheck, AReadingLeftOutIsLost) {
    PagedForm paged = laid_out(with_text("{漢字|かんじ}と{文字|もじ}"));
    EXPECT_SILENT("layout.text.lost", check_text(paged));
    paged.form.grids[0][0].cells[0].text.rubies.pop_back();
    const Diagnostics faults = check_text(paged);
    EXPECT_FIRES("layout.text.lost", faults);
    EXPECT_THAT(faults.at(0).sentence, testing::AllOf(testing::HasSubstr("10 字"), testing::HasSubstr("8 字")));
}

}  // namespace
}  // namespace besshi::layout::tests
