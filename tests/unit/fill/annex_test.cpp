#include "filled.h"

/// What is prepared for texts that may be carried over to an annex (別紙).
namespace besshi::fill::tests {
namespace {

using ::testing::IsEmpty;

constexpr std::string_view panel = R"toml(
[[block]]
kind  = "panel"
name  = "p"
box   = { outer = "thin", inner = "thin" }
lines = [ { min = 10, cells = "goal_label goal*3" }, { min = 10, cells = "policy_label policy*3" } ]
[block.label]
goal_label   = "長期目標\n(内容・期間等)"
policy_label = "総合的な支援の方針"
[block.cell]
goal   = { text = [ "・", { text = "{{support_plan.long_term_goal.text}}", size = 8 } ], hang = "item", overflow = [ "shrink", "continue" ] }
policy = { text = "{{support_plan.overall_policy}}", overflow = [ "shrink" ] }
)toml";

constexpr std::string_view both_given =
    R"({"support_plan":{"created_on":"2025-09-22","overall_policy":"方針","long_term_goal":{"text":"目標"}}})";

/// The text with {n} for the place of the number.
std::string shown(const Cell& cell) {
    std::string mark;
    base::append_utf8(mark, annex_number_mark);
    std::string text = text_of(cell);
    if (const std::size_t at = text.find(mark); at != std::string::npos) text.replace(at, mark.size(), "{n}");
    return text;
}

TEST(Annex, IsPreparedForWhatMayBeCarriedOver) {
    const FilledForm form = filled(form_of(panel), both_given);
    const std::vector<Grid>& grids = form.sections[0].grids;
    ASSERT_EQ(grids.size(), 2u);
    const Grid& annex = grids[1];
    ASSERT_TRUE(annex.annex_of);
    EXPECT_EQ(annex.annex_of->grid, 0u);
    EXPECT_EQ(grids[0].cells[annex.annex_of->cell].name, "goal");
    ASSERT_EQ(annex.cells.size(), 3u);
    EXPECT_EQ(shown(annex.cells[0]), "別紙{n}");
    EXPECT_EQ(shown(annex.cells[1]), "長期目標(内容・期間等)");
    EXPECT_EQ(shown(annex.cells[2]), "・目標");
    for (const Cell& cell : annex.cells) EXPECT_EQ(cell.column_span, 4);

    const Cell& goal = cell_named(form, "goal");
    ASSERT_TRUE(goal.carry_over);
    EXPECT_EQ(goal.carry_over->annex, 1u);
    EXPECT_EQ(goal.carry_over->reference.source, TextSource::generated);
    EXPECT_FALSE(cell_named(form, "policy").carry_over);
}

TEST(Annex, ItsTextHasTheFormsOwnSizeAndAFrame) {
    const FilledForm form = filled(form_of(panel), both_given);
    const Cell& text = cell_named(form, "goal.annex");
    EXPECT_EQ(text.style.size, Length::from_pt(10));
    for (const fill::Run& run : runs_of(text)) EXPECT_FALSE(run.size);
    EXPECT_TRUE(std::get<Text>(text.content).hang.items);
    EXPECT_EQ(text.borders,
              (form::Borders{form::Stroke::thin, form::Stroke::thin, form::Stroke::thin, form::Stroke::thin}));
    EXPECT_EQ(text.origin.pointer, "/support_plan/long_term_goal/text");
}

TEST(Annex, ItsTitleAndHeadingAreHeadingsRepeatedOnEachPage) {
    const Grid annex = filled(form_of(panel), both_given).sections[0].grids[1];
    EXPECT_EQ(annex.cells[0].style.heading, 1);
    EXPECT_EQ(annex.cells[1].style.heading, 2);
    EXPECT_TRUE(annex.rows[0].heading);
    EXPECT_TRUE(annex.rows[1].heading);
    EXPECT_FALSE(annex.rows[2].heading);
}

TEST(Annex, NoneIsPreparedForACellWithoutText) {
    EXPECT_EQ(filled(form_of(panel), both_given, request_for(form::Purpose::blank)).sections[0].grids.size(), 2u);
    const std::string_view no_text = R"(
[[block]]
kind  = "panel"
name  = "p"
lines = [ { min = 10, cells = "a*4" } ]
[block.cell]
a = { text = "{{support_plan.overall_policy}}", overflow = [ "continue" ] }
)";
    EXPECT_EQ(filled(form_of(no_text), both_given).sections[0].grids.size(), 2u);
    EXPECT_EQ(filled(form_of(no_text), R"({"support_plan":{"created_on":"2025-09-22"}})").sections[0].grids.size(), 1u);
}

TEST(Annex, OfASignedDocumentSaysThatItIsPartOfIt) {
    const auto title = [](form::Purpose purpose) {
        return shown(cell_named(filled(form_of(panel), both_given, request_for(purpose)), "goal.annex.title"));
    };
    EXPECT_EQ(title(form::Purpose::sign), "別紙{n}（署名する書類の一部です）");
    EXPECT_EQ(title(form::Purpose::record), "別紙{n}");
}

TEST(Annex, OfATableCellIsHeadedByItsColumn) {
    const FilledForm form =
        filled(form_of(R"(
[[block]]
kind = "table"
name = "rows"
rows = "support_plan.rows"
as   = "row"
row_min = 10
[[block.column]]
span    = 4
heading = [ "支援\n目標" ]
text    = "{{row.goal}}"
overflow = [ "continue" ]
)"),
               R"({"support_plan":{"created_on":"2025-09-22","rows":[{"goal":"一"},{"goal":"二"}]}})");
    EXPECT_EQ(form.sections[0].grids.size(), 3u);
    EXPECT_EQ(text_of(form, "rows.2.goal.annex.heading"), "支援目標");
    EXPECT_EQ(text_of(form, "rows.2.goal.annex"), "二");
}

}  // namespace
}  // namespace besshi::fill::tests
