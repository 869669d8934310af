#include "fill/week.h"

#include "fill/diagnostics.h"
#include "fill/fill.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace besshi::fill {

namespace {

constexpr int days_per_week = 7;
constexpr int minutes_per_day = 24 * 60;

std::optional<int> minutes_of(const plan::Value* value) {
    const ClockTime* time = value ? std::get_if<ClockTime>(&value->content) : nullptr;
    return time ? std::optional(time->minutes) : std::nullopt;
}

/// Place of a code in its enumeration: mon = 0.
std::optional<int> day_of(const plan::Value* value) {
    const auto* code = value ? std::get_if<const field::Code*>(&value->content) : nullptr;
    if (!code || !value->field->enumeration) return std::nullopt;
    const auto index = *code - value->field->enumeration->codes.data();
    return index < days_per_week ? std::optional(static_cast<int>(index)) : std::nullopt;
}

/// Nearest row edge to `minutes` after the axis begins, halves down the page.
int nearest_row(int minutes, int step) {
    const int doubled = 2 * minutes + step;
    return doubled >= 0 ? doubled / (2 * step) : -((-doubled + 2 * step - 1) / (2 * step));
}

/// An event in rows of the axis, of which a whole day has `rows_per_day`; both ends may lie outside it.
struct RowRange {
    int first, end;
};

RowRange rows_of(const WeekEvent& event, const TimeAxis& axis) {
    const int first = nearest_row(event.start - axis.from, axis.step);
    const int end = nearest_row(event.end - axis.from, axis.step);
    return {first, std::max(end, first + 1)};
}

std::string times_of(const WeekEvent& event) {
    return event.lasts ? clock({event.start}) + "～" + clock({event.end}) : clock({event.start});
}

class Placer {
public:
    Placer(const std::vector<WeekEvent>& events, const TimeAxis& axis, Diagnostics& faults)
        : events_(events), axis_(axis), faults_(faults) {}

    std::vector<EventBox> place(int most_lanes) {
        for (std::size_t i = 0; i < events_.size(); ++i) cut(i);
        std::ranges::sort(boxes_, {}, [](const EventBox& box) {
            return std::tuple(box.day, box.first_row, -box.row_count, box.event);
        });
        for (auto first = boxes_.begin(); first != boxes_.end();) first = share_lanes(first, most_lanes);
        return std::move(boxes_);
    }

private:
    /// Cuts an event into the days it touches; what lies between the axes of two days has no box.
    void cut(std::size_t index) {
        const WeekEvent& event = events_[index];
        const RowRange rows = rows_of(event, axis_);
        const int rows_per_day = minutes_per_day / axis_.step;
        bool repeated = false;
        for (int day = -1; day <= 2; ++day) {
            const int first = std::max(rows.first - day * rows_per_day, 0);
            const int end = std::min(rows.end - day * rows_per_day, axis_.row_count());
            if (first >= end) continue;
            const int weekday = (event.day + day + days_per_week) % days_per_week;
            boxes_.push_back({index, weekday, first, end - first, 0, 1, repeated});
            repeated = true;
        }
        if (!repeated) {
            faults_.push_back(
                diagnose(kinds::event_outside, {event.value->pointer, {}, 0, 0},
                         {fmt::to_string(event.number), times_of(event), clock({axis_.from}), clock({axis_.to})}));
        }
    }

    using Iterator = std::vector<EventBox>::iterator;

    /// Gives lanes to `first` and all boxes that overlap it or one another; returns what follows them.
    Iterator share_lanes(Iterator first, int most_lanes) {
        std::vector<int> free_from;  // per lane, the first row it is free at
        Iterator box = first;
        int end = first->first_row;
        for (; box != boxes_.end() && box->day == first->day && (box == first || box->first_row < end); ++box) {
            const auto lane = std::ranges::find_if(free_from, [&](int row) { return row <= box->first_row; });
            box->lane = static_cast<int>(lane - free_from.begin());
            if (lane == free_from.end()) free_from.push_back(0);
            free_from[static_cast<std::size_t>(box->lane)] = box->first_row + box->row_count;
            end = std::max(end, box->first_row + box->row_count);
        }
        const int lanes = static_cast<int>(free_from.size());
        for (Iterator shared = first; shared != box; ++shared) shared->lane_count = lanes;
        if (lanes > most_lanes) report_crowd(*first, lanes, most_lanes);
        return box;
    }

