#pragma once

#include "fill/scope.h"

#include <vector>

namespace besshi::fill {

/// The axis of a timetable: rows of `step` minutes from `from` to `to`, minutes from midnight, `to` up to
/// 24 hours after `from`.
struct TimeAxis {
    int from = 0, to = 0, step = 30;
    int row_count() const { return (to - from) / step; }
};

/// An event of the week. A time before the axis begins belongs to the end of the day before.
struct WeekEvent {
    const plan::Value* value = nullptr;
    int number = 0;          ///< in the list, from 1
    int day = 0;             ///< 0 = the first day of the week
    int start = 0, end = 0;  ///< minutes from midnight of `day`; past midnight above 1440
    const plan::Value* day_value = nullptr;
    const plan::Value* start_value = nullptr;
    bool lasts = false;  ///< has an end of its own
};

/// A box of an event in one day of the timetable. An event that runs past the end of the axis goes on at
/// the top of the next day, from the last day to the first; that box is `repeated`.
struct EventBox {
    std::size_t event = 0;  ///< index
    int day = 0;
    int first_row = 0, row_count = 1;
    int lane = 0, lane_count = 1;  ///< overlapping boxes share the width of the day
    bool repeated = false;
};

/// The events in the list at `events`. Faults: one without day or start.
std::vector<WeekEvent> read_events(const plan::Value* events, const Scope& scope, Diagnostics& faults);

/// Boxes day by day in order of time. Times are rounded to the nearest step, at least one row each. Faults: an
/// event wholly outside the axis, more boxes side by side than `most_lanes`.
std::vector<EventBox> place_events(const std::vector<WeekEvent>& events, const TimeAxis& axis, int most_lanes,
                                   Diagnostics& faults);

/// Per event its place in the week: by weekday, then by start, then as in the list.
std::vector<std::size_t> order_in_week(const std::vector<WeekEvent>& events);

/// The word of the day it begins on: of Monday's 25:00 it is 火.
std::string_view weekday_of(const WeekEvent& event);

/// 「17:40～18:10」; 「14:45」 if the event has no length.
std::string times_of_day(const WeekEvent& event);

/// `times_of_day` of an event that does not lie on the steps of the axis, is shorter than a step, has no length or goes
/// beyond the axis; empty if its box shows its times.
std::string exact_times(const WeekEvent& event, const TimeAxis& axis);

}  // namespace besshi::fill
