#include "cycle/months.h"

#include <chrono>
#include <cstdlib>

namespace besshi::cycle {

namespace {

std::chrono::year_month_day to_chrono(Date day) {
    return {std::chrono::year{day.year}, std::chrono::month(static_cast<unsigned>(day.month)),
            std::chrono::day(static_cast<unsigned>(day.day))};
}

Date from_chrono(std::chrono::year_month_day day) {
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

Date add_days(Date day, int days) {
    return from_chrono(std::chrono::sys_days(to_chrono(day)) + std::chrono::days(days));
}

}  // namespace

Date day_after(Date day) {
    return add_days(day, 1);
}

Date day_before(Date day) {
    return add_days(day, -1);
}

Date add_months(Date day, int months) {
    const auto later = to_chrono(day) + std::chrono::months(months);
    if (later.ok()) return from_chrono(later);
    return from_chrono(later.year() / later.month() / std::chrono::last);
}

LengthInMonths length_of(plan::Period period) {
    const Date end = day_after(period.to);
    const auto days_off = [&](int months) {
        return std::labs(base::day_number(add_months(period.from, months)) - base::day_number(end));
    };
    int months = (end.year - period.from.year) * 12 + end.month - period.from.month;
    if (days_off(months - 1) < days_off(months)) --months;
    if (days_off(months + 1) < days_off(months)) ++months;
    months = std::max(months, 1);
    return {months, days_off(months) == 0};
}

plan::Period period_from(Date first_day, LengthInMonths length) {
    return {first_day, day_before(add_months(first_day, length.months))};
}

std::string to_words(plan::Period period) {
    return base::to_iso(period.from) + "～" + base::to_iso(period.to);
}

}  // namespace besshi::cycle
