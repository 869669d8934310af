#include "draw/draw.h"
#include "expect_diagnostic.h"
#include "unit/layout/form_builder.h"

#include <gmock/gmock.h>

/// Readings as marks, and as Ruby in the logical tree (ISO 32000-1 §14.8.4.4.2).
namespace besshi::draw::tests {
namespace {

using namespace layout::tests;
using testing::ElementsAre;

fill::FilledForm with_text(std::string_view text) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {.column_span = 4}, fill::Text{.runs = {ruby_run(text)}, .hang = {}});
    return form;
}

DrawList drawn(fill::FilledForm form) {
    return place(laid_out(std::move(form)), fonts()).value();
}

/// The glyph runs of a page: `漢字 #4`, readings as `[かんじ] #5`.
std::vector<std::string> runs_of(const Page& page) {
    std::vector<std::string> runs;
    for (const Mark& mark : page.marks) {
        const auto* run = std::get_if<GlyphRun>(&mark.shape);
        if (!run) continue;
        const std::string owner = mark.node.is_artifact() ? "artifact" : "#" + std::to_string(mark.node.index);
        runs.push_back((run->is_reading ? "[" + run->text + "]" : run->text) + " " + owner);
    }
    return runs;
}

std::vector<Role> roles(const DrawList& list) {
    std::vector<Role> roles;
    for (const Node& node : list.nodes) roles.push_back(node.role);
    return roles;
}

TEST(Readings, StandBehindTheirBasesInTheTree) {
    const DrawList list = drawn(with_text("毎{日|ひ}の{字|じ}"));
    EXPECT_THAT(roles(list), ElementsAre(Role::document, Role::paragraph, Role::span, Role::ruby, Role::ruby_base,
                                         Role::ruby_text, Role::span, Role::ruby, Role::ruby_base, Role::ruby_text));
    EXPECT_THAT(list.nodes[1].children, ElementsAre(NodeId{2}, NodeId{3}, NodeId{6}, NodeId{7}));
    EXPECT_THAT(list.nodes[3].children, ElementsAre(NodeId{4}, NodeId{5}));
    EXPECT_EQ(list.nodes[5].origin.pointer, "/a.1");
    EXPECT_THAT(runs_of(list.pages[0]), ElementsAre("毎 #2", "日 #4", "[ひ] #5", "の #6", "字 #8", "[じ] #9"));
}

TEST(Readings, StandUponTheirBases) {
    const DrawList list = drawn(with_text("あ{漢字|かん|じ}"));
    const auto run = [&](std::size_t i) { return std::get<GlyphRun>(list.pages[0].marks.at(i).shape); };
    const Length left = mm(11), baseline = mm(10 + 0.5 + 0.3 + 2 + 3.52);
    EXPECT_EQ(run(0).origin, (Point{left, baseline}));
    EXPECT_EQ(run(1).origin, (Point{left + mm(4), baseline}));
    EXPECT_EQ(run(1).size, mm(4));
    EXPECT_EQ(run(2).text, "かん");
    EXPECT_EQ(run(2).size, mm(2));
    EXPECT_EQ(run(2).origin, (Point{left + mm(4), baseline - mm(3.52 + 0.24)}));
    EXPECT_EQ(run(4).origin, (Point{left + mm(8 + 1), baseline - mm(3.52 + 0.24)})) << "in the middle of its base";
}

TEST(Readings, OfATextOnTwoLinesStandOverTheirOwn) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {}, fill::Text{.runs = {ruby_run("{個別|こべつ}{支援|しえん}{計画|けいかく}")}, .hang = {}});
    const DrawList list = drawn(std::move(form));
    const auto run = [&](std::size_t i) { return std::get<GlyphRun>(list.pages[0].marks.at(i).shape); };
    EXPECT_THAT(runs_of(list.pages[0]),
                ElementsAre("個別 #3", "[こべつ] #4", "支援 #6", "[しえん] #7", "計画 #9", "[けいかく] #10"));
    EXPECT_EQ(run(5).origin.y - run(1).origin.y, mm(6.6));
}

TEST(Readings, OfARepeatedHeadingAreArtifactsLikeIt) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_grid(form, "t", fill::Grid::Kind::table);
    add_row(table, 10, -1, true);
    add_cell(table, {.column_span = 4}, fill::Text{.runs = {ruby_run("{項目|こうもく}")}, .hang = {}}).is_heading =
        true;
    add_record(table, 60, "一");
    add_record(table, 60, "二");
    const DrawList list = drawn(std::move(form));
    ASSERT_EQ(list.pages.size(), 2u);
    EXPECT_THAT(runs_of(list.pages[1]), ElementsAre("項目 artifact", "[こうもく] artifact", testing::_));
}

TEST(Readings, MakeTheRingRoundAChoiceTaller) {
    const auto ring = [](std::string_view word) {
        fill::FilledForm form = blank_form();
        fill::Grid& grid = add_grid(form, "a");
        add_row(grid, 20);
        fill::Choice choice;
        choice.options = {{ruby_run(word), true}};
        add_cell(grid, {.column_span = 4}, std::move(choice));
        const DrawList list = drawn(std::move(form));
        const auto mark = std::ranges::find_if(list.pages[0].marks,
                                               [](const Mark& m) { return std::holds_alternative<Ring>(m.shape); });
        return std::get<Ring>(mark->shape);
    };
    EXPECT_GT(ring("{有|あり}").rect.height, ring("有").rect.height + mm(1.9));
    EXPECT_EQ(ring("{有|あり}").alternative, "「有」に○");
}

TEST(TextCheck, AReadingThatNoMarkShowsIsLost) {
    const layout::PagedForm paged = laid_out(with_text("{漢字|かんじ}"));
    DrawList list = place(paged, fonts()).value();
    EXPECT_SILENT("draw.text.lost", check_text(list, paged));
    std::erase_if(list.pages[0].marks, [](const Mark& mark) {
        const auto* run = std::get_if<GlyphRun>(&mark.shape);
        return run && run->is_reading;
    });
    EXPECT_FIRES("draw.text.lost", check_text(list, paged));
}

}  // namespace
}  // namespace besshi::draw::tests
