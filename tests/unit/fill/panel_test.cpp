#include "filled.h"

namespace besshi::fill::tests {
namespace {

using form::Stroke;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// left, right, top, bottom as letters of the dump.
std::string strokes(const Cell& cell) {
    std::string text;
    for (const auto& side : {cell.borders.left, cell.borders.right, cell.borders.top, cell.borders.bottom}) {
        text += side ? std::string_view("-htdm")[static_cast<std::size_t>(*side)] : '?';
    }
    return text;
}

std::string place(const Cell& cell) {
    return std::to_string(cell.row) + "," + std::to_string(cell.column) + " " + std::to_string(cell.row_span) + "x" +
           std::to_string(cell.column_span);
}

/// Names of the cells that the label `name` heads.
std::vector<std::string> headed_by(const FilledForm& form, std::string_view grid_name, std::string_view name) {
    const Grid& grid = grid_named(form, grid_name);
    std::vector<std::string> names;
    for (const std::size_t index : cell_named(form, name).labels) names.push_back(grid.cells.at(index).name);
    return names;
}

TEST(Panel, MergesANameThatStandsAgainInTheNextLine) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind  = "panel"
name  = "goals"
lines = [
  { min = 12.5, cells = "long_label long*2 hours_label" },
  { min = 12.3, cells = "short_label short*2 hours" },
  { min = 5, cells = "short_label _*2 hours" },
]
[block.label]
long_label  = "長期"
short_label = "短期"
hours_label = { text = "時間", of = [ "hours" ] }
[block.cell]
long  = { text = "a" }
short = { text = "b" }
hours = { text = "c" }
)toml"),
                               "{}");
    const Grid& grid = grid_named(result, "goals");
    ASSERT_EQ(grid.rows.size(), 3u);
    EXPECT_EQ(grid.rows[0].min_height, Length::from_mm(12.5));
    EXPECT_EQ(place(cell_named(result, "short_label")), "1,0 2x1");
    EXPECT_EQ(place(cell_named(result, "hours")), "1,3 2x1");
    EXPECT_EQ(place(cell_named(result, "long")), "0,1 1x2");
    EXPECT_THAT(headed_by(result, "goals", "hours_label"), ElementsAre("hours"));
    EXPECT_THAT(headed_by(result, "goals", "long_label"), ElementsAre("long"));
    EXPECT_THAT(headed_by(result, "goals", "short_label"), ElementsAre("short"));
}

TEST(Panel, CellsStandInReadingOrderAndDoNotOverlap) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind  = "panel"
name  = "p"
lines = [ { min = 5, cells = "a b _ c" }, { min = 5, cells = "a d*2 c" } ]
[block.cell]
a = { text = "a" }
b = { text = "b" }
c = { text = "c" }
d = { text = "d" }
)toml"),
                               "{}");
    std::vector<std::string> names;
    for (const Cell& cell : grid_named(result, "p").cells) names.push_back(cell.name);
    EXPECT_THAT(names, ElementsAre("a", "b", "", "c", "d"));
}

TEST(PanelBorders, TheBoxGivesOutlineAndInnerLines) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind  = "panel"
name  = "p"
box   = { outer = "medium", inner = "thin" }
lines = [ { min = 5, cells = "a b*3" }, { min = 5, cells = "c d*3" } ]
[block.cell]
a = { text = "a" }
b = { text = "b" }
c = { text = "c" }
d = { text = "d" }
)toml"),
                               "{}");
    EXPECT_EQ(strokes(cell_named(result, "a")), "mtmt");
    EXPECT_EQ(strokes(cell_named(result, "b")), "tmmt");
    EXPECT_EQ(strokes(cell_named(result, "c")), "mttm");
    EXPECT_EQ(strokes(cell_named(result, "d")), "tmtm");
}

