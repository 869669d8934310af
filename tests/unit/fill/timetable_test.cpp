#include "filled.h"

#include <fmt/format.h>

namespace besshi::fill::tests {
namespace {

using form::Stroke;
using ::testing::Each;
using ::testing::ElementsAre;

/// 2 + 7 × 6 + 4 = 48 columns.
/// `step` as written in the file: minutes or a parameter.
form::FormDefinition week_form(std::string_view step = "30") {
    std::string toml = R"toml(form = "week"
revision = 2024-04-01
in_force = 2012-04-01
dated = "use_plan.created_on"
sheet = "週間計画表"
[page]
paper = "A4 landscape"
margin = { top = 10, right = 10, bottom = 10, left = 10 }
[ruler]
equal = 48
width = "body"
[type]
face = "gothic"
size = 8
min = 6
[param.from]
type = "time"
default = "05:00"
[param.to]
type = "time"
default = "28:00"
[param.grid_step]
type = "count"
default = 30
[[block]]
kind     = "timetable"
name     = "week"
box      = { outer = "thin", inner = "hair" }
events   = "use_plan.week.events"
as       = "event"
from     = "param.from"
to       = "param.to"
step     = STEP
row      = 3
heading_min = 6
wrap     = "week"
lanes    = "side-by-side"
round    = "nearest"
event    = { text = "{{event.text}}", overflow = [ "shrink", "note" ], align = "center", border = "hair" }
[block.time]
span   = 2
labels = { every = 120, first = "06:00", text = "{{time.hm}}", on = "line" }
[block.days]
span    = 6
heading = [ "月", "火", "水", "木", "金", "土", "日・祝" ]
[[block.side]]
span     = 4
from     = "05:00"
to       = "16:00"
heading  = "主な日常生活上の活動"
text     = "{{use_plan.week.daily_activities}}"
[[block.side]]
span     = 4
from     = "16:00"
to       = "28:00"
heading  = "週単位以外のサービス"
text     = "{{use_plan.week.non_weekly_services}}"
)toml";
    toml.replace(toml.find("STEP"), 4, step);
    return std::move(value_or_throw(form::load(table(), toml, "week.toml")).front());
}

struct Event {
    std::string day, start, end, text;
};

std::string week_json(const std::vector<Event>& events) {
    std::string json;
    for (const Event& event : events) {
        if (!json.empty()) json += ',';
        json += "{";
        if (!event.day.empty()) json += fmt::format(R"("day":"{}",)", event.day);
        if (!event.start.empty()) json += fmt::format(R"("start":"{}",)", event.start);
        if (!event.end.empty()) json += fmt::format(R"("end":"{}",)", event.end);
        json += fmt::format(R"("text":"{}"}})", event.text);
    }
    return fmt::format(
        R"({{"use_plan":{{"created_on":"2025-02-20","week":{{"events":[{}],"daily_activities":"入浴","non_weekly_services":"短期入所"}}}}}})",
        json);
}

FilledForm week_of(const std::vector<Event>& events, std::map<std::string, std::string> parameters = {}) {
    return filled(week_form(), week_json(events), request_for(form::Purpose::record, std::move(parameters)));
}

Diagnostics said_of(const std::vector<Event>& events, std::map<std::string, std::string> parameters = {}) {
    return said(week_form(), week_json(events), request_for(form::Purpose::record, std::move(parameters)));
}

/// Row and rows, first column and columns; row 0 is the heading, row 1 is 5:00.
std::string place(const Cell& cell) {
    return fmt::format("{}+{} {}+{}", cell.row, cell.row_span, cell.column, cell.column_span);
}

int row_at(int hour, int minute = 0) {
    return 1 + ((hour - 5) * 60 + minute) / 30;
}

constexpr int monday = 2, tuesday = 8, sunday = 38;

void expect_tiling(const FilledForm& form) {
    const Grid& grid = grid_named(form, "week");
    std::vector<int> covered(grid.rows.size() * 48, 0);
    for (const Cell& cell : grid.cells) {
        for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
            for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
                ++covered.at(static_cast<std::size_t>(row * 48 + column));
            }
        }
    }
    EXPECT_THAT(covered, Each(1));
}

