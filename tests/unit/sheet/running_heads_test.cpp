#include "paged_form.h"

#include "expect_diagnostic.h"

#include <gtest/gtest.h>

namespace besshi::sheet::tests {

namespace {

std::string mark(char32_t code_point) {
    std::string text;
    base::append_utf8(text, code_point);
    return text;
}

fill::BandText band_text(std::string text) {
    fill::BandText band;
    band.runs.push_back(run(std::move(text)));
    band.style.size = pt(9);
    return band;
}

const std::string counters = "（" + mark(fill::page_counter_mark) + "／" + mark(fill::pages_counter_mark) + "）";

/// A form of `pages` pages without running heads.
fill::FilledForm pages(int count) {
    fill::FilledForm filled = form({100, 100});
    std::vector<fill::Cell> cells;
    for (int row = 0; row < count; ++row) cells.push_back(cell("", {row, 0}, "行"));
    filled.sections.push_back(section("s", {grid(std::vector<double>(static_cast<std::size_t>(count), 150.0), cells)}));
    return filled;
}

TEST(RunningHeads, CountersAndAmpersandsBecomeCodes) {
    fill::FilledForm filled = pages(2);
    filled.sections[0].header.left = band_text("放課後＆デイ A&B");
    filled.sections[0].footer.center = band_text(counters);
    const SheetPlan plan = arranged(std::move(filled));
    // 9 pt printed at 93 % are 10 points of Excel.
    EXPECT_EQ(plan.sheets[0].header, "&L&10&\"BIZ UDGothic,Regular\"放課後＆デイ A&&B");
    EXPECT_EQ(plan.sheets[0].footer, "&C&10&\"BIZ UDGothic,Regular\"（&P／&N）");
    EXPECT_EQ(plan.sheets[0].row_breaks.size(), 1u);
}

TEST(RunningHeads, HaveThreePieces) {
    fill::FilledForm filled = pages(1);
    filled.sections[0].header = {1, 1, band_text("左"), band_text("中"), band_text("2025")};
    filled.sections[0].header.center->style.weight = Weight::bold;
    EXPECT_EQ(arranged(std::move(filled)).sheets[0].header,
              "&L&10&\"BIZ UDGothic,Regular\"左&C&10&\"BIZ UDGothic,Bold\"中&R&10&\"BIZ UDGothic,Regular\"2025");
}

TEST(RunningHeads, TheNumberOfPagesIsASheetsOwn) {
    fill::FilledForm filled = pages(2);
    filled.sections[0].footer.center = band_text(counters);
    filled.sections.push_back(filled.sections[0]);
    filled.sections[1].sheet_name = "t";
    EXPECT_EQ(arranged(std::move(filled)).sheets[1].footer, "&C&10&\"BIZ UDGothic,Regular\"（&P／2）");
}

TEST(RunningHeads, StandWhereThereAreEnoughPages) {
    const auto footer = [](int count, int from_page, int if_pages) {
        fill::FilledForm filled = pages(count);
        filled.sections[0].footer = {from_page, if_pages, {}, band_text("足"), {}};
        return arranged(std::move(filled)).sheets[0].footer;
    };
    EXPECT_EQ(footer(1, 1, 2), "");
    EXPECT_NE(footer(2, 1, 2), "");
    EXPECT_EQ(footer(1, 2, 1), "");
    EXPECT_NE(footer(2, 2, 1), "") << "Excel cannot leave out the first page";
}

TEST(RunningHeads, KeepTheirRoomInTheMargins) {
    fill::FilledForm filled = pages(1);
    filled.sections[0].header.left = band_text("頭");
    filled.sections[0].footer.left = band_text("足");
    const SheetPlan plan = arranged(std::move(filled));
    const Length room = mm(4) + pt(9 * 1.25) + mm(1);
    EXPECT_EQ(plan.sheets[0].top, room);
    EXPECT_EQ(plan.sheets[0].bottom, room);
    EXPECT_EQ(plan.sheets[0].header_at, mm(4));
    EXPECT_EQ(plan.sheets[0].footer_at, mm(4));
}

TEST(RunningHeads, ADraftSaysSoOnEveryPage) {
    fill::FilledForm filled = pages(1);
    filled.watermark = "原案";
    EXPECT_EQ(arranged(filled).sheets[0].header, "&C原案");
    filled.sections[0].header.center = band_text("表題");
    EXPECT_EQ(arranged(std::move(filled)).sheets[0].header, "&C原案　&10&\"BIZ UDGothic,Regular\"表題");
}

Diagnostics faults_with_header(std::string text) {
    fill::FilledForm filled = pages(1);
    filled.sections[0].header.left = band_text(std::move(text));
    filled.sections[0].header.left->runs[0].origin.file = "form.toml";
    return besshi::tests::faults_of(arrange(paged(std::move(filled)), fonts()));
}

std::string repeated(std::string_view text, int count) {
    std::string all;
    while (count-- > 0) all += text;
    return all;
}

TEST(RunningHeads, LongOnesLoseTheirFontBeforeTheyAreRefused) {
    fill::FilledForm filled = pages(1);
    const std::string text = repeated("長", 240);
    filled.sections[0].header.left = band_text(text);
    EXPECT_EQ(arranged(std::move(filled)).sheets[0].header, "&L" + text);
    EXPECT_FIRES("sheet.header.too_long", faults_with_header(repeated("長", 254)));
    EXPECT_SILENT("sheet.header.too_long", faults_with_header(repeated("長", 253)));
    EXPECT_FIRES("sheet.header.too_long", faults_with_header(repeated("𠮷", 127)));
    EXPECT_SILENT("sheet.header.too_long", faults_with_header(repeated("𠮷", 126)));
    EXPECT_FIRES("sheet.header.too_long", faults_with_header(repeated("&", 127)));
    EXPECT_EQ(faults_with_header(repeated("長", 300)).front().origin.file, "form.toml");
}

}  // namespace

}  // namespace besshi::sheet::tests
