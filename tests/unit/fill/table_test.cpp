#include "filled.h"

namespace besshi::fill::tests {
namespace {

using form::Stroke;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

form::FormDefinition table_form(std::string_view extra = {}) {
    return form_of(R"toml(
[param.least]
type    = "count"
default = 0

[[block]]
kind        = "table"
name        = "rows"
rows        = "support_plan.rows"
as          = "row"
box         = { outer = "medium", inner = "thin" }
heading_min = 12.3
row_min     = 14.5
min_rows    = "param.least"
)toml" + std::string(extra) +
                   R"toml(
[[block.column]]
heading   = [ "項　目" ]
text      = "{{row.item.word}}"
merge     = "equal"
continued = "（つづき）"

[[block.column]]
group = "content"
text  = "{{row.content}}"

[[block.column]]
group = "content"
left  = "dashed"
text  = "{{row.domains.lines}}"

[[block.column]]
heading = [ "優先\n順位" ]
text    = "{{row.priority}}"

[block.group.content]
heading = [ "支援内容" ]
)toml");
}

constexpr std::string_view rows_json = R"({"support_plan": {"rows": [
    {"item": "person_support", "content": "一", "domains": ["health_life"], "priority": 1},
    {"item": "person_support", "content": "二", "priority": 2},
    {"item": "family_support", "content": "三", "priority": 3},
    {"item": "person_support", "content": "四", "priority": 4}]}})";

std::string place(const Cell& cell) {
    return std::to_string(cell.row) + "," + std::to_string(cell.column) + " " + std::to_string(cell.row_span) + "x" +
           std::to_string(cell.column_span);
}

std::vector<std::string> headed_by(const FilledForm& form, std::string_view name) {
    const Grid& grid = grid_named(form, "rows");
    std::vector<std::string> names;
    for (const std::size_t index : cell_named(form, name).labels) names.push_back(grid.cells.at(index).name);
    return names;
}

TEST(Table, PrintsARecordPerElementWithPointersAndNames) {
    const auto result = filled(table_form(), rows_json);
    const Grid& grid = grid_named(result, "rows");
    ASSERT_EQ(grid.rows.size(), 5u);
    EXPECT_TRUE(grid.rows[0].heading);
    EXPECT_EQ(grid.rows[0].record, -1);
    EXPECT_EQ(grid.rows[0].min_height, Length::from_mm(12.3));
    EXPECT_EQ(grid.rows[4].record, 3);
    EXPECT_EQ(grid.rows[4].min_height, Length::from_mm(14.5));
    EXPECT_EQ(text_of(result, "rows.3.content"), "三");
    EXPECT_EQ(cell_named(result, "rows.3.content").origin.pointer, "/support_plan/rows/2/content");
    EXPECT_EQ(runs_of(cell_named(result, "rows.1.domains"))[0].origin.pointer, "/support_plan/rows/0/domains");
    EXPECT_EQ(text_of(result, "rows.2.domains"), "");
}

TEST(Table, GroupHeadingTakesTheHeightOfColumnsWithoutHeading) {
    const auto result = filled(table_form(), rows_json);
    EXPECT_EQ(place(cell_named(result, "rows.group.content")), "0,1 1x2");
    EXPECT_EQ(text_of(result, "rows.group.content"), "支援内容");
    EXPECT_TRUE(cell_named(result, "rows.group.content").is_heading);
    EXPECT_EQ(text_of(result, "rows.heading.priority"), "優先\n順位");
    EXPECT_FALSE(has_cell(result, "rows.heading.content"));
}