TEST(PanelBorders, TheOutlineRunsRoundBlankPlaces) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind  = "panel"
name  = "p"
box   = { outer = "medium", inner = "thin" }
lines = [ { min = 5, cells = "a b*3" }, { min = 5, cells = "c _*3" } ]
[block.cell]
a = { text = "a" }
b = { text = "b" }
c = { text = "c" }
)toml"),
                               "{}");
    EXPECT_EQ(strokes(cell_named(result, "b")), "tmmm");
    EXPECT_EQ(strokes(cell_named(result, "c")), "mmtm");
    EXPECT_EQ(strokes(grid_named(result, "p").cells.back()), "----");
}

TEST(PanelBorders, AWishBeatsTheInnerLineTheStrongerWishWinsAndTheOutlineIsNeverThinner) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind  = "panel"
name  = "p"
box   = { outer = "medium", inner = "thin" }
lines = [ { min = 5, cells = "a b c d", bottom = "medium" }, { min = 5, cells = "e*4" } ]
[block.cell]
a = { text = "a", right = "none", left = "hair" }
b = { text = "b" }
c = { text = "c", left = "dashed", right = "hair" }
d = { text = "d", left = "thin" }
e = { text = "e", top = "hair" }
)toml"),
                               "{}");
    EXPECT_EQ(strokes(cell_named(result, "a")), "m-mm");
    EXPECT_EQ(strokes(cell_named(result, "b")), "-dmm");
    EXPECT_EQ(strokes(cell_named(result, "c")), "dtmm");
    EXPECT_EQ(strokes(cell_named(result, "d")), "tmmm");
    EXPECT_EQ(strokes(cell_named(result, "e")), "mmmm");
}

TEST(PanelBorders, WithoutABoxOnlyWishesAreDrawn) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind  = "panel"
name  = "p"
lines = [ { min = 5, cells = "mark _ line*2" } ]
[block.cell]
mark = { text = "別紙", border = "thin" }
line = { text = "氏名", bottom = "thin" }
)toml"),
                               "{}");
    EXPECT_EQ(strokes(cell_named(result, "mark")), "tttt");
    EXPECT_EQ(strokes(cell_named(result, "line")), "---t");
}

TEST(PanelBorders, BothNeighboursOfAnEdgeAgreeWhereOneSpansSeveral) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind  = "panel"
name  = "p"
box   = { outer = "medium", inner = "thin" }
lines = [ { min = 5, cells = "a b*3" }, { min = 5, cells = "a c*3", bottom = "medium" }, { min = 5, cells = "d*4" } ]
[block.cell]
a = { text = "a" }
b = { text = "b", left = "dashed" }
c = { text = "c" }
d = { text = "d" }
)toml"),
                               "{}");
    EXPECT_EQ(strokes(cell_named(result, "a")), "mdmm") << "one side has one stroke, the strongest";
    EXPECT_EQ(strokes(cell_named(result, "b")), "dmmt");
    EXPECT_EQ(strokes(cell_named(result, "c")), "dmtm");
}

constexpr std::string_view week_body = R"toml(
[words.day]
tue = "火曜"

[[block]]
kind  = "panel"
name  = "week"
each  = { day = "support_plan.hours_tables_first.days", count = 3 }
lines = [
  { min = 5, cells = "corner day( weekday )" },
  { min = 5, cells = "label day( when )" },
  { min = 5, cells = "label day( start )" },
  { min = 5, cells = "label day( provided )" },
  { min = 5, cells = "extra day( extra_head )" },
  { min = 5, cells = "extra day( extended )" },
]
[block.label]
corner     = ""
weekday    = { text = "{{day.word}}", of = [ "start", "provided", "extended" ] }
when       = { text = "時間" }
extra_head = { text = "延長", of = [ "extended" ] }
label      = { text = "提供", of = [ "start", "provided" ] }
extra      = { text = "延長", of = [ "extended" ] }
[block.cell]
start    = { text = "{{day.start.hm}}～{{day.end.hm}}" }
provided = { text = "{{day.provided.sum}}" }
extended = { text = "{{day.extended.sum}}" }
)toml";

form::FormDefinition week_form() {
    std::string body(week_body);
    const std::string wrong = "support_plan.hours_tables_first.days";
    body.replace(body.find(wrong), wrong.size(), "hours.days");
    return form_of(body, "for_each = { hours = \"support_plan.hours_tables\" }\ndated = \"hours.created_on\"\n");
}

