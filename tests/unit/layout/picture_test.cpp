#include "unit/layout/form_builder.h"

#include "tiny_pictures.h"

#include <gmock/gmock.h>

/// Numbers in boxes, and the room of images.
namespace besshi::layout::tests {
namespace {

fill::FilledForm form_with(fill::Content content, double row_mm = 0) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, row_mm);
    add_cell(grid, {.column_span = 4}, std::move(content));  // 80 mm
    return form;
}

/// The middle of each character, from the left edge of the cell.
std::vector<Length> middles(const MeasuredCell& cell) {
    std::vector<Length> found;
    Length pen = cell.padding_x + cell.text.lines.at(0).indent;
    for (const text::PlacedGlyph& glyph : cell.text.glyphs) {
        const Length natural =
            base::scale(cell.size, fonts().advance(glyph.face, glyph.glyph), fonts().info(glyph.face).units_per_em);
        found.push_back(pen + natural / 2);
        pen += glyph.advance;
    }
    return found;
}

TEST(Digits, StandInTheMiddleOfTheirBoxes) {
    const PagedForm paged = laid_out(form_with(fill::Digits{run("0123"), 4}));
    EXPECT_THAT(middles(measured(paged, 0, 0)), testing::ElementsAre(mm(10), mm(30), mm(50), mm(70)));
    EXPECT_EQ(text_of(paged, 0, 0), "0123");
}

TEST(Digits, OfAShorterNumberStandInTheLastBoxes) {
    const PagedForm paged = laid_out(form_with(fill::Digits{run("47"), 8}));
    EXPECT_THAT(middles(measured(paged, 0, 0)), testing::ElementsAre(mm(65), mm(75)));
}

TEST(Digits, StayWhereTheyAreHoweverTheCellIsAligned) {
    for (const form::Align align :
         {form::Align::left, form::Align::center, form::Align::right, form::Align::distributed}) {
        fill::FilledForm form = form_with(fill::Digits{run("47"), 8});
        form.sections[0].grids[0].cells[0].style.align = align;
        const PagedForm paged = laid_out(std::move(form));
        const text::Line& line = measured(paged, 0, 0).text.lines.at(0);
        EXPECT_EQ(line.indent + line.width, mm(80));
    }
}

TEST(Digits, TooWideForTheirBoxesAreSetSmaller) {
    // Full-width figures of 4 mm in boxes of 3.2 mm.
    const PagedForm paged = laid_out(form_with(fill::Digits{run("１２３"), 25}));
    EXPECT_EQ(measured(paged, 0, 0).size, mm(3.2));
    EXPECT_EQ(paged.decisions.size(), 1u);
    EXPECT_EQ(paged.decisions.at(0).kind, Decision::Kind::shrunk);
    EXPECT_EQ(text_of(paged, 0, 0), "１２３");
}

TEST(Digits, AreOneLineHighAndSoAreBoxesForThePen) {
    const auto height = [](std::string text) {
        return laid_out(form_with(fill::Digits{run(std::move(text)), 10})).form.grids[0][0].row_heights[0];
    };
    EXPECT_EQ(height("0020000417"), mm(6));
    EXPECT_EQ(height(""), mm(6));
}

TEST(Images, AreAsHighAsTheFormSays) {
    const auto height = [](double row_mm) {
        return laid_out(form_with(fill::Image{besshi::tests::tiny_picture(), run("図")}, row_mm))
            .form.grids[0][0]
            .row_heights[0];
    };
    EXPECT_EQ(height(40), mm(40));
    EXPECT_EQ(height(0), mm(11));  // never so low that nobody sees it
}

TEST(Images, PrintNoneOfTheirWords) {
    EXPECT_EQ(text_of(laid_out(form_with(fill::Image{besshi::tests::tiny_picture(), run("図")}, 40)), 0, 0), "");
}

}  // namespace
}  // namespace besshi::layout::tests