TEST(Timetable, HasARowPerStepUnderItsHeading) {
    const auto result = week_of({});
    const Grid& grid = grid_named(result, "week");
    EXPECT_EQ(grid.kind, Grid::Kind::timetable);
    ASSERT_EQ(grid.rows.size(), 47u);
    EXPECT_TRUE(grid.rows[0].heading);
    EXPECT_EQ(grid.rows[0].min_height, Length::from_mm(6));
    EXPECT_EQ(grid.rows[1].min_height, Length::from_mm(3));
    EXPECT_EQ(grid.rows[46].record, grid.rows[1].record) << "the grid stays on one page";
    expect_tiling(result);
}

TEST(Timetable, PlacesAnEventFromStartToEnd) {
    const auto result = week_of({{"tue", "08:30", "15:00", "学校"}});
    EXPECT_EQ(place(cell_named(result, "week.event1")), fmt::format("{}+13 {}+6", row_at(8, 30), tuesday));
    EXPECT_THAT(pieces_of(cell_named(result, "week.event1")), ElementsAre("data:学校@/use_plan/week/events/0/text"));
    expect_tiling(result);
}

TEST(Timetable, WhatRunsPastTheEndGoesOnAtTheTopOfTheNextDay) {
    const auto result = week_of({{"mon", "21:00", "06:30", "就寝"}});
    EXPECT_EQ(place(cell_named(result, "week.event1")), fmt::format("{}+14 {}+6", row_at(21), monday));
    EXPECT_EQ(place(cell_named(result, "week.event1.again")), fmt::format("1+3 {}+6", tuesday));
    EXPECT_THAT(pieces_of(cell_named(result, "week.event1.again")),
                ElementsAre("generated:就寝@/use_plan/week/events/0/text"));
    expect_tiling(result);
}

TEST(Timetable, SundayNightGoesOnOnMonday) {
    const auto result = week_of({{"sun", "21:00", "06:30", "就寝"}});
    EXPECT_EQ(cell_named(result, "week.event1").column, sunday);
    EXPECT_EQ(place(cell_named(result, "week.event1.again")), fmt::format("1+3 {}+6", monday));
    EXPECT_EQ(runs_of(cell_named(result, "week.event1"))[0].source, TextSource::data);
}

TEST(Timetable, TimesAbove24GoOnTheNextDayToo) {
    const auto result = week_of({{"mon", "23:00", "30:00", "就寝"}});
    EXPECT_EQ(place(cell_named(result, "week.event1")), fmt::format("{}+10 {}+6", row_at(23), monday));
    EXPECT_EQ(place(cell_named(result, "week.event1.again")), fmt::format("1+2 {}+6", tuesday));
}

TEST(Timetable, TimesBeforeTheGridBelongToTheEndOfTheDayBefore) {
    const auto result = week_of({{"tue", "03:00", "03:30", "吸引"}});
    EXPECT_EQ(place(cell_named(result, "week.event1")), fmt::format("{}+1 {}+6", row_at(27), monday));
    const auto monday_night = week_of({{"mon", "03:00", "03:30", "吸引"}});
    EXPECT_EQ(cell_named(monday_night, "week.event1").column, sunday);
}

TEST(Timetable, WhatLiesOutsideTheGridIsClippedOnlyInItsBox) {
    const auto result = week_of({{"tue", "04:30", "06:30", "朝の支度"}});
    EXPECT_EQ(place(cell_named(result, "week.event1")), fmt::format("1+3 {}+6", tuesday));
    EXPECT_EQ(text_of(result, "week.event1"), "4:30～6:30 朝の支度");
    EXPECT_FALSE(has_cell(result, "week.event1.again"));
}

TEST(Timetable, OverlappingEventsShareTheDay) {
    const auto result = week_of({{"mon", "10:00", "12:00", "A"},
                                 {"mon", "11:00", "13:00", "B"},
                                 {"mon", "11:30", "12:00", "C"},
                                 {"mon", "12:00", "13:00", "D"},
                                 {"mon", "13:00", "14:00", "E"}});
    EXPECT_EQ(place(cell_named(result, "week.event1")), fmt::format("{}+4 {}+2", row_at(10), monday));
    EXPECT_EQ(place(cell_named(result, "week.event2")), fmt::format("{}+4 {}+2", row_at(11), monday + 2));
    EXPECT_EQ(place(cell_named(result, "week.event3")), fmt::format("{}+1 {}+2", row_at(11, 30), monday + 4));
    EXPECT_EQ(place(cell_named(result, "week.event4")), fmt::format("{}+2 {}+2", row_at(12), monday))
        << "a lane that is free again";
    EXPECT_EQ(place(cell_named(result, "week.event5")), fmt::format("{}+2 {}+6", row_at(13), monday))
        << "overlaps nothing";
    expect_tiling(result);
}