constexpr std::string_view week_json = R"({"support_plan": {"hours_tables": [{"days": {
    "wed": {"start": "22:00", "end": "01:30", "pre_start": "21:00", "pre_end": "22:00", "post_start": "01:30", "post_end": "02:45"},
    "mon": {"start": "14:30", "end": "17:30"}}}]}})";

TEST(PanelEach, RepeatsOverAllKeysInTheOrderOfTheEnumeration) {
    const auto result = filled(week_form(), week_json);
    EXPECT_EQ(text_of(result, "weekday.mon"), "月");
    EXPECT_EQ(text_of(result, "weekday.tue"), "火曜") << "the form's own word, though the data have no such day";
    EXPECT_EQ(text_of(result, "start.mon"), "14:30～17:30");
    EXPECT_EQ(text_of(result, "start.tue"), "～");
    EXPECT_EQ(text_of(result, "start.wed"), "22:00～1:30");
    EXPECT_EQ(runs_of(cell_named(result, "start.wed"))[0].origin.pointer,
              "/support_plan/hours_tables/0/days/wed/start");
    EXPECT_EQ(runs_of(cell_named(result, "weekday.mon"))[0].source, TextSource::label);
}

TEST(PanelEach, SumsHoursAlsoPastMidnightAndPrintsNothingForNone) {
    const auto result = filled(week_form(), week_json);
    EXPECT_EQ(text_of(result, "provided.mon"), "3時00分");
    EXPECT_EQ(text_of(result, "provided.tue"), "");
    EXPECT_EQ(text_of(result, "provided.wed"), "3時30分");
    EXPECT_EQ(text_of(result, "extended.mon"), "");
    EXPECT_EQ(text_of(result, "extended.wed"), "2時15分");
    EXPECT_EQ(runs_of(cell_named(result, "provided.mon"))[0].origin.pointer, "/support_plan/hours_tables/0/days/mon");
    EXPECT_EQ(runs_of(cell_named(result, "provided.mon"))[0].source, TextSource::data);
}

TEST(PanelEach, ATermWithoutItsOtherTimeCountsNothing) {
    const auto result =
        filled(week_form(), R"({"support_plan": {"hours_tables": [{"days": {"mon": {"start": "14:30"}}}]}})");
    EXPECT_EQ(text_of(result, "provided.mon"), "");
    EXPECT_EQ(text_of(result, "start.mon"), "14:30～");
}

TEST(PanelEach, LabelsHeadTheirOwnElement) {
    const auto result = filled(week_form(), week_json);
    EXPECT_THAT(headed_by(result, "week", "label"),
                ElementsAre("start.mon", "start.tue", "start.wed", "provided.mon", "provided.tue", "provided.wed"));
    EXPECT_THAT(headed_by(result, "week", "weekday.tue"), ElementsAre("start.tue", "provided.tue", "extended.tue"));
    EXPECT_THAT(headed_by(result, "week", "when.tue"), IsEmpty());
    EXPECT_THAT(headed_by(result, "week", "extra_head.wed"), ElementsAre("extended.wed"));
}

TEST(Panel, CarriesTheBlocksProperties) {
    const auto result = filled(form_of(R"toml(
[[block]]
kind  = "panel"
name  = "p"
gap   = 2.5
keep  = "previous"
break_before = true
lines = [ { min = 10, cells = "sign*4" } ]
[block.cell]
sign = { sign = "guardian_signature", tip = "保護者署名", locks = "all" }
)toml"),
                               "{}");
    const Grid& grid = grid_named(result, "p");
    EXPECT_EQ(grid.gap, Length::from_mm(2.5));
    EXPECT_EQ(grid.keep, form::Keep::previous);
    EXPECT_TRUE(grid.break_before);
    EXPECT_GT(grid.line, 0);
    const auto& sign = std::get<Signature>(cell_named(result, "sign").content);
    EXPECT_EQ(sign.field_name, "guardian_signature");
    EXPECT_EQ(sign.tip, "保護者署名");
    EXPECT_EQ(sign.locks, "all");
}

}  // namespace
}  // namespace besshi::fill::tests
