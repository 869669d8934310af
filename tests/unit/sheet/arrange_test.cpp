#include "paged_form.h"

#include "expect_diagnostic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besshi::sheet::tests {

namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Le;

const std::vector<double> f01_ruler = {21.5, 39.6, 68.1, 32.5, 14.2, 25.4, 47.4, 12.0};

std::string repeated(std::string_view text, int count) {
    std::string all;
    while (count-- > 0) all += text;
    return all;
}

fill::FilledForm one_grid(fill::Grid made) {
    fill::FilledForm filled = form(f01_ruler);
    filled.sections.push_back(section("個別支援計画書", {std::move(made)}));
    return filled;
}

fill::FilledForm one_cell(fill::Cell made, double height = 10) {
    return one_grid(grid({height}, {std::move(made)}));
}

// ── vertical text ──

fill::Cell vertical_cell(std::string text) {
    fill::Cell made = cell("a", {0, 0}, std::move(text));
    made.style.direction = Direction::vertical;
    return made;
}

/// In a column of 6 mm.
fill::FilledForm narrow_cell(std::string text, double height) {
    fill::FilledForm filled = form({6, 200});
    filled.sections.push_back(section("s", {grid({height}, {vertical_cell(std::move(text))})}));
    return filled;
}

const Format& format_of_a(const SheetPlan& plan) {
    return plan.formats[named(plan, "a").format];
}

TEST(ArrangeVertical, IsStackedAndBeginsOnTheRight) {
    fill::Cell made = vertical_cell("出席者");
    const SheetPlan plan = arranged(one_cell(made, 30));
    EXPECT_EQ(format_of_a(plan).direction, Direction::vertical);
    EXPECT_EQ(format_of_a(plan).long_text, LongText::wrap);
    EXPECT_EQ(format_of_a(plan).align, form::Align::right);
    EXPECT_EQ(text_of(named(plan, "a")), "出席者");
    made.style.align = form::Align::distributed;
    EXPECT_EQ(format_of_a(arranged(one_cell(made, 30))).align, form::Align::distributed);
    made.style.direction = Direction::horizontal;
    EXPECT_EQ(format_of_a(arranged(one_cell(made, 30))).direction, Direction::horizontal);
}

TEST(ArrangeVertical, RowsAreHighEnoughForEveryCharacter) {
    // 10.2 pt at 93 % are 11 pt, 15 pixels and 3 between the characters; Excel stacks the digits too.
    EXPECT_THAT(pixels(arranged(narrow_cell("出席者", 5)).sheets[0].row_heights), ElementsAre(3 * 18 - 1));
    EXPECT_THAT(pixels(arranged(narrow_cell("10月の予定", 5)).sheets[0].row_heights), ElementsAre(6 * 18 - 1));
    EXPECT_THAT(pixels(arranged(narrow_cell("出席者", 30)).sheets[0].row_heights), ElementsAre(122));
}

TEST(ArrangeVertical, OfSeveralColumnsIsLevel) {
    const SheetPlan plan = arranged(one_cell(vertical_cell("家族\n構成"), 30));
    EXPECT_EQ(format_of_a(plan).direction, Direction::horizontal);
    EXPECT_EQ(format_of_a(plan).align, form::Align::left);
    EXPECT_EQ(text_of(named(plan, "a")), "家族\n構成");
}

TEST(ArrangeVertical, WhatIsSetLevelIsLevelInExcel) {
    EXPECT_EQ(format_of_a(arranged(one_cell(vertical_cell("一\n二\n三\n四\n五\n六\n七\n八"), 30))).direction,
              Direction::horizontal);
}

// ── rows and columns ──

TEST(Arrange, RulerAndRowsBecomeColumnsAndRows) {
    const SheetPlan plan =
        arranged(one_grid(grid({8.9, 7.3, 25.1}, {cell("a", {0, 0}, "一"), cell("b", {1, 1, 2, 3}, "二")})));
    ASSERT_EQ(plan.sheets.size(), 1u);
    const Worksheet& sheet = plan.sheets[0];
    EXPECT_EQ(plan.title, "個別支援計画書");
    EXPECT_EQ(sheet.name, "個別支援計画書");
    EXPECT_THAT(pixels(sheet.column_widths), ElementsAre(87, 161, 277, 132, 58, 103, 193, 48));
    EXPECT_THAT(pixels(sheet.row_heights), ElementsAre(36, 30, 102));  // 8.9, 16.2, 41.3 mm at 93 %
    const SheetCell& b = named(plan, "b");
    EXPECT_EQ(b.row, 1);
    EXPECT_EQ(b.column, 1);
    EXPECT_EQ(b.row_span, 2);
    EXPECT_EQ(b.column_span, 3);
    EXPECT_EQ(sheet.scale_percent, 93);
    EXPECT_THAT(sheet.row_breaks, IsEmpty());
}