TEST(Timetable, RoundsToTheStepAndPrintsTheExactTimes) {
    const auto result = week_of(
        {{"mon", "17:40", "18:20", "入浴"}, {"tue", "17:45", "19:00", "夕食"}, {"wed", "17:30", "19:00", "夕食"}});
    EXPECT_EQ(place(cell_named(result, "week.event1")), fmt::format("{}+2 {}+6", row_at(17, 30), monday));
    EXPECT_THAT(
        pieces_of(cell_named(result, "week.event1")),
        ElementsAre("data:17:40\uFF5E18:20 @/use_plan/week/events/0/start", "data:入浴@/use_plan/week/events/0/text"));
    EXPECT_EQ(cell_named(result, "week.event2").row, row_at(18)) << "halves go down the page";
    EXPECT_EQ(text_of(result, "week.event3"), "夕食") << "on the step";
}

TEST(Timetable, AShortEventTakesOneRowAndPrintsItsTimes) {
    const auto result =
        week_of({{"mon", "14:30", "14:40", "下校"}, {"tue", "14:30", "", "下校"}, {"wed", "14:30", "14:30", "下校"}});
    EXPECT_EQ(text_of(result, "week.event1"), "14:30～14:40 下校");
    EXPECT_EQ(text_of(result, "week.event2"), "14:30 下校");
    EXPECT_EQ(text_of(result, "week.event3"), "14:30 下校");
    for (const char* name : {"week.event1", "week.event2", "week.event3"}) {
        EXPECT_EQ(cell_named(result, name).row, row_at(14, 30));
        EXPECT_EQ(cell_named(result, name).row_span, 1);
    }
}

TEST(Timetable, AnEventThatGoesBeyondTheAxisPrintsItsTimes) {
    const auto result = week_of({{"mon", "21:00", "04:30", "就寝"}, {"wed", "21:00", "06:30", "就寝"}});
    EXPECT_EQ(text_of(result, "week.event1"), "21:00～4:30 就寝") << "no row shows where it ends";
    EXPECT_EQ(text_of(result, "week.event2"), "就寝") << "it goes on at the top of the next day";
}

TEST(Timetable, TimeLabelsAreCentredOnTheirLine) {
    const auto result = week_of({});
    EXPECT_EQ(place(cell_named(result, "week.time.0600")), fmt::format("{}+2 0+2", row_at(5, 30)));
    EXPECT_EQ(cell_named(result, "week.time.0600").style.vertical_align, form::VerticalAlign::middle);
    EXPECT_EQ(text_of(result, "week.time.0600"), "6:00");
    EXPECT_EQ(text_of(result, "week.time.2400"), "0:00");
    EXPECT_EQ(place(cell_named(result, "week.time.2800")), "46+1 0+2");
    EXPECT_EQ(cell_named(result, "week.time.2800").style.vertical_align, form::VerticalAlign::bottom);
    EXPECT_EQ(text_of(result, "week.time.2800"), "4:00");
    EXPECT_EQ(cell_named(result, "week.time.0600").borders.top, Stroke::none);
    EXPECT_EQ(cell_named(result, "week.time.0600").borders.left, Stroke::thin);
    EXPECT_EQ(grid_named(result, "week").cells.at(0).borders.bottom, Stroke::hair) << "below the heading";
    EXPECT_EQ(runs_of(cell_named(result, "week.time.0600"))[0].source, TextSource::label);
}

TEST(Timetable, LabelsFollowTheFirstOneWhereverTheGridBegins) {
    const auto result = week_of({}, {{"from", "04:00"}});
    EXPECT_EQ(text_of(result, "week.time.0400"), "4:00");
    EXPECT_EQ(cell_named(result, "week.time.0400").style.vertical_align, form::VerticalAlign::top);
    EXPECT_TRUE(has_cell(result, "week.time.0600"));
    EXPECT_FALSE(has_cell(result, "week.time.0500"));
    expect_tiling(result);
}

