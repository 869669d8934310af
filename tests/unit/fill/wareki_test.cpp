#include "filled.h"

namespace besshi::fill::tests {
namespace {

TEST(Wareki, FollowsTheTableOfEras) {
    const auto rows = spec_rows("wareki.tsv");
    ASSERT_GE(rows.size(), 26u);
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), 5u) << row[0];
        const Date date = base::parse_date(row[0]).value();
        EXPECT_EQ(wareki(date), row[1]);
        EXPECT_EQ(wareki_ascii(date), row[2]);
        EXPECT_EQ(wareki_short(date), row[3]);
        EXPECT_EQ(weekday(date), row[4]) << row[0];
    }
}

TEST(Wareki, MonthTakesTheEraOfItsFirstDay) {
    for (const auto& row : spec_rows("wareki_month.tsv")) {
        EXPECT_EQ(wareki(base::parse_month(row.at(0)).value()), row.at(1));
    }
}

TEST(Wareki, BeforeMeijiTheGregorianYearStays) {
    EXPECT_EQ(wareki(Date{1868, 1, 24}), "1868年１月24日");
    EXPECT_EQ(wareki_ascii(Date{1868, 1, 24}), "1868年1月24日");
    EXPECT_EQ(wareki_short(Date{1868, 1, 24}), "1868.1.24");
    EXPECT_EQ(wareki(Month{1868, 1}), "1868年１月");
}

TEST(Age, FollowsTheTableOfBirthdays) {
    const auto rows = spec_rows("age.tsv");
    ASSERT_GE(rows.size(), 20u);
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), 3u) << row[0];
        EXPECT_EQ(age(base::parse_date(row[0]).value(), base::parse_date(row[1]).value()), row[2])
            << "born " << row[0] << " on " << row[1];
    }
}

TEST(Clock, PrintsHoursWithoutLeadingZeroAndMarksTheNextMorning) {
    EXPECT_EQ(clock({14 * 60 + 30}), "14:30");
    EXPECT_EQ(clock({9 * 60}), "9:00");
    EXPECT_EQ(clock({0}), "0:00");
    EXPECT_EQ(clock({24 * 60}), "24:00");
    EXPECT_EQ(clock({24 * 60 + 1}), "翌0:01");
    EXPECT_EQ(clock({30 * 60 + 30}), "翌6:30");
}

TEST(HoursAndMinutes, PrintsTwoDigitMinutesAndNothingForNone) {
    EXPECT_EQ(hours_and_minutes(180), "3時00分");
    EXPECT_EQ(hours_and_minutes(65), "1時05分");
    EXPECT_EQ(hours_and_minutes(30), "0時30分");
    EXPECT_EQ(hours_and_minutes(0), "");
}

TEST(Yen, GroupsThousands) {
    EXPECT_EQ(yen(0), "0円");
    EXPECT_EQ(yen(999), "999円");
    EXPECT_EQ(yen(4600), "4,600円");
    EXPECT_EQ(yen(1234567), "1,234,567円");
    EXPECT_EQ(yen(-37200), "-37,200円");
}

}  // namespace
}  // namespace besshi::fill::tests