TEST(Arrange, GapsBetweenBlocksAreRows) {
    fill::FilledForm filled = form(f01_ruler);
    fill::Grid second = grid({10}, {cell("b", {0, 0}, "二")});
    second.gap = mm(2.95);
    filled.sections.push_back(section("s", {grid({10}, {cell("a", {0, 0}, "一")}), second}));
    const SheetPlan plan = arranged(std::move(filled));
    EXPECT_THAT(pixels(plan.sheets[0].row_heights), ElementsAre(41, 12, 40));
    EXPECT_EQ(named(plan, "b").row, 2);
}

TEST(Arrange, PagesAreSeparatedByBreaks) {
    std::vector<fill::Cell> cells;
    for (int row = 0; row < 5; ++row) cells.push_back(cell("r" + std::to_string(row), {row, 0}, "行"));
    const SheetPlan plan = arranged(one_grid(grid({80, 80, 80, 80, 80}, cells)));
    EXPECT_THAT(plan.sheets[0].row_breaks, ElementsAre(2, 4));
    EXPECT_EQ(plan.sheets[0].row_heights.size(), 5u);
}

TEST(Arrange, RepeatedHeadingsAreRealRows) {
    std::vector<fill::Cell> cells = {cell("head", {0, 0, 1, 8}, "見出し")};
    cells[0].role = form::CellRole::label;
    cells[0].is_heading = true;
    for (int row = 1; row < 5; ++row) cells.push_back(cell("row." + std::to_string(row), {row, 0}, "行"));
    fill::Grid made = grid({10, 80, 80, 80, 80}, cells);
    made.kind = fill::Grid::Kind::table;
    made.rows[0].heading = true;
    const SheetPlan plan = arranged(one_grid(std::move(made)));
    const Worksheet& sheet = plan.sheets[0];
    EXPECT_EQ(sheet.row_heights.size(), 6u);
    EXPECT_THAT(sheet.row_breaks, ElementsAre(3));
    const auto headings = std::ranges::count_if(sheet.cells, [](const SheetCell& c) { return text_of(c) == "見出し"; });
    EXPECT_EQ(headings, 2);
    EXPECT_EQ(named(plan, "row_3").row, 4);
}

TEST(Arrange, RowsAboveExcelsHeightAreSeveralMergedRows) {
    // 190 mm at 55 % are 345 mm: 1306 pixels.
    fill::FilledForm filled = form({100, 100});
    filled.fit.sizes = {pt(6)};
    fill::Cell tall = cell("tall", {0, 0}, "高い");
    fill::Cell other = cell("other", {0, 1}, "行");
    tall.style.size = other.style.size = pt(6);
    filled.sections.push_back(section("s", {grid({190}, {tall, other})}));
    const SheetPlan plan = arranged(std::move(filled));
    EXPECT_THAT(pixels(plan.sheets[0].row_heights), ElementsAre(435, 435, 436));
    EXPECT_EQ(named(plan, "tall").row_span, 3);
    EXPECT_EQ(named(plan, "other").row_span, 3);
    EXPECT_THAT(plan.sheets[0].row_heights, Each(Le(highest_row)));
}

TEST(Arrange, ASectionIsAWorksheet) {
    fill::FilledForm filled = form({100, 100});
    filled.sections.push_back(section("学期中", {grid({10}, {cell("hours", {0, 0}, "3時00分")})}));
    filled.sections.push_back(section("長期休業", {grid({10}, {cell("hours", {0, 0}, "6時00分")})}));
    const SheetPlan plan = arranged(std::move(filled));
    ASSERT_EQ(plan.sheets.size(), 2u);
    EXPECT_EQ(plan.sheets[0].name, "学期中");
    EXPECT_EQ(plan.sheets[1].name, "長期休業");
    EXPECT_EQ(text_of(named(plan, "hours")), "3時00分");
    EXPECT_EQ(text_of(named(plan, "hours_2")), "6時00分");
}