TEST(Timetable, SideBoxesShareTheRows) {
    const auto result = week_of({});
    EXPECT_EQ(place(cell_named(result, "week.daily_activities_heading")), "0+1 44+4");
    EXPECT_EQ(place(cell_named(result, "week.daily_activities")), "1+22 44+4");
    EXPECT_EQ(place(cell_named(result, "week.non_weekly_services_heading")), fmt::format("{}+2 44+4", row_at(16)));
    EXPECT_EQ(place(cell_named(result, "week.non_weekly_services")), fmt::format("{}+22 44+4", row_at(17)));
    EXPECT_EQ(text_of(result, "week.non_weekly_services"), "短期入所");
}

TEST(Timetable, SideBoxesKeepTheirRoomHoweverTheGridIsCut) {
    const auto result = week_of({}, {{"from", "16:00"}, {"to", "24:00"}});
    EXPECT_EQ(text_of(result, "week.daily_activities"), "入浴");
    EXPECT_EQ(text_of(result, "week.non_weekly_services"), "短期入所");
    expect_tiling(result);
}

TEST(Timetable, DayHeadingsHeadTheEventsOfTheirDay) {
    const auto result = week_of({{"mon", "21:00", "06:30", "就寝"}, {"tue", "08:30", "15:00", "学校"}});
    const Grid& grid = grid_named(result, "week");
    std::vector<std::string> names;
    for (const std::size_t index : cell_named(result, "week.day2").labels) names.push_back(grid.cells.at(index).name);
    EXPECT_THAT(names, ElementsAre("week.event1.again", "week.event2"));
    EXPECT_TRUE(cell_named(result, "week.day2").is_heading);
    EXPECT_EQ(text_of(result, "week.day7"), "日・祝");
    EXPECT_EQ(cell_named(result, "week.day7").row, 0);
}

TEST(Timetable, AnEventThatMayBecomeANoteGoesToTheLastSideBox) {
    const auto result = week_of({{"mon", "17:40", "18:20", "入浴"}});
    const Grid& grid = grid_named(result, "week");
    const auto& note = cell_named(result, "week.event1").note;
    ASSERT_TRUE(note.has_value());
    EXPECT_EQ(grid.cells.at(note->target_cell).name, "week.non_weekly_services");
}

std::string sentence_of(const FilledForm& form, std::string_view cell) {
    std::string sentence;
    for (const Run& run : cell_named(form, cell).note.value().sentence) sentence += run.text;
    return sentence;
}

TEST(Timetable, ANoteSaysWeekdayAndTimesWhateverTheBoxShows) {
    const auto result = week_of({{"tue", "13:00", "14:00", "訪問看護"},
                                 {"mon", "17:40", "18:20", "入浴"},
                                 {"sun", "14:45", "", "下校"},
                                 {"wed", "21:30", "06:30", "就寝"}});
    EXPECT_EQ(sentence_of(result, "week.event1"), "火 13:00～14:00 訪問看護");
    EXPECT_EQ(text_of(result, "week.event1"), "訪問看護");
    EXPECT_EQ(sentence_of(result, "week.event2"), "月 17:40～18:20 入浴");
    EXPECT_EQ(text_of(result, "week.event2"), "17:40～18:20 入浴");
    EXPECT_EQ(sentence_of(result, "week.event3"), "日 14:45 下校");
    EXPECT_EQ(sentence_of(result, "week.event4"), "水 21:30～6:30 就寝");
    EXPECT_EQ(sentence_of(result, "week.event4.again"), "水 21:30～6:30 就寝") << "not of Thursday, where it goes on";
}

TEST(Timetable, ANoteSaysTheWeekdayOnWhichTheEventBegins) {
    const auto result = week_of({{"tue", "03:00", "03:30", "吸引"}, {"sun", "25:00", "26:00", "見守り"}});
    EXPECT_EQ(sentence_of(result, "week.event1"), "火 3:00～3:30 吸引") << "the box stands at the end of Monday";
    EXPECT_EQ(sentence_of(result, "week.event2"), "月 1:00～2:00 見守り");
    EXPECT_LT(cell_named(result, "week.event2").note->order, cell_named(result, "week.event1").note->order);
}

