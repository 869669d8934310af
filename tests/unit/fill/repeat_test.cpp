#include "filled.h"

/// Panels printed once per element, and records side by side with a label left of them.
namespace besshi::fill::tests {
namespace {

using ::testing::ElementsAre;

std::string place(const Cell& cell) {
    return std::to_string(cell.row) + "," + std::to_string(cell.column) + " " + std::to_string(cell.row_span) + "x" +
           std::to_string(cell.column_span);
}

std::vector<std::string> grid_names(const FilledForm& form) {
    std::vector<std::string> names;
    for (const Grid& grid : form.sections.at(0).grids) names.push_back(grid.name);
    return names;
}

std::vector<std::string> headed_by(const FilledForm& form, std::string_view grid_name, std::string_view name) {
    const Grid& grid = grid_named(form, grid_name);
    std::vector<std::string> names;
    for (const std::size_t index : cell_named(form, name).labels) names.push_back(grid.cells.at(index).name);
    return names;
}

constexpr std::string_view rows_json = R"({"support_plan": {"rows": [
    {"goal": "一", "domains": ["health_life"]}, {"goal": "二"}, {"goal": "三"}]}})";

// ── repeated panels ─────────────────────────────────────────────────────────

form::FormDefinition repeated(std::string_view extra = {}) {
    return form_of(R"toml(
[param.least]
type    = "count"
default = 0

[[block]]
kind       = "panel"
name       = "goal"
repeat     = "support_plan.rows"
as         = "row"
min_repeat = "param.least"
gap        = 2
)toml" + std::string(extra) +
                   R"toml(
lines = [ { min = 5, cells = "number aim_label aim*2" }, { min = 5, cells = "number sign_label sign*2" } ]
[block.label]
number     = { text = "目標{{row.ordinal}} {{row.circled}}", of = [ "aim" ] }
aim_label  = "目標"
sign_label = "確認"
[block.cell]
aim  = { text = "{{row.goal}}{{#row.domains}}・{{.word}}{{/row.domains}}" }
sign = { text = "{{child.birth_date.wareki}}" }
)toml");
}

TEST(Repeat, PrintsThePanelOncePerElement) {
    const auto result = filled(repeated(), rows_json);
    EXPECT_THAT(grid_names(result), ElementsAre("goal.1", "goal.2", "goal.3"));
    EXPECT_EQ(text_of(result, "goal.1.aim"), "一・健康・生活");
    EXPECT_EQ(text_of(result, "goal.3.aim"), "三");
    EXPECT_EQ(text_of(result, "goal.2.number"), "目標2 ②");
    EXPECT_EQ(cell_named(result, "goal.2.aim").origin.pointer, "/support_plan/rows/1/goal");
    EXPECT_EQ(place(cell_named(result, "goal.2.number")), "0,0 2x1");
    EXPECT_THAT(headed_by(result, "goal.2", "goal.2.number"), ElementsAre("goal.2.aim"));
    for (const Grid& grid : result.sections[0].grids) {
        EXPECT_EQ(grid.gap, Length::from_mm(2));
        EXPECT_EQ(grid.kind, Grid::Kind::panel) << "kept whole";
    }
}

TEST(Repeat, FillsUpWithPanelsThatHaveTheirNumberOnly) {
    const auto result = filled(repeated(), R"({"support_plan": {"rows": [{"goal": "一"}]}})",
                               request_for(form::Purpose::record, {{"least", "2"}}));
    EXPECT_THAT(grid_names(result), ElementsAre("goal.1", "goal.2"));
    EXPECT_EQ(text_of(result, "goal.2.number"), "目標2 ②");
    EXPECT_EQ(text_of(result, "goal.2.aim"), "");
    EXPECT_EQ(text_of(result, "goal.2.sign"), "　　年　　月　　日") << "not of the element";
    EXPECT_THAT(grid_names(filled(repeated(), "{}")), ElementsAre());
}

TEST(Repeat, OnlyTheFirstBeginsAPageAndOnlyTheEndsAreKeptWithTheirNeighbours) {
    const auto keeps = [](std::string_view extra) {
        std::vector<form::Keep> all;
        for (const Grid& grid : filled(repeated(extra), rows_json).sections[0].grids) all.push_back(grid.keep);
        return all;
    };
    using form::Keep;
    EXPECT_THAT(keeps("keep = \"next\""), ElementsAre(Keep::none, Keep::none, Keep::next));
    EXPECT_THAT(keeps("keep = \"previous\""), ElementsAre(Keep::previous, Keep::none, Keep::none));
    const auto result = filled(repeated("break_before = true"), rows_json);
    EXPECT_TRUE(grid_named(result, "goal.1").break_before);
    EXPECT_FALSE(grid_named(result, "goal.2").break_before);
}

TEST(Repeat, EachGoesOverAListOfTheElement) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind   = "panel"
name   = "goal"
repeat = "support_plan.rows"
as     = "row"
each   = { domain = "row.domains", count = 2 }
lines  = [ { min = 5, cells = "goal*2 domain( word )" } ]
[block.cell]
goal = { text = "{{row.goal}}" }
word = { text = "{{domain.word}}" }
)toml"),
                               rows_json);
    EXPECT_EQ(text_of(result, "goal.1.word.1"), "健康・生活");
    EXPECT_EQ(text_of(result, "goal.2.word.1"), "");
}