// ── heights ──

TEST(Arrange, RowsAreRaisedWhereExcelNeedsMoreLines) {
    // 99.4 mm hold 27 characters of 10.2 pt on paper; 404 pixels less 5 hold 26 of 15 pixels.
    const auto height = [](int characters) {
        fill::FilledForm filled = form({99.4});
        filled.sections.push_back(section("s", {grid({5}, {cell("a", {0, 0}, repeated("あ", characters))})}));
        return pixels(arranged(std::move(filled)).sheets[0].row_heights).at(0);
    };
    EXPECT_EQ(height(26 * 10), 187) << "ten lines in both: 46 mm";
    EXPECT_EQ(height(27 * 10), 11 * 18 - 1) << "ten lines in the PDF, eleven in Excel";
}

TEST(Arrange, MissingHeightIsSharedByMergedRows) {
    fill::Cell merged = cell("a", {0, 7, 2, 1}, repeated("あ", 20));
    const SheetPlan plan = arranged(one_grid(grid({30, 10}, {merged})));
    const std::vector<int> heights = pixels(plan.sheets[0].row_heights);
    EXPECT_GE(heights[0] + heights[1], 10 * 18 - 1);
    EXPECT_NEAR(heights[0], heights[1] * 3, 3);
}

TEST(Arrange, EveryTextHasTheHeightThatExcelNeeds) {
    const std::string sentence = "本人の気持ちを絵カードで確かめながら、活動の見通しを一緒に立てます。";
    std::vector<fill::Cell> cells;
    for (int column = 0; column < 8; ++column) cells.push_back(cell("", {0, column}, sentence));
    const SheetPlan plan = arranged(one_grid(grid({10}, cells)));
    // The narrowest column holds two characters of 15 pixels a line.
    EXPECT_GE(plan.sheets[0].row_heights[0], pixel * (17 * 18));
}

// ── scale and paper ──

TEST(Arrange, UnusedMarginsGiveTheRoomThatExcelTakes) {
    const SheetPlan plan = arranged(one_cell(cell("a", {0, 0}, "一")));
    const Worksheet& sheet = plan.sheets[0];
    EXPECT_EQ(sheet.paper_width, mm(297));
    EXPECT_EQ(sheet.paper_height, mm(210));
    EXPECT_EQ(sheet.left, mm(6.4));
    EXPECT_EQ(sheet.right, mm(6.4));
    EXPECT_EQ(sheet.top, mm(7));
    EXPECT_EQ(sheet.bottom, mm(6.4));
    EXPECT_TRUE(sheet.center_horizontally);
    EXPECT_FALSE(sheet.center_vertically);
}

TEST(Arrange, AGridAtTheLeftKeepsItsLeftMargin) {
    fill::FilledForm filled = one_cell(cell("a", {0, 0}, "一"));
    filled.ruler_align = form::RulerAlign::left;
    const SheetPlan plan = arranged(std::move(filled));
    EXPECT_EQ(plan.sheets[0].left, mm(12));
    EXPECT_EQ(plan.sheets[0].right, mm(6.4));
    EXPECT_FALSE(plan.sheets[0].center_horizontally);
}

TEST(Arrange, UnequalMarginsKeepTheMiddleOfTheGrid) {
    fill::FilledForm filled = one_cell(cell("a", {0, 0}, "一"));
    filled.page.left = mm(20);
    filled.page.right = mm(10);
    filled.ruler = {mm(200)};
    const SheetPlan plan = arranged(std::move(filled));
    EXPECT_EQ(plan.sheets[0].left, mm(16.4));
    EXPECT_EQ(plan.sheets[0].right, mm(6.4));
}

TEST(Arrange, ACentredPageStaysCentred) {
    fill::FilledForm filled = one_cell(cell("a", {0, 0}, "一"));
    filled.page.center_vertically = true;
    filled.page.top = mm(19);
    filled.page.bottom = mm(19);
    const SheetPlan plan = arranged(std::move(filled));
    EXPECT_TRUE(plan.sheets[0].center_vertically);
    EXPECT_EQ(plan.sheets[0].top, mm(6.4));
    EXPECT_EQ(plan.sheets[0].bottom, mm(6.4));
    EXPECT_THAT(pixels(plan.sheets[0].row_heights), ElementsAre(41)) << "no row for the white above";
}

