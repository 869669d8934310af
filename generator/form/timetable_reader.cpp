#include "form/block_reader.h"
#include "form/cell_reader.h"
#include "form/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace besshi::form {

namespace {

constexpr int days_of_week = 7;

/// Minutes of "05:00", up to "48:00".
std::optional<int> read_time(TableReader& reader, std::string_view key) {
    const std::optional<std::string> text = reader.text(key, Presence::required);
    if (!text) return std::nullopt;
    const std::optional<ClockTime> time = base::parse_time(*text);
    if (!time) {
        reader.faults().add(kinds::time_syntax, reader.place_of(key), {*text});
        return std::nullopt;
    }
    return time->minutes;
}

std::string read_time_parameter(TableReader& block, std::string_view key, const Scope& scope) {
    const std::optional<std::string> text = block.text(key, Presence::required);
    if (!text) return {};
    const Parameter* parameter =
        scope.expect_parameter(*text, Parameter::Type::time, block.place_of(key), block.faults());
    return parameter ? parameter->name : std::string{};
}

/// Minutes of a row: a number, or the parameter of type count whose default then stands beside it.
Count read_step(TableReader& block, const Scope& scope) {
    Count step{30, {}};
    const Node* node = block.find("step");
    if (!node) return step;
    if (node->kind != Node::Kind::text) {
        step.number = block.count("step", 5, 120).value_or(step.number);
    } else if (const Parameter* parameter =
                   scope.expect_parameter(node->text, Parameter::Type::count, node->place, block.faults())) {
        step.parameter = parameter->name;
        std::from_chars(parameter->default_value.data(),
                        parameter->default_value.data() + parameter->default_value.size(), step.number);
        if (step.number < 5 || step.number > 120) {
            block.faults().add(kinds::value_range, node->place, {"5", "120"});
            step.number = 30;
        }
    }
    return step;
}

/// The list of events; an event has a day, a start and an end.
void read_events(TableReader& block, const Surroundings& around, Timetable& week) {
    week.events_path = block.text("events", Presence::required).value_or("");
    week.as = block.text("as", Presence::required).value_or("");
    const Place place = block.place_of("events");
    const field::Field* list =
        week.events_path.empty() ? nullptr : around.scope.expect_field(week.events_path, place, around.faults);
    if (list && list->kind != field::Kind::list) {
        around.faults.add(kinds::path_kind, place, {week.events_path, to_japanese(list->kind), "「並び」"});
        list = nullptr;
    }
    const field::Field* event = element_of(list, around.scope.table());
    const Surroundings inside = around.with(week.as, event);
    if (event)
        for (const std::string_view key : {"day", "start", "end"})
            inside.scope.expect_field(fmt::format("{}.{}", week.as, key), place, around.faults);
    if (const Node* node = block.require("event"))
        week.event = read_cell(*node, {"event", CellRole::value, default_styles::value, node->place}, inside);
}

/// Words with one meaning today; they stand in the file so that a reader of it sees the rule.
void read_rules(TableReader& block) {
    constexpr std::array wrap{Word<bool>{"week", true}}, lanes{Word<bool>{"side-by-side", true}},
        round{Word<bool>{"nearest", true}};
    block.word<bool>("wrap", wrap);
    block.word<bool>("lanes", lanes);
    block.word<bool>("round", round);
}

void read_time_column(TableReader& block, const Surroundings& around, Timetable& week) {
    const Node* node = block.require("time");
    if (!node) return;
    TableReader time(*node, around.faults);
    week.time_span = time.count("span", 1, 1000).value_or(1);
    if (const Node* labels_node = time.require("labels")) {
        constexpr std::array on{Word<bool>{"line", true}};
        TableReader labels(*labels_node, around.faults);
        week.label_every = labels.count("every", 1, 24 * 60).value_or(week.label_every);
        week.label_first = read_time(labels, "first").value_or(week.label_first);
        labels.word<bool>("on", on);
        const StylePatch patch = read_style_patch(labels);
        week.time_label =
            read_cell(labels, patch, {"time_label", CellRole::label, default_styles::label, labels_node->place},
                      around.at(Where::time_label));
        labels.finish();
    }
    time.finish();
}

void read_days(TableReader& block, const Surroundings& around, Timetable& week) {
    const Node* node = block.require("days");
    if (!node) return;
    TableReader days(*node, around.faults);
    week.day_span = days.count("span", 1, 1000).value_or(1);
    const Node* headings = days.require("heading");
    if (headings && expect_kind(*headings, Node::Kind::array, around.faults)) {
        for (const Node& heading : headings->items) {
            const std::string name = fmt::format("day{}", week.day_headings.size() + 1);
            week.day_headings.push_back(
                read_cell(heading, {name, CellRole::label, default_styles::head, heading.place}, around));
        }
        if (week.day_headings.size() != days_of_week)
            around.faults.add(kinds::timetable_days, headings->place, {fmt::format("{}", week.day_headings.size())});
    }
    days.finish();
}

TimetableSide read_side(const Node& node, const Surroundings& around) {
    TableReader reader(node, around.faults);
    TimetableSide side;
    side.span = reader.count("span", 1, 1000).value_or(1);
    side.from = read_time(reader, "from").value_or(0);
    side.to = read_time(reader, "to").value_or(0);
    if (side.to <= side.from && reader.find("from") && reader.find("to"))
        around.faults.add(kinds::timetable_side, node.place);
    const StylePatch patch = read_style_patch(reader, HeadingKey::column_text);
    side.cell = read_cell(reader, patch, {"", CellRole::value, default_styles::value, node.place}, around);
    side.cell.name = name_from_content(side.cell.content);
    if (const Node* heading = reader.require("heading")) {
        side.heading = read_cell(
            *heading, {side.cell.name + "_heading", CellRole::label, default_styles::head, heading->place}, around);
        side.heading.labels = {side.cell.name};
    }
    reader.finish();
    return side;
}

void check_columns(const Timetable& week, Place place, const Surroundings& around) {
    int columns = week.time_span + days_of_week * week.day_span;
    for (const TimetableSide& side : week.sides) {
        if (side.span != week.sides.front().span) around.faults.add(kinds::timetable_side_span, place);
    }
    if (!week.sides.empty()) columns += week.sides.front().span;
    if (columns != around.columns())
        around.faults.add(kinds::line_sum, place, {fmt::format("{}", columns), fmt::format("{}", around.columns())});
}

/// The rows are the axis: each has a height.
Length read_row_height(TableReader& block) {
    const Length least = Length::from_mm(1);
    const std::optional<Length> height = block.millimetres("row", Presence::required);
    if (height && *height < least) block.faults().add(kinds::value_range, block.place_of("row"), {"1", "2000"});
    return std::max(height.value_or(least), least);
}

}  // namespace

Timetable read_timetable(TableReader& block, const Surroundings& around) {
    Timetable week;
    read_events(block, around, week);
    week.from_parameter = read_time_parameter(block, "from", around.scope);
    week.to_parameter = read_time_parameter(block, "to", around.scope);
    week.step = read_step(block, around.scope);
    week.row_height = read_row_height(block);
    week.heading_min = block.millimetres("heading_min").value_or(Length{});
    read_rules(block);
    read_time_column(block, around, week);
    read_days(block, around, week);
    if (const Node* sides = block.find("side"); sides && expect_kind(*sides, Node::Kind::array, around.faults))
        for (const Node& side : sides->items) week.sides.push_back(read_side(side, around));
    if (week.label_every % week.step.number != 0)
        around.faults.add(kinds::timetable_labels, block.place(),
                          {fmt::format("{}", week.label_every), fmt::format("{}", week.step.number)});
    check_columns(week, block.place(), around);
    return week;
}

}  // namespace besshi::form