TEST(Timetable, TheWordsOfANoteComeFromTheDataOnce) {
    const auto result = week_of({{"mon", "21:00", "06:30", "就寝"}});
    const std::string at = "/use_plan/week/events/0/";
    const auto sentence = [&](std::string_view cell) { return pieces_of(cell_named(result, cell).note->sentence); };
    EXPECT_THAT(sentence("week.event1"),
                ElementsAre("data:月 @" + at + "day", "data:21:00～6:30 @" + at + "start", "data:就寝@" + at + "text"));
    EXPECT_THAT(sentence("week.event1.again"),
                ElementsAre("generated:月 @" + at + "day", "generated:21:00～6:30 @" + at + "start",
                            "generated:就寝@" + at + "text"));
}

TEST(Timetable, NotesStandInTheOrderOfTheWeek) {
    const auto result = week_of({{"thu", "15:00", "18:00", "自宅"},
                                 {"tue", "16:30", "17:30", "訪問看護"},
                                 {"thu", "14:30", "15:00", "下校"},
                                 {"thu", "15:00", "15:30", "おやつ"},
                                 {"sun", "21:00", "06:30", "就寝"}});
    const auto order = [&](std::string_view cell) { return cell_named(result, cell).note->order; };
    EXPECT_LT(order("week.event2"), order("week.event3"));
    EXPECT_LT(order("week.event3"), order("week.event1"));
    EXPECT_LT(order("week.event1"), order("week.event4")) << "as in the list where both begin at once";
    EXPECT_LT(order("week.event4"), order("week.event5"));
    EXPECT_EQ(order("week.event5"), order("week.event5.again"));
}

TEST(Timetable, AHeadingSaysThatTheNotesAreOfTheWeek) {
    const auto result = week_of({{"mon", "17:40", "18:20", "入浴"}});
    const auto& heading = grid_named(result, "week").notes_heading;
    ASSERT_TRUE(heading.has_value());
    EXPECT_EQ(heading->text, "〔週間予定の続き〕");
    EXPECT_EQ(heading->source, TextSource::generated);
    EXPECT_FALSE(grid_named(week_of({}), "week").notes_heading.has_value()) << "a week without events has no notes";
}

/// The empty cells of Monday that begin before `end`.
std::vector<std::string> free_on_monday(const FilledForm& form, int end) {
    std::vector<std::string> free;
    for (const Cell& cell : grid_named(form, "week").cells) {
        if (cell.name.empty() && cell.column == monday && cell.row > 0 && cell.row < end) free.push_back(place(cell));
    }
    return free;
}

TEST(Timetable, TimeBetweenEventsIsOneWhiteCell) {
    const auto result = week_of({{"mon", "05:30", "07:30", "朝"}, {"mon", "09:30", "10:00", "送り"}});
    EXPECT_THAT(free_on_monday(result, row_at(10)),
                ElementsAre(fmt::format("1+1 {}+6", monday), fmt::format("{}+4 {}+6", row_at(7, 30), monday)));
}

TEST(Timetable, AWeekWithoutEventsIsRuledByTheHour) {
    EXPECT_THAT(
        free_on_monday(week_of({}, {{"from", "05:30"}}), row_at(7)),
        ElementsAre(fmt::format("1+1 {}+6", monday), fmt::format("2+2 {}+6", monday), fmt::format("4+2 {}+6", monday)));
}

TEST(Timetable, AWholeWeekTilesTheGrid) {
    std::vector<Event> events;
    for (const char* day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
        events.push_back({day, "06:30", "08:00", "起床・朝食"});
        events.push_back({day, "07:50", "08:10", "登校"});
        events.push_back({day, "08:30", "15:00", "学校"});
        events.push_back({day, "15:15", "17:45", "放課後等デイサービス"});
        events.push_back({day, "17:00", "18:00", "送り"});
        events.push_back({day, "21:00", "06:30", "就寝"});
    }
    const auto result = week_of(events);
    expect_tiling(result);
    int data = 0, generated = 0;
    for (const Cell& cell : grid_named(result, "week").cells) {
        if (text_of(cell) != "就寝") continue;
        (runs_of(cell)[0].source == TextSource::data ? data : generated) += 1;
    }
    EXPECT_EQ(data, 7);
    EXPECT_EQ(generated, 7);
}