    void report_crowd(const EventBox& box, int lanes, int most_lanes) {
        static constexpr std::string_view days[] = {"月曜日", "火曜日", "水曜日", "木曜日",
                                                    "金曜日", "土曜日", "日曜日"};
        const WeekEvent& event = events_[box.event];
        faults_.push_back(diagnose(kinds::event_crowded, {event.value->pointer, {}, 0, 0},
                                   {days[box.day], clock({axis_.from + box.first_row * axis_.step}),
                                    fmt::to_string(lanes), fmt::to_string(most_lanes)}));
    }

    const std::vector<WeekEvent>& events_;
    const TimeAxis& axis_;
    Diagnostics& faults_;
    std::vector<EventBox> boxes_;
};

/// Minutes from the beginning of the week.
int start_in_week(const WeekEvent& event) {
    return (event.day * minutes_per_day + event.start) % (days_per_week * minutes_per_day);
}

/// Whether the minute has a place in the grid, on whatever day.
bool is_on_axis(int minute, const TimeAxis& axis) {
    const int behind = ((minute - axis.from) % minutes_per_day + minutes_per_day) % minutes_per_day;
    return behind < axis.to - axis.from;
}

}  // namespace

std::vector<WeekEvent> read_events(const plan::Value* events, const Scope& scope, Diagnostics& faults) {
    std::vector<WeekEvent> week;
    if (!events) return week;
    const Source& source = scope.source();
    int number = 0;
    for (const plan::Value* value : events->elements()) {
        ++number;
        const plan::Value* day_value = source.document.find(value, "day", source.on);
        const plan::Value* start_value = source.document.find(value, "start", source.on);
        const auto day = day_of(day_value);
        const auto start = minutes_of(start_value), end = minutes_of(source.document.find(value, "end", source.on));
        if (!day || !start) {
            faults.push_back(diagnose(kinds::event_incomplete, {value->pointer, {}, 0, 0}, {fmt::to_string(number)}));
            continue;
        }
        const int until = end.value_or(*start);
        const bool past_midnight = end && until < *start;
        week.push_back({value, number, *day, *start, past_midnight ? until + minutes_per_day : until, day_value,
                        start_value, until != *start});
    }
    return week;
}

std::vector<EventBox> place_events(const std::vector<WeekEvent>& events, const TimeAxis& axis, int most_lanes,
                                   Diagnostics& faults) {
    return Placer(events, axis, faults).place(most_lanes);
}

std::vector<std::size_t> order_in_week(const std::vector<WeekEvent>& events) {
    std::vector<std::size_t> sorted(events.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::ranges::stable_sort(sorted, {}, [&](std::size_t event) { return start_in_week(events[event]); });
    std::vector<std::size_t> order(events.size());
    for (std::size_t place = 0; place < sorted.size(); ++place) order[sorted[place]] = place;
    return order;
}

std::string_view weekday_of(const WeekEvent& event) {
    const auto day = static_cast<std::size_t>(start_in_week(event) / minutes_per_day);
    return event.day_value->field->enumeration->codes[day].word;
}

std::string times_of_day(const WeekEvent& event) {
    const std::string start = clock({event.start % minutes_per_day});
    return event.lasts ? start + "～" + clock({event.end % minutes_per_day}) : start;
}

std::string exact_times(const WeekEvent& event, const TimeAxis& axis) {
    const auto is_off = [&](int minutes) { return (minutes - axis.from) % axis.step != 0; };
    const bool is_drawn = event.lasts && !is_off(event.start) && !is_off(event.end) &&
                          event.end - event.start >= axis.step && is_on_axis(event.start, axis) &&
                          is_on_axis(event.end - 1, axis);
    return is_drawn ? std::string() : times_of_day(event);
}

}  // namespace besshi::fill
