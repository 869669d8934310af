#include "draw/draw.h"
#include "unit/layout/form_builder.h"

#include <gmock/gmock.h>

namespace besshi::draw::tests {
namespace {

using namespace layout::tests;

/// The grey rules in one empty cell, `columns` × 20 mm wide.
std::vector<Rule> pen_lines(double height_mm, int columns, bool ruled = true) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, height_mm);
    add_cell(grid, {.column_span = columns}, fill::Empty{.ruled = ruled});
    const auto list = place(laid_out(std::move(form)), fonts());
    if (!list) throw std::runtime_error(base::to_line(list.error().front()));
    std::vector<Rule> rules;
    for (const Mark& mark : list->pages.at(0).marks)
        if (const auto* rule = std::get_if<Rule>(&mark.shape)) rules.push_back(*rule);
    return rules;
}

TEST(PenLine, LinesAreEvenAndAtLeastEightMillimetresApart) {
    const auto lines = pen_lines(26, 4);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_NEAR((lines[0].from.y - mm(10)).mm(), 26.0 / 3, 0.001);
    EXPECT_NEAR((lines[1].from.y - lines[0].from.y).mm(), 26.0 / 3, 0.001);
    EXPECT_EQ(lines[0].from.y, lines[0].to.y);
    EXPECT_GT(lines[0].from.x, mm(10));
    EXPECT_LT(lines[0].to.x, mm(90));
}

TEST(PenLine, NoneWhereOnlyOneLineFitsOrTheBoxIsNarrow) {
    EXPECT_TRUE(pen_lines(15.9, 4).empty());
    EXPECT_EQ(pen_lines(16, 4).size(), 1u);
    EXPECT_TRUE(pen_lines(30, 1).empty());
    EXPECT_TRUE(pen_lines(30, 4, false).empty());
}

}  // namespace
}  // namespace besshi::draw::tests
