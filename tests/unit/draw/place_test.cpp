#include "draw/draw.h"
#include "unit/layout/form_builder.h"

#include "expect_diagnostic.h"

#include <gmock/gmock.h>

namespace besshi::draw::tests {
namespace {

using namespace layout::tests;
using form::Stroke;
using testing::ElementsAre;

DrawList drawn(fill::FilledForm form) {
    auto list = place(laid_out(std::move(form)), fonts());
    if (!list) throw std::runtime_error(base::to_line(list.error().front()));
    return std::move(*list);
}

template <class Shape>
std::vector<Shape> shapes(const DrawList& list, std::size_t page = 0) {
    std::vector<Shape> found;
    for (const Mark& mark : list.pages.at(page).marks) {
        if (const auto* shape = std::get_if<Shape>(&mark.shape)) found.push_back(*shape);
    }
    return found;
}

/// One cell of 20 mm at the left margin, one row at the top of the body.
fill::FilledForm one_cell(std::string text, form::Align align = form::Align::left, double row_mm = 0) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, row_mm);
    add_cell(grid, {}, std::move(text)).style.align = align;
    return form;
}

// ── text ──

TEST(Text, StandsInTheMiddleOfItsLinePitch) {
    const auto runs = shapes<GlyphRun>(drawn(one_cell("あい\nう")));
    ASSERT_EQ(runs.size(), 2u);
    // 10 mm + 0.5 of white + 0.5 of leading + 0.88 × 4 mm
    EXPECT_EQ(runs[0].origin, (Point{mm(11), mm(14.52)}));
    EXPECT_EQ(runs[1].origin, (Point{mm(11), mm(19.52)}));
    EXPECT_EQ(runs[0].text, "あい");
    EXPECT_EQ(runs[0].size, mm(4));
}

TEST(Text, IsAlignedAcross) {
    const auto first = [](form::Align align) { return shapes<GlyphRun>(drawn(one_cell("あい", align))).at(0); };
    EXPECT_EQ(first(form::Align::left).origin.x, mm(11));
    EXPECT_EQ(first(form::Align::center).origin.x, mm(16));
    EXPECT_EQ(first(form::Align::right).origin.x, mm(21));
    EXPECT_EQ(first(form::Align::justify).origin.x, mm(11));
    EXPECT_EQ(first(form::Align::justify).glyphs[0].advance, mm(4));  // the last line keeps its natural width
    EXPECT_EQ(first(form::Align::distributed).origin.x, mm(11));
    EXPECT_EQ(first(form::Align::distributed).glyphs[0].advance, mm(14));
}

TEST(Text, OneDistributedCharacterStandsInTheMiddle) {
    EXPECT_EQ(shapes<GlyphRun>(drawn(one_cell("あ", form::Align::distributed))).at(0).origin.x, mm(18));
}

TEST(Text, IsAlignedUpAndDown) {
    fill::FilledForm form = one_cell("あ", form::Align::left, 26);
    const auto baseline = [&](form::VerticalAlign align) {
        form.sections[0].grids[0].cells[0].style.vertical_align = align;
        return shapes<GlyphRun>(drawn(form)).at(0).origin.y;
    };
    EXPECT_EQ(baseline(form::VerticalAlign::top), mm(14.52));
    EXPECT_EQ(baseline(form::VerticalAlign::middle), mm(24.52));
    EXPECT_EQ(baseline(form::VerticalAlign::bottom), mm(34.52));
}

TEST(Text, FacesAndSizesAreRunsOfTheirOwn) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    fill::Run large = run("大");
    large.size = mm(8);
    add_cell(grid, {.column_span = 4}, fill::Text{.runs = {run("小𠮷"), large}, .hang = {}});
    const auto runs = shapes<GlyphRun>(drawn(std::move(form)));
    ASSERT_EQ(runs.size(), 3u);
    EXPECT_EQ(runs[0].text + "|" + runs[1].text + "|" + runs[2].text, "小|𠮷|大");
    EXPECT_NE(runs[0].face, runs[1].face);
    EXPECT_EQ(runs[0].origin.y, runs[2].origin.y);
    EXPECT_EQ(runs[2].origin.x, mm(19));
}

TEST(Text, EveryGlyphKnowsItsBytes) {
    const auto runs = shapes<GlyphRun>(drawn(one_cell("あ　い")));
    ASSERT_EQ(runs.at(0).glyphs.size(), 3u);
    EXPECT_EQ(runs[0].text, "あ　い");
    EXPECT_EQ(runs[0].glyphs[1].text_begin, 3u);
    EXPECT_EQ(runs[0].glyphs[1].text_end, 6u);
}

