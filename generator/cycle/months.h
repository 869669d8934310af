#pragma once

#include "plan/plan.h"

/// Arithmetic with days and months of the calendar; six months are never 183 days.
namespace besshi::cycle {

Date day_after(Date day);
Date day_before(Date day);

/// The same day so many months later; the last day of that month if it has no such day.
Date add_months(Date day, int months);

/// A period measured in months.
struct LengthInMonths {
    int months;     ///< the nearest number, at least one
    bool is_whole;  ///< the period is exactly so many months long
};

LengthInMonths length_of(plan::Period period);

/// As many months from `first_day`.
plan::Period period_from(Date first_day, LengthInMonths length);

/// `2025-10-01～2026-03-31`
std::string to_words(plan::Period period);

}  // namespace besshi::cycle
