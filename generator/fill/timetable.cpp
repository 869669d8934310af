#include "fill/cell_text.h"
#include "fill/diagnostics.h"
#include "fill/fill.h"
#include "fill/fill_cell.h"
#include "fill/grids.h"
#include "fill/parameters.h"
#include "fill/week.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::fill {

namespace {

constexpr int minutes_per_day = 24 * 60;

struct Place {
    int row = 0, column = 0, row_span = 1, column_span = 1;
};

bool has_note(const Cell& cell) {
    return cell.note.has_value();
}

/// Row 0 is the heading; row r + 1 of the grid is row r of the axis.
class TimetableFiller {
public:
    TimetableFiller(const form::Timetable& timetable, const Scope& scope, Grid& grid, Diagnostics& faults)
        : timetable_(timetable), scope_(scope), grid_(grid), faults_(faults) {}

    void fill() {
        if (!decide_axis()) return;
        const std::vector<WeekEvent> events = read_events(scope_.find(timetable_.events_path), scope_, faults_);
        const std::vector<EventBox> boxes = place_events(events, axis_, timetable_.day_span, faults_);
        if (base::has_error(faults_)) return;
        for_the_pen_ = events.empty();
        order_ = order_in_week(events);
        add_rows();
        add_time_column();
        add_sides();
        for (int day = 0; day < day_count(); ++day) add_day(day, events, boxes);
        const bool may_have_notes = std::ranges::any_of(grid_.cells, &has_note);
        if (may_have_notes) grid_.notes_heading = notes_heading();
        sort_into_reading_order(grid_.cells);
    }

private:
    int day_count() const { return static_cast<int>(timetable_.day_headings.size()); }
    int first_column_of(int day) const { return timetable_.time_span + day * timetable_.day_span; }

    /// Rows the heading of a side box takes where it stands within the grid.
    int side_heading_rows() const {
        const auto rows = (timetable_.heading_min.units + row_height().units / 2) / row_height().units;
        return std::max(1, static_cast<int>(rows));
    }

    /// Whether time labels and midnight lie on lines of the grid.
    bool is_step(int minutes) const {
        return minutes > 0 && minutes_per_day % minutes == 0 && timetable_.label_every % minutes == 0;
    }

    /// Finer steps have lower rows, so that the grid stays as high as it is.
    Length row_height() const { return scale(timetable_.row_height, axis_.step, timetable_.step.number); }

    bool decide_axis() {
        const auto minutes = [&](const std::string& parameter) {
            return base::parse_time(scope_.source().parameters.at(parameter)).value_or(ClockTime{0}).minutes;
        };
        axis_ = {minutes(timetable_.from_parameter), minutes(timetable_.to_parameter),
                 count_of(timetable_.step, scope_.source().parameters)};
        if (!is_step(axis_.step)) {
            faults_.push_back(diagnose(kinds::timetable_step, {{}, scope_.source().form.file, grid_.line, 0},
                                       {fmt::to_string(axis_.step), fmt::to_string(timetable_.label_every)}));
            return false;
        }
        const int length = axis_.to - axis_.from,
                  least_rows = static_cast<int>(timetable_.sides.size()) * (side_heading_rows() + 1);
        const bool on_steps = axis_.from % axis_.step == 0 && axis_.to % axis_.step == 0;
        const bool fits = length > 0 && length <= minutes_per_day && on_steps && axis_.row_count() >= least_rows;
        if (!fits) {
            faults_.push_back(diagnose(
                kinds::timetable_hours, {{}, scope_.source().form.file, grid_.line, 0},
                {base::to_iso(ClockTime{axis_.from}), base::to_iso(ClockTime{axis_.to}), fmt::to_string(axis_.step)}));
        }
        return fits;
    }

    void add_rows() {
        grid_.rows.push_back({timetable_.heading_min, -1, true});
        for (int row = 0; row < axis_.row_count(); ++row) grid_.rows.push_back({row_height(), 0, false});
    }

    std::size_t put(Cell cell, std::string name, const Place& place) {
        cell.name = std::move(name);
        cell.row = place.row;
        cell.column = place.column;
        cell.row_span = place.row_span;
        cell.column_span = place.column_span;
        grid_.cells.push_back(std::move(cell));
        return grid_.cells.size() - 1;
    }

    std::size_t put_heading(const form::CellTemplate& source, std::string name, const Place& place) {
        Cell cell = fill_cell(source, scope_, faults_);
        cell.is_heading = place.row == 0;
        return put(std::move(cell), std::move(name), place);
    }