TEST(Text, NarrowTextKeepsItsSizeAndSaysHowNarrow) {
    fill::FilledForm form = one_cell("あいうえお", form::Align::left, 6);
    form.sections[0].grids[0].cells[0].style.overflow = {form::Overflow::narrow};
    const auto runs = shapes<GlyphRun>(drawn(std::move(form)));
    EXPECT_EQ(runs.at(0).narrow_permille, 900);
    EXPECT_EQ(runs[0].glyphs[0].advance, mm(3.6));
}

TEST(Text, AnUnderlineRunsUnderItsRunOnly) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    fill::Run under = run("線の");
    under.underline = true;
    add_cell(grid, {.column_span = 4}, fill::Text{.runs = {run("前"), under, run("後")}, .hang = {}});
    const auto rules = shapes<Rule>(drawn(std::move(form)));
    ASSERT_EQ(rules.size(), 1u);
    EXPECT_EQ(rules[0].from, (Point{mm(15), mm(14.88)}));
    EXPECT_EQ(rules[0].to, (Point{mm(23), mm(14.88)}));
}

// ── lines ──

form::Borders all(Stroke stroke) {
    return {.left = stroke, .right = stroke, .top = stroke, .bottom = stroke};
}

TEST(Lines, ASharedEdgeIsDrawnOnceAndTheStrongerStrokeWins) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 10);
    add_cell(grid, {.column_span = 2}, "").borders = all(Stroke::medium);
    add_cell(grid, {.column = 2, .column_span = 2}, "").borders = all(Stroke::thin);
    std::vector<std::tuple<Stroke, Point, Point>> found;
    for (const Rule& rule : shapes<Rule>(drawn(std::move(form)))) found.emplace_back(rule.stroke, rule.from, rule.to);
    EXPECT_THAT(found,
                testing::UnorderedElementsAre(std::tuple(Stroke::medium, Point{mm(10), mm(10)}, Point{mm(50), mm(10)}),
                                              std::tuple(Stroke::thin, Point{mm(50), mm(10)}, Point{mm(90), mm(10)}),
                                              std::tuple(Stroke::medium, Point{mm(10), mm(20)}, Point{mm(50), mm(20)}),
                                              std::tuple(Stroke::thin, Point{mm(50), mm(20)}, Point{mm(90), mm(20)}),
                                              std::tuple(Stroke::medium, Point{mm(10), mm(10)}, Point{mm(10), mm(20)}),
                                              std::tuple(Stroke::medium, Point{mm(50), mm(10)}, Point{mm(50), mm(20)}),
                                              std::tuple(Stroke::thin, Point{mm(90), mm(10)}, Point{mm(90), mm(20)})));
}

TEST(Lines, CollinearNeighboursOfOneStrokeAreOneRule) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    for (int row = 0; row < 3; ++row) {
        add_row(grid, 10);
        for (int column = 0; column < 4; ++column)
            add_cell(grid, {.row = row, .column = column}, "").borders = all(Stroke::thin);
    }
    EXPECT_EQ(shapes<Rule>(drawn(std::move(form))).size(), 4u + 5u);
}

TEST(Lines, AGridThatGoesOnIsClosedWithItsOuterStroke) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_grid(form, "t", fill::Grid::Kind::table);
    table.box = {Stroke::medium, Stroke::thin};
    add_record(table, 60, "一").borders = all(Stroke::thin);
    add_record(table, 60, "二").borders = all(Stroke::thin);
    const DrawList list = drawn(std::move(form));
    const auto is = [](const Rule& rule, double y) { return rule.from.y == mm(y) && rule.to.y == mm(y); };
    EXPECT_TRUE(std::ranges::any_of(shapes<Rule>(list, 0),
                                    [&](const Rule& r) { return is(r, 70) && r.stroke == Stroke::medium; }));
    EXPECT_TRUE(std::ranges::any_of(shapes<Rule>(list, 1),
                                    [&](const Rule& r) { return is(r, 10) && r.stroke == Stroke::medium; }));
    EXPECT_TRUE(std::ranges::any_of(shapes<Rule>(list, 1),
                                    [&](const Rule& r) { return is(r, 70) && r.stroke == Stroke::thin; }));
}

TEST(Lines, GroundsComeFirstAndTextLast) {
    fill::FilledForm form = one_cell("あ");
    form.watermark = "原案";
    form.sections[0].grids[0].cells[0].borders = all(Stroke::thin);
    form.sections[0].grids[0].cells[0].style.fill = form::Color{0xF2, 0xF2, 0xF2};
    const DrawList list = drawn(std::move(form));
    std::string order;
    for (const Mark& mark : list.pages[0].marks) order += "GRFEPISW"[mark.shape.index()];
    EXPECT_EQ(order, "FWRRRRG");
    EXPECT_EQ(shapes<Watermark>(list).at(0).run.text, "原案");
    EXPECT_EQ(list.pages[0].marks[1].artifact, ArtifactKind::watermark);
}

