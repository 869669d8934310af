#include "workbook_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace besshi::xlsx::tests {

namespace {

using sheet::pixel;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Write, GivesAnArtifactWithItsHash) {
    const Result<Artifact> artifact = write(small_plan());
    ASSERT_TRUE(artifact);
    EXPECT_EQ(artifact->media_type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    EXPECT_EQ(artifact->bytes.substr(0, 2), "PK");
    EXPECT_EQ(artifact->sha256, base::sha256_hex(artifact->bytes));
}

TEST(Write, GivesTheSameBytesEveryTimeAndInEveryThread) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].cells = {text_cell(0, 0, "髙﨑"), text_cell(1, 1, "=1+1")};
    plan.sheets[0].cells[0].name = "child_name";
    const std::string first = written(plan);
    std::vector<std::string> others(4);
    std::vector<std::thread> threads;
    for (std::string& bytes : others) threads.emplace_back([&] { bytes = written(plan); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& bytes : others) EXPECT_EQ(bytes, first);
}

TEST(Write, TakesDatesFromThePlanAndNeverFromTheClock) {
    sheet::SheetPlan plan = small_plan();
    EXPECT_THAT(facts(written(plan)), Contains("created 1980-01-01T00:00:00"));
    plan.created = Date{2025, 9, 22};
    const auto dated = facts(written(plan));
    EXPECT_THAT(dated, Contains("created 2025-09-22T00:00:00"));
    EXPECT_THAT(dated, Contains("modified 2025-09-22T00:00:00"));
    EXPECT_THAT(dated, Contains("title 個別支援計画書"));
}

TEST(Write, SetsTheSizeOfEveryRowAndColumnEvenWhereItIsExcelsDefault) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].row_heights = {pixel * 20, pixel * 1, pixel * 36, pixel * 545};
    plan.sheets[0].column_widths = {pixel * 64, pixel * 3, pixel * 161};
    plan.sheets[0].cells = {text_cell(3, 2, "末尾")};
    const auto found = facts(written(plan));
    EXPECT_THAT(found, Contains("row 1 15.01 custom True"));
    EXPECT_THAT(found, Contains("row 2 0.75 custom True"));
    EXPECT_THAT(found, Contains("row 3 27 custom True"));
    EXPECT_THAT(found, Contains("row 4 408.75 custom True"));
    EXPECT_THAT(found, Contains("column 1-1 9.14062"));  // 64 / 7, cut to 1/256
    EXPECT_THAT(found, Contains("column 2-2 0.425781"));
    EXPECT_THAT(found, Contains("column 3-3 23"));  // 161 / 7
    const std::string xml = part(written(plan), "xl/worksheets/sheet1.xml");
    EXPECT_THAT(xml, HasSubstr("<col min=\"1\" max=\"1\" width=\"9.140625\" customWidth=\"1\"/>"));
}

TEST(Write, MeasuresColumnsInDigitsOfSevenPixels) {
    const std::string bytes = written(small_plan());
    EXPECT_THAT(facts(bytes), Contains("normal BIZ UDGothic 10.5 None"));
    EXPECT_THAT(part(bytes, "xl/styles.xml"), Not(HasSubstr("Calibri")));
}

TEST(Write, KeepsEveryWidthToThePixel) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].column_widths.clear();
    for (int pixels = 1; pixels <= 300; ++pixels) plan.sheets[0].column_widths.push_back(pixel * pixels);
    const std::string xml = part(written(plan), "xl/worksheets/sheet1.xml");
    std::size_t at = 0;
    for (int pixels = 1; pixels <= 300; ++pixels) {
        const std::string attribute = "width=\"";
        at = xml.find(attribute, at) + attribute.size();
        const double digits = std::stod(xml.substr(at, 20));
        EXPECT_EQ(static_cast<int>(digits * 7 + 0.5), pixels);  // ECMA-376 part 1 §18.3.1.13
    }
}

