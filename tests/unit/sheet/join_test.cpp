#include "sheet/sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besshi::sheet::tests {

namespace {

using ::testing::ElementsAre;

WorkbookPart part(std::string number, std::string sheet_name, Format format, std::optional<Date> created = {}) {
    SheetCell cell;
    cell.name = "goal";
    Worksheet sheet;
    sheet.name = std::move(sheet_name);
    sheet.cells.push_back(cell);
    SheetPlan plan;
    plan.normal_font = "BIZ UDGothic";
    plan.created = created;
    plan.formats.push_back(std::move(format));
    plan.sheets.push_back(std::move(sheet));
    return {std::move(number), std::move(plan)};
}

Format sized(double points) {
    Format format;
    format.size = Length::from_pt(points);
    return format;
}

TEST(Join, NamesTellTheFormsApart) {
    const SheetPlan book =
        join({part("F01", "計画", sized(10)), part("F02", "計画", sized(9)),
              part("F13", std::string(31, 'w'), sized(9)), part("F15", std::string(31, 'w'), sized(9))},
             "交付");
    std::vector<std::string> sheets, names;
    for (const Worksheet& sheet : book.sheets) {
        sheets.push_back(sheet.name);
        names.push_back(sheet.cells.front().name);
    }
    EXPECT_THAT(sheets, ElementsAre("計画", "計画（F02）", std::string(31, 'w'), "F15"));
    EXPECT_THAT(names, ElementsAre("F01_goal", "F02_goal", "F13_goal", "F15_goal"));
    EXPECT_EQ(book.title, "交付");
    EXPECT_EQ(book.normal_font, "BIZ UDGothic");
}

TEST(Join, FormatsOfAllFormsEachOnce) {
    const SheetPlan book =
        join({part("F01", "一", sized(10)), part("F02", "二", sized(9)), part("F05", "三", sized(10))}, "");
    EXPECT_EQ(book.formats.size(), 2u);
    for (std::size_t i = 0; i < 3; ++i) {
        const Format& format = book.formats[book.sheets[i].cells.front().format];
        EXPECT_EQ(format.size, Length::from_pt(i == 1 ? 9 : 10));
    }
}

TEST(Join, TheLatestDayIsTheWorkbooks) {
    const SheetPlan book = join({part("F01", "一", sized(10), Date{2025, 9, 22}), part("F02", "二", sized(10)),
                                 part("F24", "三", sized(10), Date{2025, 9, 29})},
                                "");
    EXPECT_EQ(book.created, (Date{2025, 9, 29}));
}

}  // namespace

}  // namespace besshi::sheet::tests
