#include "workbook_file.h"

#include "expect_diagnostic.h"

#include <gtest/gtest.h>
#include <csignal>

#include <sys/resource.h>

namespace besshi::xlsx::tests {

namespace {

using besshi::tests::faults_of;
using sheet::pixel;

Diagnostics faults_of_plan(const sheet::SheetPlan& plan) {
    return faults_of(write(plan));
}

Diagnostics faults_with_text(std::string text) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].cells = {text_cell(1, 1, std::move(text))};
    return faults_of_plan(plan);
}

Diagnostics faults_with_sheet_name(std::string name) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].name = std::move(name);
    return faults_of_plan(plan);
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    while (count-- > 0) all += text;
    return all;
}

TEST(Check, CountsTheUtf16UnitsOfACell) {
    EXPECT_FIRES("xlsx.text.too_long", faults_with_text(repeated("あ", 32'768)));
    EXPECT_SILENT("xlsx.text.too_long", faults_with_text(repeated("あ", 32'767)));
    EXPECT_FIRES("xlsx.text.too_long", faults_with_text(repeated("𠮷", 16'384)));
    EXPECT_SILENT("xlsx.text.too_long", faults_with_text(repeated("𠮷", 16'383)));

    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].cells = {text_cell(0, 0, repeated("x", 20'000))};
    plan.sheets[0].cells[0].runs.push_back({repeated("y", 12'768), Length::from_pt(9)});
    EXPECT_FIRES("xlsx.text.too_long", faults_of_plan(plan));
    plan.sheets[0].cells[0].runs[1].text.pop_back();
    EXPECT_SILENT("xlsx.text.too_long", faults_of_plan(plan));
}

TEST(Check, RefusesIllFormedText) {
    EXPECT_FIRES("xlsx.text.ill_formed", faults_with_text("あ\xE3\x81"));
    EXPECT_SILENT("xlsx.text.ill_formed", faults_with_text("あ\xE3\x81\x82"));
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].header = "&C\xFF";
    EXPECT_FIRES("xlsx.text.ill_formed", faults_of_plan(plan));
}

TEST(Check, RefusesCharactersThatExcelCannotHold) {
    using namespace std::string_literals;
    for (const std::string& text :
         {"\0"s, "\x01"s, "\r"s, "\x1F"s, "\x7F"s, "\u0085"s, "\uFFFE"s, "\uFDD2"s, "\U0001FFFF"s}) {
        EXPECT_FIRES("xlsx.text.forbidden_character", faults_with_text("前" + text + "後"));
    }
    for (const std::string& text :
         {"\t"s, "\n"s, " "s, "~"s, "\u00A0"s, "\u2060"s, "\uFFFD"s, "\uFDCF"s, "\U0001F600"s}) {
        EXPECT_SILENT("xlsx.text.forbidden_character", faults_with_text("前" + text + "後"));
    }
}

TEST(Check, NamesThePlaceAndTheOriginButNotTheText) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].cells = {text_cell(2, 1, "髙﨑\x01")};
    plan.sheets[0].cells[0].origin.pointer = "/child/family_name";
    const Diagnostics faults = faults_of_plan(plan);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].sentence,
              "シート「個別支援計画書」の B3 に Excel のファイルへ書けない文字 U+0001 があります。");
    EXPECT_EQ(faults[0].origin.pointer, "/child/family_name");
}

TEST(Check, KeepsTheRulesOfSheetNames) {
    const std::string thirty_one = repeated("あ", 31);
    EXPECT_FIRES("xlsx.sheet.name", faults_with_sheet_name(thirty_one + "あ"));
    EXPECT_SILENT("xlsx.sheet.name", faults_with_sheet_name(thirty_one));
    EXPECT_FIRES("xlsx.sheet.name", faults_with_sheet_name(repeated("𠮷", 16)));
    EXPECT_SILENT("xlsx.sheet.name", faults_with_sheet_name(repeated("𠮷", 15)));
    for (const char* name :
         {"", "a[b", "a]b", "a:b", "a*b", "a?b", "a/b", "a\\b", "'ab", "ab'", "History", "HISTORY", "a\nb", "\xFF"}) {
        EXPECT_FIRES("xlsx.sheet.name", faults_with_sheet_name(name));
    }
    for (const char* name : {"a", "（別表）学期中", "a'b", "History2", "１：２"}) {
        EXPECT_SILENT("xlsx.sheet.name", faults_with_sheet_name(name));
    }
    sheet::SheetPlan plan = small_plan();
    plan.sheets.push_back(plan.sheets[0]);
    plan.sheets[0].name = "plan";
    plan.sheets[1].name = "PLAN";
    EXPECT_FIRES("xlsx.sheet.name", faults_of_plan(plan));
    plan.sheets[1].name = "PLAN2";
    EXPECT_SILENT("xlsx.sheet.name", faults_of_plan(plan));
}

TEST(Check, KeepsTheSizeOfASheet) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].row_heights.assign(1'025, pixel * 20);
    for (int row = 1; row <= 1'024; ++row) plan.sheets[0].row_breaks.push_back(row);
    EXPECT_FIRES("xlsx.sheet.too_large", faults_of_plan(plan));
    plan.sheets[0].row_breaks.pop_back();
    EXPECT_SILENT("xlsx.sheet.too_large", faults_of_plan(plan));

    plan = small_plan();
    plan.sheets[0].column_widths.assign(16'385, pixel);
    EXPECT_FIRES("xlsx.sheet.too_large", faults_of_plan(plan));
    plan.sheets[0].column_widths.pop_back();
    EXPECT_SILENT("xlsx.sheet.too_large", faults_of_plan(plan));
}

TEST(Check, KnowsThePapersOfExcel) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].paper_width = Length::from_mm(298);
    EXPECT_FIRES("xlsx.paper.unknown", faults_of_plan(plan));
    plan.sheets[0].paper_width = Length::from_mm(297);
    EXPECT_SILENT("xlsx.paper.unknown", faults_of_plan(plan));
}

TEST(Check, RefusesCellsOnTopOfEachOther) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].cells = {text_cell(0, 0, "a"), text_cell(1, 1, "b")};
    plan.sheets[0].cells[0].row_span = 2;
    plan.sheets[0].cells[0].column_span = 2;
    EXPECT_FIRES("xlsx.cells.overlap", faults_of_plan(plan));
    plan.sheets[0].cells[0].column_span = 1;
    EXPECT_SILENT("xlsx.cells.overlap", faults_of_plan(plan));
    plan.sheets[0].cells = {text_cell(0, 0, "a"), text_cell(0, 0, "b")};
    EXPECT_FIRES("xlsx.cells.overlap", faults_of_plan(plan));
}

TEST(Check, RefusesWhatArrangeNeverMakes) {
    const auto broken = [](auto&& change) {
        sheet::SheetPlan plan = small_plan();
        plan.sheets[0].cells = {text_cell(0, 0, "a"), text_cell(1, 0, "b")};
        plan.sheets[0].cells[0].name = "first";
        change(plan, plan.sheets[0]);
        return faults_of_plan(plan);
    };
    using Plan = sheet::SheetPlan;
    using Sheet = sheet::Worksheet;
    EXPECT_SILENT("xlsx.plan.broken", broken([](Plan&, Sheet&) {}));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan& plan, Sheet&) { plan.sheets.clear(); }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan& plan, Sheet&) { plan.normal_font.clear(); }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.row_heights[1] = pixel * 546; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.row_heights[1] = {}; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.row_heights[1].units += 1; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.column_widths[0] = pixel * 1'791; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.scale_percent = 9; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.scale_percent = 401; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.row_breaks = {0}; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.row_breaks = {4}; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.left = -pixel; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.header = repeated("𠮷", 128); }));
    EXPECT_SILENT("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.header = repeated("𠮷", 127) + "x"; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.footer = repeated("x", 256); }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.cells[0].row = 4; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.cells[0].column = -1; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.cells[0].column_span = 4; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.cells[0].format = 1; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.cells[1].name = "FIRST"; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan&, Sheet& sheet) { sheet.cells[0].name = "a b"; }));
    EXPECT_FIRES("xlsx.plan.broken", broken([](Plan& plan, Sheet&) { plan.title = repeated("x", 256); }));
}

TEST(Check, ReportsAllFaultsAtOnce) {
    sheet::SheetPlan plan = small_plan();
    plan.sheets[0].name = "a/b";
    plan.sheets[0].cells = {text_cell(0, 0, "\x01"), text_cell(0, 0, "\xFF")};
    const Diagnostics faults = faults_of_plan(plan);
    EXPECT_FIRES("xlsx.sheet.name", faults);
    EXPECT_FIRES("xlsx.text.forbidden_character", faults);
    EXPECT_FIRES("xlsx.text.ill_formed", faults);
    EXPECT_FIRES("xlsx.cells.overlap", faults);
}

/// Sets a limit of this process for a while.
class LimitForAWhile {
public:
    LimitForAWhile(__rlimit_resource resource, rlim_t limit) : resource_(resource) {
        getrlimit(resource, &before_);
        const rlimit now{limit, before_.rlim_max};
        setrlimit(resource, &now);
    }
    ~LimitForAWhile() { setrlimit(resource_, &before_); }

private:
    __rlimit_resource resource_;
    rlimit before_{};
};

TEST(Check, ReportsAFileThatCannotBeMade) {
    {
        const LimitForAWhile no_more_files(RLIMIT_NOFILE, 0);
        EXPECT_FIRES("xlsx.file.unwritable", faults_of_plan(small_plan()));
    }
    {
        std::signal(SIGXFSZ, SIG_IGN);
        const LimitForAWhile short_files(RLIMIT_FSIZE, 100);
        EXPECT_FIRES("xlsx.file.unwritable", faults_of_plan(small_plan()));
    }
    EXPECT_SILENT("xlsx.file.unwritable", faults_of_plan(small_plan()));
}

}  // namespace

}  // namespace besshi::xlsx::tests