// ── symbols ──

TEST(Symbols, ARingStandsRoundTheChosenWord) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {.column_span = 4},
             fill::Choice{.options = {{run("有"), false}, {run("無"), true}}, .between = run("・")});
    const DrawList list = drawn(std::move(form));
    const auto rings = shapes<Ring>(list);
    ASSERT_EQ(rings.size(), 1u);
    EXPECT_EQ(rings[0].rect.x, mm(18.2));  // 「無」 stands from 19 to 23 mm
    EXPECT_EQ(rings[0].rect.width, mm(5.6));
    EXPECT_GE(rings[0].rect.y, mm(10));
    EXPECT_LE(rings[0].rect.bottom(), mm(16));
    EXPECT_EQ(rings[0].alternative, "「無」に○");
}

/// The corners of its first and last character stand inside: (x/a)² + (y/b)² < 1 from the centre of an end.
TEST(Symbols, ARingStandsClearOfALongWord) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 0);
    add_cell(grid, {.column_span = 4}, fill::Choice{.options = {{run("運動感覚"), true}}, .between = run("・")});
    const auto rings = shapes<Ring>(drawn(std::move(form)));
    ASSERT_EQ(rings.size(), 1u);
    const Ring& ring = rings[0];
    const double em = mm(4).pt(), beside = (ring.rect.width.pt() - em * 4) / 2;
    const double x = (ring.end.pt() - beside - em * 0.06) / ring.end.pt();
    const double y = em * 0.44 / (ring.rect.height.pt() / 2);
    EXPECT_LT(x * x + y * y, 1);
}

TEST(Symbols, ATickIsABoxAndACheck) {
    for (const bool ticked : {false, true}) {
        fill::FilledForm form = blank_form();
        fill::Grid& grid = add_grid(form, "a");
        add_row(grid, 0);
        add_cell(grid, {}, fill::Tick{.ticked = ticked, .origin = {}});
        const DrawList list = drawn(std::move(form));
        const auto paths = shapes<Path>(list);
        ASSERT_EQ(paths.size(), ticked ? 2u : 1u);
        EXPECT_EQ(paths[0].alternative, ticked ? "チェックあり" : "チェックなし");
        EXPECT_EQ(paths[0].points.size(), 5u);
        EXPECT_EQ(paths[0].points[0].at, (Point{mm(11.24), mm(11.24)}));
        EXPECT_EQ(list.nodes.back().role, Role::figure);
    }
}

TEST(Symbols, ASignatureFieldFillsItsCell) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 10.3);
    add_cell(grid, {.column_span = 3},
             fill::Signature{.field_name = "guardian_signature", .tip = "保護者署名", .locks = "all"});
    const DrawList list = drawn(std::move(form));
    const auto fields = shapes<SignatureField>(list);
    ASSERT_EQ(fields.size(), 1u);
    EXPECT_EQ(fields[0].rect, (Rect{mm(10.5), mm(10.1), mm(59), mm(10.1)}));
    EXPECT_EQ(fields[0].name, "guardian_signature");
    EXPECT_EQ(list.nodes.back().role, Role::form);
    EXPECT_EQ(list.nodes.back().alternative, "保護者署名");
}

// ── tree ──

std::string tree_of(const DrawList& list) {
    const std::string text = dump(list);
    return text.substr(text.find("#0 document"));
}

TEST(Tree, ABoxedPanelIsATableWithHeaders) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "goals");
    grid.box = {Stroke::medium, Stroke::thin};
    add_row(grid, 10);
    add_row(grid, 10);
    add_cell(grid, {.column_span = 1}, "長期目標").labels = {1};
    add_cell(grid, {.column = 1, .column_span = 2}, "目標");
    add_cell(grid, {.column = 3}, "時間等").labels = {4};
    add_cell(grid, {.row = 1, .column = 0, .column_span = 3}, "短期");
    add_cell(grid, {.row = 1, .column = 3}, "時間");
    EXPECT_EQ(tree_of(drawn(std::move(form))), R"(#0 document
  #1 table goals
    #2 table body
      #3 row
        #4 header cell goals.1 scope row
        #5 data cell goals.2 under #4
        #6 header cell goals.3 scope column
      #7 row
        #8 data cell goals.4 spans 1x2
        #9 data cell goals.5 under #6
)");
}

TEST(Tree, APanelWithoutABoxIsHeadingsAndParagraphs) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "heading");
    add_row(grid, 10);
    add_cell(grid, {}, "利用児氏名");
    add_cell(grid, {.column = 1}, "表題").style.heading = 1;
    add_cell(grid, {.column = 2}, "");
    add_cell(grid, {.column = 3}, fill::Signature{.field_name = "s", .tip = "署名", .locks = ""});
    EXPECT_EQ(tree_of(drawn(std::move(form))), R"(#0 document
  #1 paragraph heading.1
  #2 heading1 heading.2
  #3 form heading.4 (署名)
)");
}

