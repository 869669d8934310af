#include "explain/explain.h"

#include "explain/palette.h"
#include "unit/layout/form_builder.h"

#include <gmock/gmock.h>

/// What the overlay shows of pages whose breaks and spaces are known. Type is 4 mm; a column of 20 mm holds four
/// full-width characters.
namespace besshi::explain::tests {
namespace {

using namespace layout::tests;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Explained {
    layout::PagedForm paged;
    draw::DrawList plain, list;

    std::span<const draw::Mark> added(std::size_t page) const {
        return std::span(list.pages.at(page).marks).subspan(plain.pages.at(page).marks.size());
    }
};

Explained explained(fill::FilledForm form) {
    layout::PagedForm paged = laid_out(std::move(form));
    draw::DrawList plain = draw::place(paged, fonts()).value();
    draw::DrawList list = overlay(paged, plain, fonts()).value();
    return {std::move(paged), std::move(plain), std::move(list)};
}

fill::FilledForm one_cell(std::string text) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 6);
    add_cell(grid, {}, std::move(text)).origin.line = 12;
    return form;
}

std::vector<std::string> words_on(const Explained& explained, std::size_t page) {
    std::vector<std::string> words;
    for (const draw::Mark& mark : explained.added(page))
        if (const auto* run = std::get_if<draw::GlyphRun>(&mark.shape)) words.push_back(run->text);
    return words;
}

std::vector<Rect> bars(const Explained& explained, form::Color color) {
    std::vector<Rect> rects;
    for (const draw::Mark& mark : explained.added(0)) {
        const auto* fill = std::get_if<draw::Fill>(&mark.shape);
        if (fill && fill->color == color) rects.push_back(fill->rect);
    }
    return rects;
}

Length width_of(std::span<const Rect> rects) {
    Length sum;
    for (const Rect& rect : rects) sum += rect.width;
    return sum;
}

TEST(Overlay, LeavesTheDocumentAsItIs) {
    const Explained page = explained(one_cell("あいう"));
    draw::DrawList without = page.list;
    without.pages.pop_back();
    without.pages[0].marks.resize(page.plain.pages[0].marks.size());
    EXPECT_EQ(draw::dump(without), draw::dump(page.plain));
}

TEST(Overlay, IsAllArtifact) {
    const Explained page = explained(one_cell("あいう、えおか。"));
    EXPECT_THAT(page.added(0), Not(IsEmpty()));
    for (const std::span<const draw::Mark> marks :
         {page.added(0), std::span<const draw::Mark>(page.list.pages[1].marks)})
        for (const draw::Mark& mark : marks) {
            EXPECT_TRUE(mark.node.is_artifact());
            EXPECT_EQ(mark.artifact, draw::ArtifactKind::layout);
        }
}

TEST(Overlay, EndsWithAPageThatSaysHowToReadIt) {
    const Explained page = explained(one_cell("あ"));
    ASSERT_EQ(page.list.pages.size(), 2u);
    std::string words;
    for (const draw::Mark& mark : page.list.pages[1].marks)
        if (const auto* run = std::get_if<draw::GlyphRun>(&mark.shape)) words += run->text;
    EXPECT_THAT(words, testing::AllOf(HasSubstr("この図の見方"), HasSubstr("F99 様式（2024-05-17 版）"),
                                      HasSubstr("禁則"), HasSubstr("ページの終わり")));
}

TEST(Overlay, SaysWhyALineEnds) {
    EXPECT_THAT(words_on(explained(one_cell("あいうえーお")), 0), Contains("禁"));
    EXPECT_THAT(words_on(explained(one_cell("あいう1,200円")), 0), Contains("語"));
    EXPECT_THAT(words_on(explained(one_cell("Donaudampfschifffahrt")), 0), Contains("急"));
    EXPECT_THAT(words_on(explained(one_cell("令和８年10月31日")), 0), Contains("次"));
    EXPECT_THAT(words_on(explained(one_cell("あ\nい")), 0), Contains("改"));
    const std::vector<std::string> full = words_on(explained(one_cell("あいうえおか")), 0);
    EXPECT_THAT(full, Contains("終"));
    for (const char* sign : {"禁", "語", "節", "次", "急", "改"}) EXPECT_THAT(full, Not(Contains(sign)));
}