TEST(Table, HeadingsUnderAGroupMakeTwoRows) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind        = "table"
name        = "rows"
rows        = "support_plan.rows"
as          = "row"
heading_min = 10
row_min     = 10
repeat_heading = false
[[block.column]]
heading = [ "項目" ]
text    = "{{row.item.word}}"
[[block.column]]
group   = "g"
heading = [ "種類" ]
text    = "{{row.content}}"
[[block.column]]
group   = "g"
span    = 2
text    = "{{row.goal}}"
[block.group.g]
heading = [ "福祉サービス等" ]
)toml"),
                               rows_json);
    EXPECT_EQ(place(cell_named(result, "rows.heading.item")), "0,0 2x1");
    EXPECT_EQ(place(cell_named(result, "rows.group.g")), "0,1 1x3");
    EXPECT_EQ(place(cell_named(result, "rows.heading.content")), "1,1 1x1");
    EXPECT_EQ(place(cell_named(result, "rows.heading.goal")), "1,2 1x2");
    EXPECT_TRUE(std::holds_alternative<Empty>(cell_named(result, "rows.heading.goal").content));
    EXPECT_EQ(grid_named(result, "rows").rows[0].min_height + grid_named(result, "rows").rows[1].min_height,
              Length::from_mm(10));
    EXPECT_FALSE(grid_named(result, "rows").rows[0].heading) << "printed once";
    EXPECT_EQ(place(cell_named(result, "rows.1.item")), "2,0 1x1");
}

TEST(Table, HeadingsHeadTheirColumns) {
    const auto result = filled(table_form(), rows_json);
    EXPECT_THAT(headed_by(result, "rows.heading.item"), ElementsAre("rows.1.item", "rows.3.item", "rows.4.item"));
    EXPECT_EQ(headed_by(result, "rows.group.content").size(), 8u);
    EXPECT_THAT(headed_by(result, "rows.heading.priority"),
                ElementsAre("rows.1.priority", "rows.2.priority", "rows.3.priority", "rows.4.priority"));
}

TEST(Table, EqualNeighboursBecomeOneCell) {
    const auto result = filled(table_form(), rows_json);
    EXPECT_EQ(place(cell_named(result, "rows.1.item")), "1,0 2x1");
    EXPECT_FALSE(has_cell(result, "rows.2.item"));
    EXPECT_EQ(place(cell_named(result, "rows.3.item")), "3,0 1x1");
    EXPECT_EQ(place(cell_named(result, "rows.4.item")), "4,0 1x1") << "equal, but no neighbour";
    ASSERT_TRUE(cell_named(result, "rows.1.item").continued.has_value());
    EXPECT_EQ(cell_named(result, "rows.1.item").continued->text, "（つづき）");
    EXPECT_EQ(cell_named(result, "rows.1.item").continued->source, TextSource::generated);
    EXPECT_FALSE(cell_named(result, "rows.1.content").continued.has_value());
}

TEST(Table, EmptyNeighboursStayApart) {
    const auto result = filled(table_form(), R"({"support_plan": {"rows": [{"content": "一"}, {"content": "二"}]}})",
                               request_for(form::Purpose::record, {{"least", "4"}}));
    for (const char* name : {"rows.1.item", "rows.2.item", "rows.3.item", "rows.4.item"}) {
        EXPECT_EQ(cell_named(result, name).row_span, 1) << name;
    }
}

TEST(Table, EmptyRowsFillUpToTheLeastNumber) {
    const auto least = [](const char* rows) { return request_for(form::Purpose::record, {{"least", rows}}); };
    EXPECT_EQ(grid_named(filled(table_form(), rows_json, least("3")), "rows").rows.size(), 5u);
    const auto result = filled(table_form(), rows_json, least("6"));
    EXPECT_EQ(grid_named(result, "rows").rows.size(), 7u);
    EXPECT_EQ(grid_named(result, "rows").rows[6].record, 5);
    EXPECT_EQ(text_of(result, "rows.6.content"), "");
    EXPECT_EQ(grid_named(filled(table_form(), rows_json, request_for(form::Purpose::blank, {{"least", "2"}})), "rows")
                  .rows.size(),
              3u);
}

TEST(Table, EmptyRowsHaveNoBlankForADate) {
    const auto form = form_of(R"toml(
[[block]]
kind     = "table"
name     = "rows"
rows     = "certificates"
as       = "row"
row_min  = 10
min_rows = 2
[[block.column]]
span = 4
text = "{{row.issued_on.wareki}}"
)toml");
    const auto result = filled(form, R"({"certificates": [{"number": "1320000417"}]})");
    EXPECT_EQ(text_of(result, "rows.1.issued_on"), "　　年　　月　　日") << "a record without its date";
    EXPECT_EQ(text_of(result, "rows.2.issued_on"), "") << "no record";
    EXPECT_EQ(grid_named(result, "rows").rows.size(), 2u) << "no heading, no row for it";
}

