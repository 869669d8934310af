#include "base/base.h"

#include <gtest/gtest.h>

namespace besshi::base {
namespace {

TEST(Calendar, DatesThatExist) {
    EXPECT_EQ(parse_date("2025-09-22"), (Date{2025, 9, 22}));
    EXPECT_EQ(parse_date("2024-02-29"), (Date{2024, 2, 29}));
    EXPECT_EQ(parse_date("2000-02-29"), (Date{2000, 2, 29}));
    EXPECT_EQ(to_iso(Date{2025, 9, 2}), "2025-09-02");
}

TEST(Calendar, NothingElseIsADate) {
    for (const char* text :
         {"2023-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-4-1", "20250401", "2025/04/01",
          "2025-04-01 ", "２０２５-04-01", "1867-12-31", "2201-01-01", "", "2025-04-0x"})
        EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Calendar, MonthsAndTimes) {
    EXPECT_EQ(parse_month("2025-04"), (Month{2025, 4}));
    EXPECT_FALSE(parse_month("2025-13"));
    EXPECT_FALSE(parse_month("2025-4"));
    EXPECT_EQ(parse_time("14:30"), ClockTime{870});
    EXPECT_EQ(parse_time("24:00"), ClockTime{1440});
    EXPECT_EQ(parse_time("28:00"), ClockTime{1680});
    for (const char* text : {"14:60", "9:00", "48:01", "1430", "14:3", "aa:bb"}) EXPECT_FALSE(parse_time(text)) << text;
    EXPECT_EQ(to_iso(ClockTime{545}), "09:05");
    EXPECT_EQ(to_iso(Month{2025, 4}), "2025-04");
}

TEST(Calendar, DaysAreCountedFrom1970) {
    EXPECT_EQ(day_number({1970, 1, 1}), 0);
    EXPECT_EQ(day_number({2024, 3, 1}) - day_number({2024, 2, 28}), 2);
    EXPECT_EQ(day_number({1969, 12, 31}), -1);
}

}  // namespace
}  // namespace besshi::base
