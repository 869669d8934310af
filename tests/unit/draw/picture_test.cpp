#include "draw/draw.h"
#include "unit/layout/form_builder.h"

#include "tiny_pictures.h"

#include <gmock/gmock.h>

/// Images and the boxes of numbers as marks and in the logical tree.
namespace besshi::draw::tests {
namespace {

using namespace layout::tests;

fill::FilledForm form_with(fill::Content content, double row_mm = 0) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, row_mm);
    add_cell(grid, {.column_span = 4}, std::move(content));  // 80 mm from x = 10 mm
    return form;
}

DrawList drawn(fill::FilledForm form) {
    auto list = place(laid_out(std::move(form)), fonts());
    if (!list) throw std::runtime_error(base::to_line(list.error().front()));
    return std::move(*list);
}

template <class Shape>
std::vector<const Mark*> marks_of(const DrawList& list, std::size_t page = 0) {
    std::vector<const Mark*> found;
    for (const Mark& mark : list.pages.at(page).marks) {
        if (std::holds_alternative<Shape>(mark.shape)) found.push_back(&mark);
    }
    return found;
}

TEST(Images, FillTheirCellInsideTheWhiteAndStandInItsMiddle) {
    const SharedPicture picture = besshi::tests::tiny_picture(8, 4);
    const DrawList list = drawn(form_with(fill::Image{picture, run("家族の図")}, 31));  // 78 × 30 mm of room
    const auto marks = marks_of<Image>(list);
    ASSERT_EQ(marks.size(), 1u);
    const auto& image = std::get<Image>(marks[0]->shape);
    EXPECT_EQ(image.rect, (Rect{mm(20), mm(10.5), mm(60), mm(30)}));
    EXPECT_EQ(image.picture, picture);
    EXPECT_EQ(image.alternative, "家族の図");
}

TEST(Images, AreFiguresWithTheirWords) {
    const DrawList list = drawn(form_with(fill::Image{besshi::tests::tiny_picture(), run("家族の図")}, 40));
    const auto marks = marks_of<Image>(list);
    ASSERT_EQ(marks.size(), 1u);
    const Node& node = list.nodes.at(marks[0]->node.index);
    EXPECT_EQ(node.role, Role::figure);
    EXPECT_EQ(node.alternative, "家族の図");
    EXPECT_EQ(node.cell, "a.1");
}

TEST(Images, OfATornRowStandOnItsFirstPage) {
    fill::FilledForm form = form_with(fill::Image{besshi::tests::tiny_picture(), run("図")}, 20);
    fill::Grid& grid = form.sections[0].grids[0];
    grid.cells[0].column_span = 1;
    add_cell(grid, {.column = 1}, lines(30));
    const DrawList list = drawn(std::move(form));
    ASSERT_EQ(list.pages.size(), 2u);
    EXPECT_EQ(marks_of<Image>(list, 0).size(), 1u);
    EXPECT_EQ(marks_of<Image>(list, 1).size(), 0u);
}

TEST(Digits, HaveARuleBetweenTheirBoxes) {
    const DrawList list = drawn(form_with(fill::Digits{run("0123"), 4}, 8));
    std::vector<Length> x;
    for (const Mark* mark : marks_of<Rule>(list)) {
        const auto& rule = std::get<Rule>(mark->shape);
        EXPECT_EQ(rule.stroke, form::Stroke::hair);
        EXPECT_EQ(rule.from.y, mm(10));
        EXPECT_EQ(rule.to, (Point{rule.from.x, mm(18)}));
        EXPECT_EQ(mark->artifact, ArtifactKind::layout);
        x.push_back(rule.from.x);
    }
    EXPECT_THAT(x, testing::ElementsAre(mm(30), mm(50), mm(70)));
}

TEST(Digits, AreOneTextToReaders) {
    const DrawList list = drawn(form_with(fill::Digits{run("0123"), 4}, 8));
    const auto runs = marks_of<GlyphRun>(list);
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(std::get<GlyphRun>(runs[0]->shape).text, "0123");
    EXPECT_EQ(list.nodes.at(runs[0]->node.index).role, Role::paragraph);
}

TEST(Digits, HaveBoxesOnEveryPageOfATornRow) {
    fill::FilledForm form = form_with(fill::Digits{run("0123"), 4}, 20);
    fill::Grid& grid = form.sections[0].grids[0];
    grid.cells[0].column_span = 1;
    add_cell(grid, {.column = 1}, lines(30));
    const DrawList list = drawn(std::move(form));
    ASSERT_EQ(list.pages.size(), 2u);
    EXPECT_EQ(marks_of<Rule>(list, 0).size(), 3u);
    EXPECT_EQ(marks_of<Rule>(list, 1).size(), 3u);
}

TEST(Digits, ForThePenAreBoxesAlone) {
    const DrawList list = drawn(form_with(fill::Digits{run(""), 4}, 8));
    EXPECT_EQ(marks_of<Rule>(list).size(), 3u);
    EXPECT_EQ(marks_of<GlyphRun>(list).size(), 0u);
    EXPECT_EQ(list.nodes.size(), 1u);
}

}  // namespace
}  // namespace besshi::draw::tests