TEST(TableBorders, AreMediumOutsideThinInsideDashedWhereAsked) {
    const auto result = filled(table_form(), rows_json);
    EXPECT_EQ(cell_named(result, "rows.1.domains").borders.left, Stroke::dashed);
    EXPECT_EQ(cell_named(result, "rows.1.content").borders.right, Stroke::dashed);
    EXPECT_EQ(cell_named(result, "rows.group.content").borders.bottom, Stroke::thin);
    EXPECT_EQ(cell_named(result, "rows.1.item").borders.left, Stroke::medium);
    EXPECT_EQ(cell_named(result, "rows.4.item").borders.bottom, Stroke::medium);
    EXPECT_EQ(cell_named(result, "rows.heading.item").borders.top, Stroke::medium);
}

TEST(Tick, OfABooleanThatIsTrue) {
    const auto form = form_of(
        "[[block]]\nkind = \"panel\"\nname = \"p\"\nlines = [ { min = 10, cells = \"a*4\" } ]\n[block.cell]\n"
        "a = { tick = \"support_plan.transport.provided\" }\n");
    const auto is_ticked = [&](std::string_view json, form::Purpose purpose = form::Purpose::record) {
        return std::get<Tick>(cell_named(filled(form, json, request_for(purpose)), "a").content).ticked;
    };
    EXPECT_TRUE(is_ticked(R"({"support_plan": {"transport": {"provided": true}}})"));
    EXPECT_FALSE(is_ticked(R"({"support_plan": {"transport": {"provided": false}}})"));
    EXPECT_FALSE(is_ticked("{}"));
    EXPECT_FALSE(is_ticked(R"({"support_plan": {"transport": {"provided": true}}})", form::Purpose::blank));
}

form::FormDefinition ticks_form() {
    return form_of(R"toml(
[words.domain]
motor_sensory = "運動"
[[block]]
kind      = "table"
name      = "rows"
rows      = "support_plan.rows"
as        = "row"
row_lines = 2
row_min   = 5.01
min_rows  = 2
box       = { outer = "medium", inner = "thin" }
[[block.column]]
span = 2
text = "{{row.content}}"
[[block.column]]
left  = "hair"
lines = [ { tick = { list = "row.domains", code = "health_life" } }, { tick = { list = "row.domains", code = "motor_sensory" } } ]
[[block.column]]
left    = "none"
between = "hair"
lines = [ { label = "{{words.domain.health_life}}" }, { label = "{{words.domain.motor_sensory}}" } ]
)toml");
}

TEST(TableLines, ARecordOfSeveralLinesHasMergedCellsAndOnesPerLine) {
    const auto result = filled(ticks_form(), rows_json);
    const Grid& grid = grid_named(result, "rows");
    ASSERT_EQ(grid.rows.size(), 8u);
    EXPECT_EQ(grid.rows[0].record, 0);
    EXPECT_EQ(grid.rows[1].record, 0);
    EXPECT_EQ(grid.rows[0].min_height + grid.rows[1].min_height, Length::from_mm(5.01));
    EXPECT_EQ(place(cell_named(result, "rows.2.content")), "2,0 2x2");
    EXPECT_EQ(place(cell_named(result, "rows.2.domains_motor_sensory")), "3,2 1x1");
}

TEST(TableLines, TicksWhatTheListHas) {
    const auto result = filled(ticks_form(), rows_json);
    EXPECT_TRUE(std::get<Tick>(cell_named(result, "rows.1.domains_health_life").content).ticked);
    EXPECT_FALSE(std::get<Tick>(cell_named(result, "rows.1.domains_motor_sensory").content).ticked);
    EXPECT_FALSE(std::get<Tick>(cell_named(result, "rows.2.domains_health_life").content).ticked);
    EXPECT_EQ(std::get<Tick>(cell_named(result, "rows.1.domains_health_life").content).origin.pointer,
              "/support_plan/rows/0/domains");
}