TEST(Write, SetsUpThePage) {
    sheet::SheetPlan plan = small_plan();
    sheet::Worksheet& sheet = plan.sheets[0];
    sheet.scale_percent = 93;
    sheet.top = Length::from_mm(7);
    sheet.right = Length::from_mm(12.7);
    sheet.bottom = Length::from_mm(25.4);
    sheet.left = Length::from_mm(6.35);
    sheet.header_at = Length::from_mm(5.08);
    sheet.footer_at = Length::from_mm(2.54);
    sheet.center_horizontally = true;
    sheet.row_breaks = {1, 3};
    sheet.header = "&L放課後&&デイ&R作成";
    sheet.footer = "&C（&P／&N）";
    sheet.cells = {text_cell(3, 2, "x")};
    const std::string bytes = written(plan);
    const auto found = facts(bytes);
    EXPECT_THAT(found, Contains(HasSubstr("print paper 9 landscape scale 93 fit False")));
    EXPECT_THAT(found, Contains("margins 0.2500 0.5000 0.2756 1.0000 0.2000 0.1000"));
    EXPECT_THAT(found, Contains("centred True False"));
    EXPECT_THAT(found, Contains("breaks [1, 3]"));
    EXPECT_THAT(found, Contains("gridlines False"));
    EXPECT_THAT(found, Contains(HasSubstr("$A$1:$C$4")));
    const std::string xml = part(bytes, "xl/worksheets/sheet1.xml");
    EXPECT_THAT(xml, HasSubstr("<oddHeader>&amp;L放課後&amp;&amp;デイ&amp;R作成</oddHeader>"));
    EXPECT_THAT(xml, HasSubstr("<oddFooter>&amp;C（&amp;P／&amp;N）</oddFooter>"));
    EXPECT_THAT(xml, Not(HasSubstr("fitToPage")));
    EXPECT_THAT(xml, HasSubstr("useFirstPageNumber=\"1\""));
}

TEST(Write, StandingPapers) {
    sheet::SheetPlan plan = small_plan();
    std::swap(plan.sheets[0].paper_width, plan.sheets[0].paper_height);
    EXPECT_THAT(facts(written(plan)), Contains(HasSubstr("print paper 9 portrait")));
    plan.sheets[0].paper_width = Length::from_mm(257);
    plan.sheets[0].paper_height = Length::from_mm(364);
    EXPECT_THAT(facts(written(plan)), Contains(HasSubstr("print paper 12 portrait")));
}

TEST(Write, GivesEveryCellOfAMergedRangeItsBorders) {
    sheet::SheetPlan plan = small_plan();
    plan.formats.push_back({.font_name = "BIZ UDMincho",
                            .size = Length::from_pt(10.5),
                            .bold = true,
                            .underline = true,
                            .long_text = sheet::LongText::shrink,
                            .align = form::Align::center,
                            .vertical_align = form::VerticalAlign::middle,
                            .fill = form::Color{0xF2, 0xF2, 0xF2},
                            .left = form::Stroke::medium,
                            .right = form::Stroke::thin,
                            .top = form::Stroke::dashed,
                            .bottom = form::Stroke::hair});
    sheet::SheetCell cell = text_cell(1, 0, "項　目");
    cell.runs[0] = {"項　目", Length::from_pt(10.5), true, true};
    cell.row_span = 2;
    cell.column_span = 3;
    cell.format = 1;
    plan.sheets[0].cells = {cell};
    const auto found = facts(written(plan));
    EXPECT_THAT(found, Contains("merge A2:C3"));
    EXPECT_THAT(found, Contains("cell A2 s '項\\u3000目' | BIZ UDMincho 10.5 bold underline | shrink center center"
                                " | fill FFF2F2F2 | lines medium thin dashed hair"));
    const std::string xml = part(written(plan), "xl/worksheets/sheet1.xml");
    for (const char* address : {"A2", "B2", "C2", "A3", "B3", "C3"}) {
        EXPECT_THAT(xml, HasSubstr(std::string("<c r=\"") + address + "\" s=\"1\"")) << "same format as the first cell";
    }
}