TEST(Timetable, BlankPurposePrintsNoEvents) {
    const auto result =
        filled(week_form(), week_json({{"mon", "08:30", "15:00", "学校"}}), request_for(form::Purpose::blank));
    EXPECT_FALSE(has_cell(result, "week.event1"));
    expect_tiling(result);
}

TEST(TimetableFaults, TheGridMustHaveWholeSteps) {
    EXPECT_FIRES("fill.timetable.hours", said_of({}, {{"from", "05:15"}}));
    EXPECT_FIRES("fill.timetable.hours", said_of({}, {{"from", "05:00"}, {"to", "05:00"}}));
    EXPECT_FIRES("fill.timetable.hours", said_of({}, {{"from", "05:00"}, {"to", "29:30"}}));
    EXPECT_FIRES("fill.timetable.hours", said_of({}, {{"from", "05:00"}, {"to", "06:00"}}));
    EXPECT_SILENT("fill.timetable.hours", said_of({}, {{"from", "05:30"}}));
    EXPECT_SILENT("fill.timetable.hours", said_of({}, {{"from", "05:00"}, {"to", "29:00"}}));
}

TEST(TimetableFaults, AnEventNeedsDayAndStart) {
    const Diagnostics faults = said_of({{"mon", "08:30", "15:00", "学校"}, {"", "08:30", "15:00", "学校"}});
    EXPECT_FIRES("fill.event.incomplete", faults);
    EXPECT_EQ(faults.back().origin.pointer, "/use_plan/week/events/1");
    EXPECT_FIRES("fill.event.incomplete", said_of({{"mon", "", "15:00", "学校"}}));
    EXPECT_SILENT("fill.event.incomplete", said_of({{"mon", "08:30", "", "学校"}}));
}

TEST(TimetableFaults, AnEventMustTouchTheGrid) {
    EXPECT_FIRES("fill.event.outside", said_of({{"mon", "04:00", "05:00", "吸引"}}));
    EXPECT_SILENT("fill.event.outside", said_of({{"mon", "04:00", "05:30", "吸引"}}));
}

TEST(TimetableFaults, NoMoreEventsSideBySideThanTheDayHasColumns) {
    std::vector<Event> events(7, {"mon", "10:00", "11:00", "予定"});
    EXPECT_FIRES("fill.event.crowded", said_of(events));
    events.back().start = "11:00";
    events.back().end = "12:00";
    EXPECT_SILENT("fill.event.crowded", said_of(events));
}

FilledForm week_in_steps(std::string_view minutes) {
    return filled(week_form("\"param.grid_step\""), week_json({{"mon", "08:30", "15:00", "学校"}}),
                  request_for(form::Purpose::record, {{"grid_step", std::string(minutes)}}));
}

TEST(TimetableSteps, AParameterCutsTheGridAndKeepsItsHeight) {
    const auto quarter = week_in_steps("15"), hour = week_in_steps("60");
    EXPECT_EQ(place(cell_named(week_in_steps("30"), "week.event1")),
              place(cell_named(week_of({{"mon", "08:30", "15:00", "学校"}}), "week.event1")));
    ASSERT_EQ(grid_named(quarter, "week").rows.size(), 93u);
    EXPECT_EQ(grid_named(quarter, "week").rows[1].min_height, Length::from_mm(1.5));
    EXPECT_EQ(place(cell_named(quarter, "week.event1")), "15+26 2+6");
    ASSERT_EQ(grid_named(hour, "week").rows.size(), 24u);
    EXPECT_EQ(grid_named(hour, "week").rows[1].min_height, Length::from_mm(6));
    expect_tiling(quarter);
    expect_tiling(hour);
}

TEST(TimetableSteps, MustDivideTheTimeBetweenLabels) {
    const auto said_in_steps = [](std::string_view minutes) {
        return said(week_form("\"param.grid_step\""), week_json({}),
                    request_for(form::Purpose::record, {{"grid_step", std::string(minutes)}}));
    };
    EXPECT_FIRES("fill.timetable.step", said_in_steps("0"));
    EXPECT_FIRES("fill.timetable.step", said_in_steps("45"));
    EXPECT_FIRES("fill.timetable.step", said_in_steps("240"));
    EXPECT_SILENT("fill.timetable.step", said_in_steps("60"));
}

}  // namespace
}  // namespace besshi::fill::tests