TEST(Arrange, TheScaleLeavesRoomForTheRoundingOfColumns) {
    fill::FilledForm filled = form({142, 142});
    filled.page.left = filled.page.right = mm(6.4);
    filled.sections.push_back(section("s", {grid({10}, {cell("a", {0, 0}, "一")})}));
    const SheetPlan plan = arranged(std::move(filled));
    const Worksheet& sheet = plan.sheets[0];
    EXPECT_EQ(sheet.scale_percent, 91);
    const Length width = sheet.column_widths[0] + sheet.column_widths[1];
    EXPECT_LE(base::scale(width, 91 * (1000 + width_reserve_permille), 100'000), mm(297 - 12.8));
    EXPECT_GT(base::scale(width, 92 * (1000 + width_reserve_permille), 100'000), mm(297 - 12.8));
}

TEST(Arrange, TheScaleLeavesRoomForHigherPages) {
    const SheetPlan plan = arranged(one_grid(grid({96, 96.9}, {cell("a", {0, 0}, "一"), cell("b", {1, 0}, "二")})));
    const Worksheet& sheet = plan.sheets[0];
    EXPECT_THAT(sheet.row_breaks, IsEmpty());
    EXPECT_EQ(sheet.scale_percent, 93);
    const Length height = sheet.row_heights[0] + sheet.row_heights[1];
    EXPECT_LE(base::scale(height, 93 * (1000 + height_reserve_permille), 100'000), mm(210 - 7 - 6.4));
}

TEST(Arrange, AScaleBelowExcelsLeastIsRefused) {
    layout::PagedForm narrow = paged(one_cell(cell("a", {0, 0}, "一")));
    const layout::Page& page = narrow.pages[0];
    ASSERT_EQ(page.rows.size(), 1u);
    narrow.pages[0].rows[0].height = mm(1'900);
    EXPECT_FIRES("sheet.scale.too_small", besshi::tests::faults_of(arrange(narrow, fonts())));
    narrow.pages[0].rows[0].height = mm(1'700);
    EXPECT_SILENT("sheet.scale.too_small", besshi::tests::faults_of(arrange(narrow, fonts())));
}

// ── texts ──

TEST(Arrange, TextHasTheDatasOwnLineFeedsAndNoOthers) {
    const std::string text =
        "（本人）" + repeated("友だちと遊びたい。", 20) + "\n（家族）\n\n落ち着いて過ごしてほしい。";
    EXPECT_EQ(text_of(named(arranged(one_cell(cell("a", {0, 0, 1, 3}, text))), "a")), text);
}

TEST(Arrange, RunsOfOneStyleAreJoined) {
    fill::Cell made = cell("a", {0, 0, 1, 3}, "支援内容\n");
    auto& runs = std::get<fill::Text>(made.content).runs;
    runs.push_back(run("(内容"));
    runs.push_back(run("・5領域)"));
    runs[1].size = runs[2].size = pt(9.3);
    runs.push_back(run("下線"));
    runs[3].underline = true;
    runs[3].weight = Weight::bold;
    const SheetPlan plan = arranged(one_cell(made));
    EXPECT_THAT(named(plan, "a").runs, ElementsAre(RichRun{"支援内容\n", pt(11)}, RichRun{"(内容・5領域)", pt(10)},
                                                   RichRun{"下線", pt(11), true, true}));
}

TEST(Arrange, ChoicesAndTicksAreBoxes) {
    fill::Cell choice = cell("choice", {0, 0}, "");
    choice.content = fill::Choice{{{run("有"), true}, {run("無"), false}}, run("・")};
    fill::Cell ticked = cell("ticked", {0, 1}, "");
    ticked.content = fill::Tick{true, {}};
    fill::Cell unticked = cell("unticked", {0, 2}, "");
    unticked.content = fill::Tick{false, {}};
    const SheetPlan plan = arranged(one_grid(grid({10}, {choice, ticked, unticked})));
    EXPECT_EQ(text_of(named(plan, "choice")), "■有・□無");
    EXPECT_EQ(text_of(named(plan, "ticked")), "■");
    EXPECT_EQ(text_of(named(plan, "unticked")), "□");
}

TEST(Arrange, ASignatureIsAnEmptyCellWithItsLine) {
    fill::Cell sign = cell("sign", {0, 0, 1, 3}, "");
    sign.content = fill::Signature{"guardian_signature", "保護者署名", "all"};
    sign.borders = {form::Stroke::none, form::Stroke::none, form::Stroke::none, form::Stroke::thin};
    const SheetPlan plan = arranged(one_cell(sign, 10.3));
    const SheetCell& made = named(plan, "sign");
    EXPECT_THAT(made.runs, IsEmpty());
    EXPECT_EQ(made.column_span, 3);
    EXPECT_EQ(plan.formats[made.format].bottom, form::Stroke::thin);
    EXPECT_EQ(plan.formats[made.format].top, form::Stroke::none);
}

TEST(Arrange, CondensedTypeIsSmallerType) {
    fill::Cell made = cell("a", {0, 0, 1, 3}, "長体");
    std::get<fill::Text>(made.content).runs[0].narrow = true;
    const SheetPlan plan = arranged(one_cell(made));
    EXPECT_EQ(named(plan, "a").runs[0].size, pt(9));  // 10.2 × 0.8 / 0.93 = 8.77
}

TEST(Arrange, ASplitRowShowsOnEachPageThePartOfThatPage) {
    std::string text;
    for (int i = 1; i <= 120; ++i) text += std::to_string(i) + "番目の文です。\n";
    text.pop_back();
    const layout::PagedForm pages = paged(one_cell(cell("long", {0, 0}, text)));
    ASSERT_GE(pages.pages.size(), 2u);
    const SheetPlan plan = arrange(pages, fonts()).value();
    ASSERT_EQ(plan.sheets[0].cells.size(), pages.pages.size());
    EXPECT_EQ(plan.sheets[0].cells[0].name, "long_part");
    EXPECT_EQ(plan.sheets[0].cells[1].name, "long_part_2");
    std::string joined;
    for (const SheetCell& part : plan.sheets[0].cells) joined += (joined.empty() ? "" : "\n") + text_of(part);
    EXPECT_EQ(joined, text);
}

TEST(Arrange, APartEndsInTheMiddleOfAParagraph) {
    const std::string text = repeated("本人の気持ちを確かめながら見通しを立てます。", 60);
    const layout::PagedForm pages = paged(one_cell(cell("long", {0, 0}, text)));
    ASSERT_GE(pages.pages.size(), 2u);
    const SheetPlan plan = arrange(pages, fonts()).value();
    std::string joined;
    for (std::size_t i = 0; i < plan.sheets[0].cells.size(); ++i) {
        const std::string part = text_of(plan.sheets[0].cells[i]);
        EXPECT_EQ(part, layout::placed_text(pages, pages.pages[i], pages.pages[i].cells[0]));
        joined += part;
    }
    EXPECT_EQ(joined, text);
}

TEST(Arrange, ATornLabelIsRepeatedWithItsAddition) {
    fill::Cell label = cell("item", {0, 0, 4, 1}, "本人支援");
    label.continued = run("（つづき）");
    std::vector<fill::Cell> cells = {label};
    for (int row = 0; row < 4; ++row) cells.push_back(cell("goal." + std::to_string(row), {row, 1}, "目標"));
    const SheetPlan plan = arranged(one_grid(grid({80, 80, 80, 80}, cells)));
    std::vector<std::string> labels;
    for (const SheetCell& made : plan.sheets[0].cells) {
        if (made.column == 0) labels.push_back(text_of(made) + " " + made.name);
    }
    EXPECT_THAT(labels, ElementsAre("本人支援 item", "本人支援（つづき） "));
}

// ── formats ──

TEST(Arrange, FormatsAreSharedAndComplete) {
    fill::Cell made = cell("a", {0, 0}, "一");
    made.style.align = form::Align::center;
    made.style.vertical_align = form::VerticalAlign::middle;
    made.style.fill = form::Color{0xF2, 0xF2, 0xF2};
    made.style.weight = Weight::bold;
    made.style.family = Family::mincho;
    made.borders = {form::Stroke::medium, form::Stroke::dashed, form::Stroke::hair, form::Stroke::none};
    const SheetPlan plan = arranged(one_grid(grid({10}, {made, cell("b", {0, 1}, "二"), cell("d", {0, 2}, "三")})));
    ASSERT_EQ(plan.formats.size(), 2u);
    EXPECT_EQ(plan.formats[named(plan, "a").format],
              (Format{"BIZ UDMincho", pt(11), true, false, LongText::wrap, Direction::horizontal, form::Align::center,
                      form::VerticalAlign::middle, form::Color{0xF2, 0xF2, 0xF2}, form::Stroke::medium,
                      form::Stroke::dashed, form::Stroke::hair, form::Stroke::none}));
    EXPECT_EQ(named(plan, "b").format, named(plan, "d").format);
    EXPECT_EQ(plan.formats[named(plan, "b").format].font_name, "BIZ UDGothic");
}

TEST(Arrange, ALineThatMayNotWrapIsShrunkByExcelUnlessItHadToBeBroken) {
    fill::Cell line = cell("line", {0, 0}, "氏名：");
    line.style.wrap = false;
    fill::Cell lines = cell("lines", {0, 1}, "達成\n時期");
    lines.style.wrap = false;
    fill::Cell broken = cell("broken", {0, 4}, "児童発達支援管理責任者氏名：");
    broken.style.wrap = false;
    const SheetPlan plan = arranged(one_grid(grid({10}, {line, lines, broken})));
    EXPECT_EQ(plan.formats[named(plan, "line").format].long_text, LongText::shrink);
    EXPECT_EQ(plan.formats[named(plan, "broken").format].long_text, LongText::wrap) << "the PDF folds it too";
    EXPECT_EQ(plan.formats[named(plan, "lines").format].long_text, LongText::wrap);
}

TEST(Arrange, AnEmptyCellHasTheTypeToWriteIn) {
    const SheetPlan plan = arranged(one_cell(cell("a", {0, 0}, "")));
    EXPECT_EQ(plan.formats[named(plan, "a").format].size, pt(11));
}

TEST(Arrange, BlanksWithoutBordersAreNoCells) {
    fill::Cell blank = cell("", {0, 1, 1, 2}, "");
    blank.role = form::CellRole::blank;
    blank.content = fill::Empty{};
    blank.borders = {form::Stroke::none, form::Stroke::none, form::Stroke::none, form::Stroke::none};
    fill::Cell framed = blank;
    framed.column = 3;
    framed.borders.top = form::Stroke::thin;
    const SheetPlan plan = arranged(one_grid(grid({10}, {cell("a", {0, 0}, "一"), blank, framed})));
    ASSERT_EQ(plan.sheets[0].cells.size(), 2u);
    EXPECT_EQ(plan.sheets[0].cells[1].column, 3);
}

TEST(Arrange, OnlyValuesHaveNames) {
    fill::Cell label = cell("policy_label", {0, 0}, "総合的な支援の方針");
    label.role = form::CellRole::label;
    const SheetPlan plan =
        arranged(one_grid(grid({10}, {label, cell("policy", {0, 1}, "方針"), cell("", {0, 2}, "x")})));
    EXPECT_EQ(plan.sheets[0].cells[0].name, "");
    EXPECT_EQ(plan.sheets[0].cells[1].name, "policy");
    EXPECT_EQ(plan.sheets[0].cells[2].name, "");
}

TEST(Arrange, CellsKeepTheirOrigin) {
    fill::Cell made = cell("a", {0, 0}, "一");
    made.origin.pointer = "/support_plan/overall_policy";
    EXPECT_EQ(named(arranged(one_cell(made)), "a").origin.pointer, "/support_plan/overall_policy");
}

TEST(Arrange, IsTheSameEveryTime) {
    const auto make = [] { return dump(arranged(one_cell(cell("a", {0, 0}, "一\n二")))); };
    EXPECT_EQ(make(), make());
}

TEST(Arrange, DumpIsReadable) {
    fill::FilledForm filled = one_grid(grid({8.9, 10}, {cell("a", {0, 0, 1, 2}, "一\n二"), cell("b", {1, 2}, "三")}));
    EXPECT_EQ(dump(arranged(std::move(filled))),
              "workbook 個別支援計画書\n"
              "normal BIZ UDGothic 10.5\n"
              "format 0: BIZ UDGothic 11.0 wrap left top lines thin thin thin thin\n"
              "sheet 個別支援計画書\n"
              "  paper 297.00 × 210.00 mm, scale 93 %, top 7.00 right 6.40 bottom 6.40 left 6.40, centred across\n"
              "  columns 87 161 277 132 58 103 193 48\n"
              "  row 1 30.75 pt\n"
              "    A1:B1 format 0 a 「一⏎二」\n"
              "  row 2 30.00 pt\n"
              "    C2 format 0 b 「三」\n");
}

}  // namespace

}  // namespace besshi::sheet::tests
