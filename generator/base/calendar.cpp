#include "base/calendar.h"

#include <fmt/format.h>

#include <chrono>

namespace besshi::base {

namespace {

/// `count` ASCII digits at `offset`, or nothing.
std::optional<int> digits_at(std::string_view text, std::size_t offset, std::size_t count) {
    if (offset + count > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const char c = text[offset + i];
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

constexpr int first_year = 1868;  // 明治元年, the first year an era name is printed for
constexpr int last_year = 2200;

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits_at(text, 0, 4), month = digits_at(text, 5, 2), day = digits_at(text, 8, 2);
    if (!year || !month || !day || *year < first_year || *year > last_year) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return Date{*year, *month, *day};
}

std::optional<Month> parse_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const auto year = digits_at(text, 0, 4), month = digits_at(text, 5, 2);
    if (!year || !month || *year < first_year || *year > last_year || *month < 1 || *month > 12) return std::nullopt;
    return Month{*year, *month};
}

std::optional<ClockTime> parse_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = digits_at(text, 0, 2), minute = digits_at(text, 3, 2);
    if (!hour || !minute || *minute > 59) return std::nullopt;
    const int minutes = *hour * 60 + *minute;
    if (minutes > 48 * 60) return std::nullopt;
    return ClockTime{minutes};
}

std::string to_iso(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}
std::string to_iso(Month month) {
    return fmt::format("{:04}-{:02}", month.year, month.month);
}
std::string to_iso(ClockTime time) {
    return fmt::format("{:02}:{:02}", time.minutes / 60, time.minutes % 60);
}

long day_number(Date date) {
    const std::chrono::sys_days days =
        std::chrono::year_month_day{std::chrono::year{date.year}, std::chrono::month(static_cast<unsigned>(date.month)),
                                    std::chrono::day(static_cast<unsigned>(date.day))};
    return days.time_since_epoch().count();
}

}  // namespace besshi::base