TEST(Repeat, SignaturesOfEachElementHaveTheirOwnName) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind   = "panel"
name   = "goal"
repeat = "support_plan.rows"
as     = "row"
lines  = [ { min = 10, cells = "sign*4" } ]
[block.cell]
sign = { sign = "member", tip = "署名" }
)toml"),
                               rows_json);
    EXPECT_EQ(std::get<Signature>(cell_named(result, "goal.1.sign").content).field_name, "member");
    EXPECT_EQ(std::get<Signature>(cell_named(result, "goal.3.sign").content).field_name, "member_3");
}

TEST(Repeat, BlankFormsHaveTheLeastNumber) {
    const auto result = filled(repeated(), rows_json, request_for(form::Purpose::blank, {{"least", "2"}}));
    EXPECT_THAT(grid_names(result), ElementsAre("goal.1", "goal.2"));
    EXPECT_EQ(text_of(result, "goal.1.aim"), "");
    EXPECT_EQ(text_of(result, "goal.1.number"), "目標1 ①");
}

// ── records side by side, and the lead ──────────────────────────────────────

form::FormDefinition with_lead() {
    return form_of(R"toml(
[[block]]
kind = "table"
name = "t"
rows = "support_plan.rows"
as   = "row"
heading_min = 6
row_min     = 7
[block.lead]
text = "出席者"
[[block.column]]
heading = "番号"
name    = "number"
text    = "{{row.ordinal}}"
[[block.column]]
span    = 2
heading = "目標"
text    = "{{row.goal}}"
)toml");
}

/// Two records of one column beside each other, after a lead of two ruler columns.
form::FormDefinition two_across(std::string_view extra = {}) {
    return form_of(
        "[[block]]\nkind = \"table\"\nname = \"t\"\nrows = \"support_plan.rows\"\nas = \"row\"\nacross = 2\n" +
        std::string(extra) + R"toml(
heading_min = 6
row_min     = 7
[block.lead]
span = 2
text = "出席者"
[[block.column]]
heading = "目標"
group   = "g"
text    = "{{row.goal}}"
[block.group.g]
heading = "まとまり"
)toml");
}

TEST(Across, PutsRecordsSideBySideUnderRepeatedHeadings) {
    const auto result = filled(two_across(), rows_json);
    const Grid& grid = grid_named(result, "t");
    ASSERT_EQ(grid.rows.size(), 4u) << "two rows of headings, two lines of records";
    EXPECT_EQ(grid.rows[2].record, 0);
    EXPECT_EQ(grid.rows[3].record, 1);
    EXPECT_EQ(place(cell_named(result, "t.group.g")), "0,2 1x1");
    EXPECT_EQ(place(cell_named(result, "t.group.g.2")), "0,3 1x1");
    EXPECT_EQ(place(cell_named(result, "t.heading.goal")), "1,2 1x1");
    EXPECT_EQ(place(cell_named(result, "t.heading.goal.2")), "1,3 1x1");
    EXPECT_EQ(place(cell_named(result, "t.2.goal")), "2,3 1x1");
    EXPECT_EQ(place(cell_named(result, "t.3.goal")), "3,2 1x1");
    EXPECT_EQ(text_of(result, "t.2.goal"), "二");
    EXPECT_EQ(text_of(result, "t.4.goal"), "");
    EXPECT_THAT(headed_by(result, "t", "t.heading.goal"), ElementsAre("t.1.goal", "t.3.goal"));
    EXPECT_THAT(headed_by(result, "t", "t.heading.goal.2"), ElementsAre("t.2.goal", "t.4.goal"));
}

TEST(Across, TheLeastNumberCountsLines) {
    EXPECT_EQ(grid_named(filled(two_across("min_rows = 3"), rows_json), "t").rows.size(), 5u);
    EXPECT_TRUE(has_cell(filled(two_across("min_rows = 3"), rows_json), "t.6.goal"));
}

TEST(Lead, StandsLeftOfTheHeadingsAndAllRows) {
    const auto result = filled(with_lead(), rows_json);
    const Cell& lead = cell_named(result, "t.lead");
    EXPECT_EQ(place(lead), "0,0 4x1");
    EXPECT_EQ(lead.role, form::CellRole::label);
    EXPECT_EQ(text_of(lead), "出席者");
    ASSERT_TRUE(lead.continued);
    EXPECT_EQ(lead.continued->text, "\n（つづき）");
    EXPECT_EQ(lead.continued->source, TextSource::generated);
    EXPECT_EQ(headed_by(result, "t", "t.lead").size(), 6u);
    EXPECT_EQ(place(cell_named(result, "t.1.goal")), "1,2 1x2");
    EXPECT_EQ(&lead, &grid_named(result, "t").cells.front()) << "first in reading order";
}

TEST(Lead, ATableWithoutRowsHasItBesideItsHeadings) {
    EXPECT_EQ(place(cell_named(filled(with_lead(), "{}"), "t.lead")), "0,0 1x1");
}

}  // namespace
}  // namespace besshi::fill::tests