TEST(Overlay, PutsTheSignBehindTheLine) {
    const Explained page = explained(one_cell("あいうえーお"));
    for (const draw::Mark& mark : page.added(0)) {
        const auto* run = std::get_if<draw::GlyphRun>(&mark.shape);
        if (!run || run->text != "禁") continue;
        EXPECT_EQ(run->origin.x, mm(10) + mm(1) + mm(12) + palette::thin);
    }
}

TEST(Overlay, ShowsTheSpacesOfTheTable) {
    const std::vector<Rect> added = bars(explained(one_cell("あa")), palette::table_adds);
    ASSERT_EQ(added.size(), 1u);
    EXPECT_EQ(added[0].width, mm(1)) << "a quarter em between Japanese and Latin";
    EXPECT_EQ(added[0].x, mm(10) + mm(1) + mm(4));
    const std::vector<Rect> taken = bars(explained(one_cell("あ）（")), palette::table_takes);
    ASSERT_EQ(taken.size(), 1u);
    EXPECT_EQ(taken[0].width, mm(2));
    EXPECT_EQ(taken[0].right(), mm(10) + mm(1) + mm(8));
    EXPECT_THAT(bars(explained(one_cell("あいう")), palette::table_adds), IsEmpty());
}

TEST(Overlay, ShowsWhatABracketAtTheStartOfALineGivesUp) {
    const std::vector<Rect> taken = bars(explained(one_cell("（あ")), palette::table_takes);
    ASSERT_EQ(taken.size(), 1u);
    EXPECT_EQ(taken[0].width, mm(2));
    EXPECT_EQ(taken[0].right(), mm(10) + mm(1));
}

TEST(Overlay, ShowsWhatLineAdjustmentAddsAndTakes) {
    fill::FilledForm form =
        one_cell("会議は10時15分に始まり、途中で休みを5分とって、18時30分ごろまでに終わる予定です。");
    form.ruler = {mm(46.5), mm(20), mm(10), mm(3.5)};
    form.sections[0].grids[0].cells[0].style.align = form::Align::justify;
    const Explained page = explained(std::move(form));
    Length adjusted;
    bool is_any = false;
    for (const text::Line& line : measured(page.paged, 0, 0).text.lines) {
        adjusted += line.adjusted;
        is_any = is_any || line.adjusted != Length{0};
    }
    ASSERT_TRUE(is_any);
    EXPECT_EQ(width_of(bars(page, palette::line_adds)) - width_of(bars(page, palette::line_takes)), adjusted);
}

TEST(Overlay, NamesCellsWithLineAndPointer) {
    fill::FilledForm form = one_cell("あ");
    form.sections[0].grids[0].cells[0].column_span = 4;
    EXPECT_THAT(words_on(explained(std::move(form)), 0), Contains("a.1:12  /a.1"));
    fill::FilledForm narrow = one_cell("あ");
    narrow.sections[0].grids[0].cells[0].origin.pointer = "/support_plan/long_term_goal/a_name_longer_than_the_cell";
    EXPECT_THAT(words_on(explained(std::move(narrow)), 0), Contains("a.1:12"));
}

TEST(Overlay, SaysWhatWasDoneToMakeATextFit) {
    fill::FilledForm form = one_cell("あいうえお");
    form.sections[0].grids[0].cells[0].style.overflow = {form::Overflow::shrink};
    EXPECT_THAT(words_on(explained(std::move(form)), 0), Contains("文字 90.0％"));
    EXPECT_THAT(words_on(explained(one_cell("あいうえお")), 0), Contains("行 183％"));
}

TEST(Overlay, SaysWhyAPageEnds) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_grid(form, "rows", fill::Grid::Kind::table);
    add_record(table, 50, "一");
    add_record(table, 50, "二");
    const Explained pages = explained(std::move(form));
    ASSERT_EQ(pages.plain.pages.size(), 2u);
    EXPECT_THAT(words_on(pages, 0), Contains("次の行が入らないので、次のページへ"));
    EXPECT_THAT(words_on(pages, 1), Contains("ここで終わり"));
}

}  // namespace
}  // namespace besshi::explain::tests