    /// Time labels stand on the line of their time, half a cell above and half below it; there is no line
    /// between the cells of the time column.
    void add_time_column() {
        Cell corner = empty_cell(timetable_.time_label, scope_);
        corner.is_heading = true;
        put(std::move(corner), {}, {0, 0, 1, timetable_.time_span});
        const int every = timetable_.label_every / axis_.step;
        const int offset = (timetable_.label_first - axis_.from) / axis_.step % every;
        int free_from = 0;
        for (int line = (offset + every) % every; line <= axis_.row_count(); line += every) {
            const int above = line > 0 && (every > 1 || line == axis_.row_count()) ? 1 : 0;
            const int first = line - above, end = std::min(line + 1, axis_.row_count());
            if (first < free_from) continue;
            add_time_gap(free_from, first);
            add_time_label(line, first, end);
            free_from = end;
        }
        add_time_gap(free_from, axis_.row_count());
    }

    void add_time_gap(int first, int end) {
        if (first >= end) return;
        put_time_cell(empty_cell(timetable_.time_label, scope_), {}, first, end);
    }

    void add_time_label(int line, int first, int end) {
        const int minutes = axis_.from + line * axis_.step;
        Binding time;
        time.as = "time";
        time.clock = ClockTime{minutes};
        Cell cell = fill_cell(timetable_.time_label, Scope(scope_, std::move(time)), faults_);
        cell.style.vertical_align = line == first               ? form::VerticalAlign::top
                                    : line == axis_.row_count() ? form::VerticalAlign::bottom
                                                                : form::VerticalAlign::middle;
        cell.is_heading = true;
        time_labels_.push_back(put_time_cell(
            std::move(cell), fmt::format("{}.time.{:04}", grid_.name, minutes / 60 * 100 + minutes % 60), first, end));
    }

    std::size_t put_time_cell(Cell cell, std::string name, int first, int end) {
        cell.borders = {};
        if (first > 0) cell.borders.top = form::Stroke::none;
        if (end < axis_.row_count()) cell.borders.bottom = form::Stroke::none;
        return put(std::move(cell), std::move(name), {first + 1, 0, end - first, timetable_.time_span});
    }

    /// The times beside an event head it: they are how a reader who does not see the week learns when it is.
    void name_times(std::size_t event) {
        const int first = grid_.cells[event].row, end = first + grid_.cells[event].row_span;
        for (const std::size_t label : time_labels_) {
            Cell& time = grid_.cells[label];
            if (time.row < end && first < time.row + time.row_span) time.labels.push_back(event);
        }
    }

    /// The boxes beside the days. The first begins at the top, its heading among the day headings; the last
    /// ends at the bottom; however short the axis, each has room for its heading and a row.
    void add_sides() {
        const int count = static_cast<int>(timetable_.sides.size());
        const int column = first_column_of(day_count()), least = side_heading_rows() + 1;
        int first = 0;
        for (int i = 0; i < count; ++i) {
            const form::TimetableSide& side = timetable_.sides[static_cast<std::size_t>(i)];
            const bool last = i + 1 == count;
            const int wanted = (side.to - axis_.from) / axis_.step;
            const int end = last ? axis_.row_count()
                                 : std::clamp(wanted, first + least, axis_.row_count() - (count - i - 1) * least);
            const int heading_rows = i == 0 ? 0 : side_heading_rows();
            const Place heading{i == 0 ? 0 : first + 1, column, std::max(heading_rows, 1), side.span};
            const std::size_t label = put_heading(side.heading, grid_.name + "." + side.heading.name, heading);
            note_target_ = put(fill_cell(side.cell, scope_, faults_), grid_.name + "." + side.cell.name,
                               {first + heading_rows + 1, column, end - first - heading_rows, side.span});
            grid_.cells[label].labels = {*note_target_};
            first = end;
        }
    }

    void add_day(int day, const std::vector<WeekEvent>& events, const std::vector<EventBox>& boxes) {
        const form::CellTemplate& source = timetable_.day_headings[static_cast<std::size_t>(day)];
        const std::size_t heading = put_heading(source, fmt::format("{}.{}", grid_.name, source.name),
                                                {0, first_column_of(day), 1, timetable_.day_span});
        std::vector<char> taken(static_cast<std::size_t>(axis_.row_count() * timetable_.day_span), 0);
        for (const EventBox& box : boxes) {
            if (box.day != day) continue;
            const int left = box.lane * timetable_.day_span / box.lane_count;
            const int right = (box.lane + 1) * timetable_.day_span / box.lane_count;
            take(taken, {box.first_row, left, box.row_count, right - left});
            const std::size_t cell = add_event(
                events[box.event], box, {box.first_row + 1, first_column_of(day) + left, box.row_count, right - left});
            grid_.cells[heading].labels.push_back(cell);
            name_times(cell);
        }
        add_free_time(day, taken);
    }

