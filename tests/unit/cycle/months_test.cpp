#include "cycle/months.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace besshi::cycle {
namespace {

plan::Period period(const char* from, const char* to) {
    return {base::parse_date(from).value(), base::parse_date(to).value()};
}

TEST(Months, AMonthWithoutTheDayGivesItsLast) {
    EXPECT_EQ(base::to_iso(add_months({2025, 8, 31}, 6)), "2026-02-28");
    EXPECT_EQ(base::to_iso(add_months({2027, 8, 31}, 6)), "2028-02-29");
    EXPECT_EQ(base::to_iso(add_months({2025, 4, 3}, 6)), "2025-10-03");
    EXPECT_EQ(base::to_iso(add_months({2025, 12, 15}, -12)), "2024-12-15");
}

TEST(Months, AHalfYearIsFollowedByAHalfYear) {
    const plan::Period winter = period("2025-10-01", "2026-03-31");
    EXPECT_TRUE(length_of(winter).is_whole);
    EXPECT_EQ(to_words(period_from(day_after(winter.to), length_of(winter))), "2026-04-01～2026-09-30");
}

TEST(Months, AnOddPeriodIsAsLongAsTheNearestNumberOfMonths) {
    EXPECT_EQ(length_of(period("2025-04-04", "2025-09-30")).months, 6);
    EXPECT_FALSE(length_of(period("2025-04-04", "2025-09-30")).is_whole);
    EXPECT_EQ(length_of(period("2025-04-01", "2025-10-05")).months, 6);
    EXPECT_EQ(length_of(period("2025-04-01", "2025-04-03")).months, 1);
    EXPECT_EQ(length_of(period("2025-04-15", "2026-04-14")).months, 12);
}

RC_GTEST_PROP(Months, PeriodsOfWholeMonthsFollowWithoutGap, ()) {
    const Date first{*rc::gen::inRange(1900, 2150), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
    const int months = *rc::gen::inRange(1, 37);
    const plan::Period before = period_from(first, {months, true});
    const plan::Period after = period_from(day_after(before.to), length_of(before));
    RC_ASSERT(length_of(before).months == months);
    RC_ASSERT(length_of(before).is_whole);
    RC_ASSERT(base::day_number(after.from) == base::day_number(before.to) + 1);
    RC_ASSERT(day_before(add_months(first, 2 * months)) == after.to);
}

}  // namespace
}  // namespace besshi::cycle