TEST(Tree, ATableHasItsHeadOnceAndRegularRows) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_grid(form, "t", fill::Grid::Kind::table);
    add_row(table, 10, -1, true);
    add_cell(table, {.column_span = 2}, "項目").is_heading = true;
    add_cell(table, {.column = 2, .column_span = 2}, "内容").is_heading = true;
    add_row(table, 50, 0);
    add_cell(table, {.row = 1, .column_span = 2}, "一");
    add_row(table, 50, 1);
    add_cell(table, {.row = 2, .column_span = 2}, "二");
    add_cell(table, {.row = 2, .column = 2, .column_span = 2}, "三");
    const DrawList list = drawn(std::move(form));
    EXPECT_EQ(tree_of(list), R"(#0 document
  #1 table t
    #2 table head
      #3 row
        #4 header cell t.1 scope column
        #5 header cell t.2 scope column
    #6 table body
      #7 row
        #8 data cell t.3
        #9 data cell
      #10 row
        #11 data cell t.4
        #12 data cell t.5
)");
    ASSERT_EQ(list.pages.size(), 2u);
    const Mark& repeated = list.pages[1].marks.at(0);
    EXPECT_TRUE(repeated.node.is_artifact());
    EXPECT_EQ(repeated.artifact, ArtifactKind::repeated_heading);
}

TEST(Tree, ACellThatGoesOnStaysOneNode) {
    fill::FilledForm form = blank_form();
    add_panel(form, "a", 0, lines(20));
    const DrawList list = drawn(std::move(form));
    ASSERT_EQ(list.pages.size(), 2u);
    EXPECT_EQ(list.pages[0].marks.back().node, list.pages[1].marks.front().node);
    EXPECT_FALSE(list.pages[0].marks.back().node.is_artifact());
}

TEST(Tree, AnAnnexHasNodesOnlyIfItIsPrinted) {
    const auto annex_of = [](std::string text) {
        fill::FilledForm form = one_cell(std::move(text), form::Align::left, 6);
        form.sections[0].grids[0].cells[0].style.overflow = {form::Overflow::carry_over, form::Overflow::grow};
        add_annexes(form);
        form.sections[0].grids[1].cells[0].style.heading = 1;
        form.sections[0].grids[1].cells[1].style.heading = 2;
        return drawn(std::move(form));
    };
    EXPECT_EQ(annex_of("一行").nodes.size(), 2u);  // the document and its paragraph
    const DrawList list = annex_of("一行\n二行");
    ASSERT_EQ(list.nodes.size(), 5u);
    EXPECT_EQ(list.nodes[2].role, Role::heading1);
    EXPECT_EQ(list.nodes[3].role, Role::heading2);
    EXPECT_EQ(list.nodes[4].role, Role::paragraph);
    EXPECT_EQ(list.nodes[4].cell, "a.annex.3");
}

TEST(Tree, BandsAreArtifacts) {
    fill::FilledForm form = one_cell("あ");
    form.sections[0].header.right = fill::BandText{.runs = {run("頭")}, .style = plain_style()};
    form.sections[0].footer.center = fill::BandText{.runs = {run("足")}, .style = plain_style()};
    const DrawList list = drawn(std::move(form));
    const std::vector<Mark>& marks = list.pages[0].marks;
    EXPECT_EQ(marks[marks.size() - 2].artifact, ArtifactKind::running_head);
    EXPECT_EQ(marks.back().artifact, ArtifactKind::running_foot);
}

TEST(Tree, SectionsHaveNodesOnlyIfThereAreSeveral) {
    fill::FilledForm form = one_cell("あ");
    EXPECT_NE(drawn(form).nodes[1].role, Role::section);
    form.sections.push_back(form.sections[0]);
    EXPECT_EQ(drawn(form).nodes[1].role, Role::section);
}

// ── the text comes back ──

TEST(TextCheck, MarksStandForTheTextOfThePages) {
    const layout::PagedForm paged = laid_out(one_cell("あいうえお"));
    DrawList list = place(paged, fonts()).value();
    EXPECT_SILENT("draw.text.lost", check_text(list, paged));
    for (Mark& mark : list.pages[0].marks) {
        if (auto* run = std::get_if<GlyphRun>(&mark.shape)) run->glyphs.pop_back();
    }
    const Diagnostics faults = check_text(list, paged);
    EXPECT_FIRES("draw.text.lost", faults);
    EXPECT_THAT(base::to_line(faults.at(0)), testing::Not(testing::HasSubstr("あ")));
}

}  // namespace
}  // namespace besshi::draw::tests
