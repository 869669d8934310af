#include "paged_form.h"
#include "tiny_pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// Images over cells, and numbers in boxes, which Excel does not have.
namespace besshi::sheet::tests {
namespace {

fill::FilledForm form_with(fill::Content content, double height = 40) {
    fill::FilledForm filled = form({100, 100});
    fill::Cell made = cell("a", {0, 1}, "");
    made.content = std::move(content);
    filled.sections.push_back(section("s", {grid({height}, {std::move(made)})}));
    return filled;
}

TEST(Pictures, StandInTheMiddleOfTheirCell) {
    const SharedPicture picture = besshi::tests::tiny_picture(10, 10);
    const SheetPlan plan = arranged(form_with(fill::Image{picture, run("図")}));
    const Worksheet& sheet = plan.sheets.at(0);
    ASSERT_EQ(sheet.pictures.size(), 1u);
    const SheetPicture& over = sheet.pictures[0];
    EXPECT_EQ(over.picture, picture);
    EXPECT_EQ(over.alternative, "図");
    EXPECT_EQ(over.row, 0);
    EXPECT_EQ(over.column, 1);
    // A square in a cell of 407 × 163 pixels (100 × 40 mm at 93 %): 157 high, three pixels from the lines.
    EXPECT_THAT(pixels({sheet.column_widths[1], sheet.row_heights[0]}), testing::ElementsAre(407, 163));
    EXPECT_THAT(pixels({over.place.x, over.place.y, over.place.width, over.place.height}),
                testing::ElementsAre(125, 3, 157, 157));
    EXPECT_TRUE(named(plan, "a").runs.empty());
}

TEST(Pictures, StandInTheDump) {
    const std::string text = dump(arranged(form_with(fill::Image{besshi::tests::tiny_picture(10, 10), run("図")})));
    EXPECT_NE(text.find("picture png at B1 +125,3 157x157 図"), std::string::npos) << text;
}

TEST(Digits, AreOneTextSpreadOverItsCell) {
    const SheetPlan plan = arranged(form_with(fill::Digits{run("0020000417"), 12}, 10));
    const SheetCell& cell = named(plan, "a");
    EXPECT_EQ(text_of(cell), "0020000417");
    EXPECT_EQ(plan.formats[cell.format].align, form::Align::distributed);
    EXPECT_EQ(plan.formats[cell.format].long_text, LongText::shrink);
}

}  // namespace
}  // namespace besshi::sheet::tests