TEST(TableLines, EmptyRecordsKeepTheirLabels) {
    const auto result = filled(ticks_form(), R"({"support_plan": {"rows": [{"content": "一"}]}})");
    int words = 0;
    for (const Cell& cell : grid_named(result, "rows").cells) words += text_of(cell) == "運動" ? 1 : 0;
    EXPECT_EQ(words, 2);
    EXPECT_FALSE(std::get<Tick>(cell_named(result, "rows.2.domains_health_life").content).ticked);
}

TEST(TableLines, StrokesBetweenTheLinesOfOneRecord) {
    const auto result = filled(ticks_form(), rows_json);
    const Cell& first = cell_named(result, "rows.1.domains_health_life");
    EXPECT_EQ(first.borders.left, Stroke::hair);
    EXPECT_EQ(first.borders.right, Stroke::none);
    EXPECT_EQ(first.borders.bottom, Stroke::none) << "no `between`";
    EXPECT_EQ(cell_named(result, "rows.1.domains_motor_sensory").borders.bottom, Stroke::thin) << "the next record";
    const Grid& grid = grid_named(result, "rows");
    for (const Cell& cell : grid.cells) {
        if (text_of(cell) != "健康・生活") continue;
        EXPECT_EQ(cell.borders.bottom, Stroke::hair);
    }
}

TEST(Table, NamesAreUnique) {
    const auto result = filled(ticks_form(), rows_json);
    std::vector<std::string> names;
    for (const Cell& cell : grid_named(result, "rows").cells) names.push_back(cell.name);
    std::ranges::sort(names);
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

TEST(Table, CellsDoNotOverlapAndCoverTheGrid) {
    for (const auto& form : {table_form(), ticks_form()}) {
        const auto result = filled(form, rows_json);
        const Grid& grid = grid_named(result, "rows");
        std::vector<int> covered(grid.rows.size() * 4, 0);
        for (const Cell& cell : grid.cells) {
            for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
                for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
                    ++covered.at(static_cast<std::size_t>(row * 4 + column));
                }
            }
        }
        EXPECT_THAT(covered, ::testing::Each(1));
    }
}

/// A row for each day, whatever the data have.
form::FormDefinition days_form() {
    return form_of(R"toml(
[words.day]
tue = "火曜"

[[block]]
kind    = "table"
name    = "days"
rows    = "hours.days"
as      = "day"
row_min = 5

[[block.column]]
name  = "word"
label = "{{day.word}}"

[[block.column]]
span = 3
text = "{{day.start.hm}}"
)toml",
                   "for_each = { hours = \"support_plan.hours_tables\" }\ndated = \"hours.created_on\"\n");
}

TEST(TableOfAMap, HasARowForEveryKeyInItsOrder) {
    const auto result = filled(days_form(), R"({"support_plan": {"hours_tables": [{"days": {
        "wed": {"start": "15:00"}, "mon": {"start": "14:30"}}}]}})");
    EXPECT_EQ(grid_named(result, "days").rows.size(), 7u);
    EXPECT_EQ(text_of(result, "days.1.word"), "月");
    EXPECT_EQ(text_of(result, "days.2.word"), "火曜") << "the form's own word, though the data have no such day";
    EXPECT_EQ(text_of(result, "days.1.start"), "14:30");
    EXPECT_EQ(text_of(result, "days.2.start"), "");
    EXPECT_EQ(text_of(result, "days.3.start"), "15:00");
    EXPECT_EQ(runs_of(cell_named(result, "days.3.start"))[0].origin.pointer,
              "/support_plan/hours_tables/0/days/wed/start");
}

TEST(TableOfAMap, HasAllItsRowsWithoutData) {
    const auto result = filled(days_form(), "{}", request_for(form::Purpose::blank));
    EXPECT_EQ(text_of(result, "days.7.word"), "日");
    EXPECT_EQ(text_of(result, "days.7.start"), "");
}

}  // namespace
}  // namespace besshi::fill::tests