    std::size_t add_event(const WeekEvent& event, const EventBox& box, const Place& place) {
        Binding binding = bind_name(scope_, timetable_.as, timetable_.events_path);
        binding.value = event.value;
        Cell cell = fill_cell(timetable_.event, Scope(scope_, std::move(binding)), faults_);
        if (Text* text = std::get_if<Text>(&cell.content)) {
            std::vector<Run> sentence = sentence_of(event, text->runs);
            add_times(*text, event);
            if (box.repeated) {
                for (Run& run : text->runs) run.source = TextSource::generated;
                for (Run& run : sentence) run.source = TextSource::generated;
            }
            const auto& overflow = cell.style.overflow;
            if (note_target_ && !text->runs.empty() &&
                std::ranges::find(overflow, form::Overflow::note) != overflow.end()) {
                cell.note = NoteAlternative{*note_target_, order_[box.event], std::move(sentence)};
            }
        }
        return put(std::move(cell), fmt::format("{}.event{}{}", grid_.name, event.number, box.repeated ? ".again" : ""),
                   place);
    }

    /// Times the box does not show stand before the text.
    void add_times(Text& text, const WeekEvent& event) const {
        const std::string times = exact_times(event, axis_);
        if (!times.empty()) text.runs.insert(text.runs.begin(), when_run(times, *event.start_value));
    }

    /// A note stands far from its column and row: it says day and times itself.
    std::vector<Run> sentence_of(const WeekEvent& event, std::span<const Run> text) const {
        std::vector<Run> sentence{when_run(weekday_of(event), *event.day_value),
                                  when_run(times_of_day(event), *event.start_value)};
        sentence.insert(sentence.end(), text.begin(), text.end());
        return sentence;
    }

    /// When an event is, before its text.
    Run when_run(std::string_view when, const plan::Value& value) const {
        const form::CellTemplate& source = timetable_.event;
        Run run = label_run(fmt::format("{} ", when), scope_.source().form, source.line, source.column);
        run.source = TextSource::data;
        run.origin.pointer = value.pointer;
        return run;
    }

    /// Without it the notes read as part of what the last side box is for.
    Run notes_heading() const {
        const form::CellTemplate& source = timetable_.event;
        return generated_run("〔週間予定の続き〕", scope_.source().form, source.line, source.column);
    }

    char& at(std::vector<char>& taken, int row, int column) const {
        return taken[static_cast<std::size_t>(row * timetable_.day_span + column)];
    }

    void take(std::vector<char>& taken, const Place& place) const {
        for (int row = place.row; row < place.row + place.row_span; ++row) {
            for (int column = place.column; column < place.column + place.column_span; ++column)
                at(taken, row, column) = 1;
        }
    }

    /// What no event takes: white between the events; a week without any is ruled by the hour, for the pen.
    void add_free_time(int day, std::vector<char>& taken) {
        for (int row = 0; row < axis_.row_count(); ++row) {
            for (int left = 0; left < timetable_.day_span;) {
                int right = left;
                while (right < timetable_.day_span && !at(taken, row, right)) ++right;
                if (right > left) {
                    const Place place{row, left, free_rows(taken, row, left, right), right - left};
                    take(taken, place);
                    Cell cell = empty_cell(timetable_.event, scope_);
                    cell.borders = {};
                    put(std::move(cell), {}, {row + 1, first_column_of(day) + left, place.row_span, place.column_span});
                }
                left = right + 1;
            }
        }
    }

    /// How many rows from `row` on are free in just the columns from `left` to `right`.
    int free_rows(std::vector<char>& taken, int row, int left, int right) const {
        int end = row + 1;
        const auto is_same = [&](int next) {
            for (int column = left; column < right; ++column) {
                if (at(taken, next, column)) return false;
            }
            const bool open_left = left > 0 && !at(taken, next, left - 1);
            const bool open_right = right < timetable_.day_span && !at(taken, next, right);
            return !open_left && !open_right;
        };
        const auto is_ruled = [&](int line) { return for_the_pen_ && (axis_.from + line * axis_.step) % 60 == 0; };
        while (end < axis_.row_count() && !is_ruled(end) && is_same(end)) ++end;
        return end - row;
    }

    const form::Timetable& timetable_;
    const Scope& scope_;
    Grid& grid_;
    Diagnostics& faults_;
    TimeAxis axis_;
    std::vector<std::size_t> order_;  ///< of the events in the week
    std::vector<std::size_t> time_labels_;
    bool for_the_pen_ = false;                ///< no event is printed
    std::optional<std::size_t> note_target_;  ///< the last side box takes what does not fit a box
};

}  // namespace

void fill_timetable(const form::Timetable& timetable, const Scope& scope, Grid& grid, Diagnostics& faults) {
    TimetableFiller(timetable, scope, grid, faults).fill();
}

}  // namespace besshi::fill