TEST(Write, StacksTheCharactersOfVerticalText) {
    sheet::SheetPlan plan = small_plan();
    plan.formats.push_back({.font_name = "BIZ UDGothic",
                            .size = Length::from_pt(11),
                            .direction = Direction::vertical,
                            .align = form::Align::center,
                            .vertical_align = form::VerticalAlign::middle,
                            .fill = {}});
    plan.formats.push_back(plan.formats.back());
    plan.formats.back().align = form::Align::distributed;
    plan.sheets[0].cells = {text_cell(0, 0, "出席者"), text_cell(1, 0, "備考"), text_cell(2, 0, "横")};
    plan.sheets[0].cells[0].format = 1;
    plan.sheets[0].cells[1].format = 2;
    const auto found = facts(written(plan));
    EXPECT_THAT(found, Contains(HasSubstr("cell A1 s '出席者' | BIZ UDGothic 11 | wrap stacked center center")));
    EXPECT_THAT(found, Contains(HasSubstr("cell A2 s '備考' | BIZ UDGothic 11 | wrap stacked center distributed")));
    EXPECT_THAT(found, Contains(HasSubstr("cell A3 s '横' | BIZ UDGothic 11 | wrap left top")));
}

TEST(Write, WritesAOneCellRangeAsAPlainCell) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].cells = {text_cell(0, 0, "一")};
    const auto found = facts(written(plan));
    EXPECT_THAT(found, Contains(HasSubstr("cell A1 s '一'")));
    EXPECT_THAT(found, Not(Contains(HasSubstr("merge"))));
}

TEST(Write, KeepsStringsStrings) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].cells = {text_cell(0, 0, "=1+1"),       text_cell(0, 1, "+81"),
                            text_cell(0, 2, "@child"),     text_cell(1, 0, "0012345678"),
                            text_cell(1, 1, "2025-09-22"), text_cell(1, 2, "TRUE"),
                            text_cell(2, 0, "-1"),         text_cell(2, 1, "https://example.com/"),
                            text_cell(2, 2, "'x")};
    const auto found = facts(written(plan));
    // openpyxl calls a shared string that begins with `=` a formula; the file itself says `t="s"`.
    const std::string xml = part(written(plan), "xl/worksheets/sheet1.xml");
    for (const char* address : {"A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3", "C3"}) {
        EXPECT_THAT(xml, ::testing::ContainsRegex(std::string("<c r=\"") + address + "\" s=\"1\" t=\"s\"><v>"))
            << address;
    }
    EXPECT_THAT(xml, Not(HasSubstr("<f>")));
    EXPECT_THAT(found, Contains(HasSubstr("cell A2 s '0012345678'")));
    EXPECT_THAT(found, Contains(HasSubstr("cell C3 s \"'x\"")));
}

TEST(Write, KeepsWhiteSpaceLineFeedsAndMarkup) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].cells = {text_cell(0, 0, " 前後に空白 "), text_cell(0, 1, "　全角"), text_cell(0, 2, "一\n二\n"),
                            text_cell(1, 0, "<b>&amp;</b>\"'"), text_cell(1, 1, "\t表")};
    const auto found = facts(written(plan));
    EXPECT_THAT(found, Contains(HasSubstr("cell A1 s ' 前後に空白 '")));
    EXPECT_THAT(found, Contains(HasSubstr("cell B1 s '\\u3000全角'")));
    EXPECT_THAT(found, Contains(HasSubstr("cell C1 s '一\\n二\\n'")));
    EXPECT_THAT(found, Contains(HasSubstr("cell A2 s '<b>&amp;</b>\"\\''")));
    EXPECT_THAT(found, Contains(HasSubstr("cell B2 s '\\t表'")));
}

TEST(Write, KeepsRareCharacters) {
    const std::string text = "𠮷野 葛\U000E0100西 辻\U000E0100 神\uFA19 张伟 김민준 Ánh が\u304B\u3099";
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].cells = {text_cell(0, 0, text)};
    EXPECT_THAT(part(written(plan), "xl/sharedStrings.xml"), HasSubstr(text));
}

