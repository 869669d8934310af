#include "unit/layout/form_builder.h"

#include <gmock/gmock.h>

namespace besshi::layout::tests {
namespace {

const std::string page_mark = "\uFDD2";
const std::string pages_mark = "\uFDD3";

fill::BandText band_text(std::string text) {
    return {.runs = {run(std::move(text))}, .style = plain_style()};
}

fill::FilledForm form_of(int pages) {
    fill::FilledForm form = blank_form();
    for (int i = 0; i < pages; ++i) add_panel(form, "p" + std::to_string(i), 80, "");
    return form;
}

std::string text_of(const PlacedBand& band) {
    std::string text;
    for (const text::PlacedGlyph& glyph : band.text.text.glyphs) {
        text += band.text.runs[glyph.run].text.substr(glyph.begin, glyph.end - glyph.begin);
    }
    return text;
}

TEST(Band, CountersAreFilledInPageByPage) {
    fill::FilledForm form = form_of(3);
    form.page.bottom = mm(8);
    form.page.footer_at = mm(1);
    form.sections[0].footer.center = band_text("（" + page_mark + "／" + pages_mark + "）");
    const PagedForm paged = laid_out(std::move(form));
    ASSERT_EQ(paged.pages.size(), 3u);
    EXPECT_EQ(text_of(paged.pages[0].bands.at(0)), "（1／3）");
    EXPECT_EQ(text_of(paged.pages[2].bands.at(0)), "（3／3）");
    EXPECT_EQ(paged.pages[0].bands[0].place, PlacedBand::Place::footer_center);
}

TEST(Band, CountersDoNotMoveTheText) {
    fill::FilledForm form = form_of(3);
    form.page.footer_at = mm(1);
    form.sections[0].footer.center = band_text(page_mark);
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(paged.pages[0].bands[0].text.text.lines[0].width, paged.pages[1].bands[0].text.text.lines[0].width);
}

TEST(Band, StandsFromItsFirstPageOnAndInLongEnoughDocuments) {
    fill::FilledForm form = form_of(2);
    form.page.header_at = mm(1);
    form.page.footer_at = mm(1);
    form.sections[0].header.left = band_text("頭");
    form.sections[0].header.from_page = 2;
    form.sections[0].footer.right = band_text("足");
    form.sections[0].footer.if_pages = 3;
    const PagedForm two = laid_out(form);
    EXPECT_TRUE(two.pages[0].bands.empty());
    ASSERT_EQ(two.pages[1].bands.size(), 1u);
    EXPECT_EQ(text_of(two.pages[1].bands[0]), "頭");
    add_panel(form, "more", 80, "");
    const PagedForm three = laid_out(form);
    EXPECT_EQ(three.pages[0].bands.size(), 1u);
    EXPECT_EQ(three.pages[1].bands.size(), 2u);
}

TEST(Band, TakesFromTheBodyOnlyWhereItWouldOverlapIt) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 40, "");
    form.sections[0].header.left = band_text("頭");
    form.page.header_at = mm(4);  // 4 to 9 mm, and 1 mm of distance: just above the body
    EXPECT_EQ(laid_out(form).pages[0].rows[0].top, mm(10));
    EXPECT_EQ(laid_out(form).pages[0].bands[0].box, (Rect{mm(10), mm(4), mm(80), mm(5)}));
    form.page.header_at = mm(6);
    EXPECT_EQ(laid_out(form).pages[0].rows[0].top, mm(12));
}

TEST(Band, AFootThatOverlapsMovesRowsToTheNextPage) {
    fill::FilledForm form = form_of(1);
    form.sections[0].footer.center = band_text("足");
    EXPECT_EQ(laid_out(form).pages.size(), 1u);
    form.sections[0].grids[0].rows[0].min_height = mm(40);
    add_panel(form, "b", 40, "");
    form.page.footer_at = mm(6);  // ends at 94 mm, begins at 89: the body ends at 88
    const PagedForm paged = laid_out(form);
    EXPECT_EQ(paged.pages.size(), 2u);
    EXPECT_EQ(paged.pages[0].bands[0].box.y, mm(89));
}

TEST(Band, AHeadOfLaterPagesLeavesTheFirstAlone) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 70, "");
    add_panel(form, "b", 70, "");
    form.sections[0].header.left = band_text("頭");
    form.sections[0].header.from_page = 2;
    form.page.header_at = mm(8);
    const PagedForm paged = laid_out(std::move(form));
    EXPECT_EQ(paged.pages[0].rows[0].top, mm(10));
    EXPECT_EQ(paged.pages[1].rows[0].top, mm(14));
}

TEST(Band, PiecesShareTheLineWithoutTouching) {
    fill::FilledForm form = form_of(1);
    form.page.header_at = mm(1);
    form.sections[0].header.left = band_text("左の柱の文字が長く続いている場合");  // 64 mm
    form.sections[0].header.right = band_text("右の柱");                           // 12 mm
    const PagedForm paged = laid_out(std::move(form));
    const auto& bands = paged.pages[0].bands;
    ASSERT_EQ(bands.size(), 2u);
    EXPECT_EQ(bands[0].text.shrink_permille, 1000);
    EXPECT_LE(bands[0].box.right(), bands[1].box.x);
    EXPECT_EQ(bands[1].box.right(), mm(90));
}

TEST(Band, PiecesTooLongShrinkAndThenWrap) {
    fill::FilledForm form = form_of(1);
    form.page.header_at = mm(1);
    std::string text;
    for (int i = 0; i < 60; ++i) text += "長";
    form.sections[0].header.left = band_text(text);
    form.sections[0].header.right = band_text(text);
    form.sections[0].header.center = band_text("中");
    const PagedForm paged = laid_out(std::move(form));
    const auto& bands = paged.pages[0].bands;
    ASSERT_EQ(bands.size(), 3u);
    EXPECT_EQ(text_of(bands[0]), text);
    EXPECT_EQ(bands[0].text.size, mm(2));
    EXPECT_GT(bands[0].text.text.lines.size(), 1u);
    EXPECT_LE(bands[0].box.right(), bands[1].box.x);
    EXPECT_LE(bands[1].box.right(), bands[2].box.x);
    EXPECT_GE(paged.pages[0].rows[0].top, bands[0].box.bottom());
}

TEST(Band, PiecesTooLongStayWithinTheRuler) {
    const std::string longer_than_the_page(3 * 24, 'x');
    for (const bool has_left : {false, true}) {
        fill::FilledForm form = form_of(1);
        form.page.header_at = mm(1);
        if (has_left) form.sections[0].header.left = band_text("左");
        form.sections[0].header.right = band_text(longer_than_the_page);
        const PagedForm paged = laid_out(std::move(form));
        const PlacedBand& right = paged.pages[0].bands.back();
        EXPECT_GE(right.box.x, paged.ruler_edges.front());
        EXPECT_EQ(right.box.right(), paged.ruler_edges.back());
        if (has_left) EXPECT_GE(right.box.x, paged.pages[0].bands.front().box.right());
    }
}

TEST(Band, FollowsTheRuler) {
    fill::FilledForm form = form_of(1);
    form.ruler = {mm(60)};
    form.sections[0].grids[0].cells[0].column_span = 1;
    form.ruler_align = form::RulerAlign::center;
    form.sections[0].header.left = band_text("左");
    EXPECT_EQ(laid_out(form).pages[0].bands[0].box.x, mm(20));
}

}  // namespace
}  // namespace besshi::layout::tests
