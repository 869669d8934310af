#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace besshi::base {

/// A day of the proleptic Gregorian calendar, checked to exist.
struct Date {
    int year, month, day;
    auto operator<=>(const Date&) const = default;
};

struct Month {
    int year, month;
    auto operator<=>(const Month&) const = default;
};

/// Minutes from midnight; `24:00` (1440) and times of the next morning up to `48:00` are allowed.
struct ClockTime {
    int minutes;
    auto operator<=>(const ClockTime&) const = default;
};

/// ISO 8601 `YYYY-MM-DD`, `YYYY-MM`, `HH:MM` and nothing else; years 1868 to 2200.
std::optional<Date> parse_date(std::string_view text);
std::optional<Month> parse_month(std::string_view text);
std::optional<ClockTime> parse_time(std::string_view text);

std::string to_iso(Date date);
std::string to_iso(Month month);
std::string to_iso(ClockTime time);

/// Days since 1970-01-01.
long day_number(Date date);

}  // namespace besshi::base

namespace besshi {
using base::ClockTime;
using base::Date;
using base::Month;
}  // namespace besshi
