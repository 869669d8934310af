#include "form_builder.h"
#include "layout/set_cell.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

/// Vertical text: columns as high as the rows, from right to left.
namespace besshi::layout::tests {
namespace {

/// A panel of one row whose first cell is `width_mm` wide and vertical.
struct Narrow {
    double width_mm = 6;
    double row_mm = 30;
    std::string text;
    std::vector<form::Overflow> overflow = {form::Overflow::grow};
    form::Align align = form::Align::center;
};

fill::FilledForm narrow_form(const Narrow& narrow) {
    fill::FilledForm form = blank_form();
    form.ruler = {mm(narrow.width_mm), mm(80 - narrow.width_mm)};
    fill::Grid& grid = add_grid(form, "panel");
    add_row(grid, narrow.row_mm);
    fill::Cell& label = add_cell(grid, {}, narrow.text);
    label.style.direction = Direction::vertical;
    label.style.align = narrow.align;
    label.style.break_mode = BreakMode::phrase;
    label.style.overflow = narrow.overflow;
    add_cell(grid, {.column = 1}, "値");
    return form;
}

std::vector<std::string> columns_of(const PagedForm& paged) {
    const MeasuredCell& cell = measured(paged, 0, 0);
    std::vector<std::string> columns;
    for (const text::Line& line : cell.text.lines) {
        std::string& column = columns.emplace_back();
        for (const text::PlacedGlyph& glyph : std::span(cell.text.glyphs).subspan(line.first_glyph, line.glyph_count))
            column += cell.runs[glyph.run].text.substr(glyph.begin, glyph.end - glyph.begin);
    }
    return columns;
}

Length row_height(const PagedForm& paged) {
    return paged.pages[0].rows[0].height;
}

using testing::ElementsAre;

TEST(VerticalCell, HoldsOneColumnWhereItIsHighEnough) {
    const PagedForm paged = laid_out(narrow_form({.text = "家族構成"}));
    EXPECT_THAT(columns_of(paged), ElementsAre("家族構成"));
    const MeasuredCell& cell = measured(paged, 0, 0);
    EXPECT_EQ(cell.direction, Direction::vertical);
    EXPECT_EQ(cell.shrink_permille, 1000);
    EXPECT_EQ(cell.text_height, mm(16));
    EXPECT_EQ(row_height(paged), mm(30)) << "the row stays as it is";
    EXPECT_EQ(measured(paged, 0, 1).direction, Direction::horizontal);
}

TEST(VerticalCell, HoldsMoreColumnsOnlyWhereOneIsTooShort) {
    const PagedForm paged = laid_out(narrow_form({.width_mm = 16, .row_mm = 18, .text = "家族構成及び家庭環境"}));
    EXPECT_EQ(columns_of(paged).size(), 3u);
    EXPECT_EQ(row_height(paged), mm(18));
    EXPECT_EQ(measured(paged, 0, 0).shrink_permille, 1000);
}

TEST(VerticalCell, HoldsNoMoreColumnsThanItsWidthHasRoomFor) {
    const PagedForm paged = laid_out(narrow_form({.width_mm = 12, .row_mm = 18, .text = "家族構成及び家庭環境"}));
    EXPECT_EQ(columns_of(paged).size(), 2u);
    EXPECT_GT(row_height(paged), mm(18));
}

TEST(VerticalCell, MakesItsRowGrowToHaveNoColumnTooMany) {
    const PagedForm paged = laid_out(narrow_form({.row_mm = 8, .text = "家族構成"}));
    EXPECT_THAT(columns_of(paged), ElementsAre("家族構成"));
    EXPECT_GE(row_height(paged), mm(17)) << "four characters and the white above and below";
    EXPECT_LT(row_height(paged), mm(19));
}

TEST(VerticalCell, ShrinksFirstWhereItsStyleSays) {
    const PagedForm paged = laid_out(
        narrow_form({.row_mm = 13.2, .text = "家族構成", .overflow = {form::Overflow::shrink, form::Overflow::grow}}));
    EXPECT_THAT(columns_of(paged), ElementsAre("家族構成"));
    EXPECT_EQ(row_height(paged), mm(13.2));
    EXPECT_LT(measured(paged, 0, 0).shrink_permille, 800);
    EXPECT_GE(measured(paged, 0, 0).size, mm(2));
}

TEST(VerticalCell, IsSetLevelWhereItsParagraphsHaveNoRoomBesideEachOther) {
    const PagedForm paged = laid_out(narrow_form({.text = "一\n二\n三"}));
    EXPECT_EQ(measured(paged, 0, 0).direction, Direction::horizontal);
    EXPECT_THAT(columns_of(paged), ElementsAre("一", "二", "三"));
    for (const text::PlacedGlyph& glyph : measured(paged, 0, 0).text.glyphs)
        EXPECT_EQ(glyph.posture, text::Posture::along);
}

TEST(VerticalCell, IsSetLevelWhereItWouldBeHigherThanHalfAPage) {
    const PagedForm paged =
        laid_out(narrow_form({.text = lines(1) + std::string("いろはにほへとちりぬるをわかよたれそつねならむ")}));
    EXPECT_EQ(measured(paged, 0, 0).direction, Direction::horizontal);
}

TEST(VerticalCell, OfAnEmptyTextNeedsNothing) {
    const PagedForm paged = laid_out(narrow_form({.row_mm = 8, .text = ""}));
    EXPECT_EQ(row_height(paged), mm(8));
}

TEST(VerticalCell, DistributesOverTheHeightOfItsRows) {
    const PagedForm paged = laid_out(narrow_form({.row_mm = 31, .text = "氏名", .align = form::Align::distributed}));
    const MeasuredCell& cell = measured(paged, 0, 0);
    ASSERT_EQ(cell.text.lines.size(), 1u);
    EXPECT_EQ(cell.text.lines[0].width, mm(30));
    EXPECT_EQ(row_height(paged), mm(31));
}

/// A table whose lead stands beside `rows` rows of 20 mm; a page has room for four of them.
fill::FilledForm form_with_lead(int rows, std::string text) {
    fill::FilledForm form = blank_form();
    form.ruler = {mm(6), mm(74)};
    fill::Grid& grid = add_grid(form, "table", fill::Grid::Kind::table);
    for (int row = 0; row < rows; ++row) add_row(grid, 20, row);
    fill::Cell& lead = add_cell(grid, {.row_span = rows}, std::move(text));
    lead.role = form::CellRole::label;
    lead.style.direction = Direction::vertical;
    lead.continued = run("（つづき）", fill::TextSource::generated);
    for (int row = 0; row < rows; ++row) add_cell(grid, {.row = row, .column = 1}, "値");
    return form;
}

TEST(VerticalCell, TornByAPageBreakIsWholeOnTheFirstPageAndRepeated) {
    const PagedForm paged = laid_out(form_with_lead(6, "出席者"));
    ASSERT_EQ(paged.pages.size(), 2u);
    EXPECT_EQ(text_of(paged, 0, 0), "出席者");
    EXPECT_EQ(text_of(paged, 1, 0), "出席者（つづき）");
    EXPECT_EQ(placed(paged, 1, 0).own->direction, Direction::vertical);
}

TEST(VerticalCell, IsNoneOfTheCellsThatAreCountedWithoutBreakingLines) {
    EXPECT_NO_THROW(laid_out(form_with_lead(1, "家族構成及び家庭環境")));
}

RC_GTEST_PROP(VerticalCellProperty, StandsInItsBox, ()) {
    static const std::vector<std::string> pieces{"支", "援", "（", "）", "ー", "、", "1", "0", "A", "ab", " ", "\n"};
    std::string text;
    const int count = *rc::gen::inRange(1, 40);
    for (int i = 0; i < count; ++i) text += *rc::gen::elementOf(pieces);
    Narrow narrow{.width_mm = static_cast<double>(*rc::gen::inRange(5, 30)),
                  .row_mm = static_cast<double>(*rc::gen::inRange(4, 40)),
                  .text = text};
    if (*rc::gen::arbitrary<bool>()) narrow.overflow = {form::Overflow::shrink, form::Overflow::grow};
    const PagedForm paged = laid_out(narrow_form(narrow));
    const MeasuredCell& cell = measured(paged, 0, 0);
    const PlacedCell& box = placed(paged, 0, 0);
    if (cell.direction == Direction::vertical) {
        RC_ASSERT(needed_height(cell) <= box.box.height);
        RC_ASSERT(cell.line_pitch * static_cast<std::int64_t>(cell.text.lines.size()) <= box.box.width);
        for (const text::Line& line : cell.text.lines)
            RC_ASSERT(line.indent + line.width + cell.padding_y * 2 <= box.box.height);
    }
}

}  // namespace
}  // namespace besshi::layout::tests