TEST(Write, EscapesTextsThatExcelWouldReadAsACode) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].name = "_x0041_";
    plan.sheets[0].cells = {text_cell(0, 0, "品番_x0041_"), text_cell(0, 1, "_x0041_x0042_"),
                            text_cell(0, 2, "_x004_")};
    plan.sheets[0].cells.push_back(text_cell(1, 0, "_x00e9_"));
    plan.sheets[0].cells.back().runs.push_back({"_xFFFF_", Length::from_pt(9)});
    plan.sheets[0].footer = "&C_x0041_";
    const std::string bytes = written(plan);
    const std::string strings = part(bytes, "xl/sharedStrings.xml");
    EXPECT_THAT(strings, HasSubstr("<t>品番_x005F_x0041_</t>"));
    EXPECT_THAT(strings, HasSubstr("<t>_x005F_x0041_x005F_x0042_</t>"));
    EXPECT_THAT(strings, HasSubstr("<t>_x004_</t>"));
    EXPECT_THAT(strings, HasSubstr("<t>_x005F_x00e9_</t>"));
    EXPECT_THAT(strings, HasSubstr("<t>_x005F_xFFFF_</t>"));
    EXPECT_THAT(part(bytes, "xl/worksheets/sheet1.xml"), HasSubstr("<oddFooter>&amp;C_x005F_x0041_</oddFooter>"));
    EXPECT_THAT(part(bytes, "xl/workbook.xml"), HasSubstr("name=\"_x005F_x0041_\""));
}

TEST(Write, WritesRunsOfOneCellAsRichText) {
    sheet::SheetPlan plan = small_plan();
    sheet::SheetCell cell = text_cell(0, 0, "支援内容\n");
    cell.runs.push_back({"(内容・支援の提供上のポイント)", Length::from_pt(10)});
    cell.runs.push_back({"下線", Length::from_pt(11), true, true});
    cell.column_span = 2;
    plan.sheets[0].cells = {cell};
    const std::string bytes = written(plan);
    const std::string strings = part(bytes, "xl/sharedStrings.xml");
    EXPECT_THAT(strings, HasSubstr("<r><rPr><sz val=\"11\"/><color theme=\"1\"/><rFont val=\"BIZ UDGothic\"/>"));
    EXPECT_THAT(strings, HasSubstr("<t xml:space=\"preserve\">支援内容\n</t>"));
    EXPECT_THAT(strings, HasSubstr("<sz val=\"10\"/>"));
    EXPECT_THAT(strings, HasSubstr("<rPr><b/><u/><sz val=\"11\"/>"));
    const auto found = facts(bytes);
    EXPECT_THAT(found, Contains(HasSubstr("cell A1 s '支援内容\\n(内容・支援の提供上のポイント)下線'")));
    EXPECT_THAT(found, Contains("merge A1:B1"));
}

TEST(Write, DefinesNames) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].name = "計画's";
    plan.sheets[0].cells = {text_cell(0, 0, "a"), text_cell(2, 1, "b")};
    plan.sheets[0].cells[0].name = "intent";
    plan.sheets[0].cells[1].name = "rows_1_goal";
    const auto found = facts(written(plan));
    EXPECT_THAT(found, Contains("name intent '計画''s'!$A$1"));
    EXPECT_THAT(found, Contains("name rows_1_goal '計画''s'!$B$3"));
}

TEST(Write, WritesSheetsInOrder) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets.push_back(plan.sheets[0]);
    plan.sheets[0].name = "学期中";
    plan.sheets[1].name = "長期休業";
    const auto found = facts(written(plan));
    const auto first = std::ranges::find(found, "sheet 学期中");
    const auto second = std::ranges::find(found, "sheet 長期休業");
    ASSERT_NE(second, found.end());
    EXPECT_LT(first, second);
}

}  // namespace

}  // namespace besshi::xlsx::tests
