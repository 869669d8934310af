#include "cycle/japanese_date.h"

#include <gtest/gtest.h>

namespace besshi::cycle {
namespace {

TEST(JapaneseDate, ReadsWhatPeopleWrite) {
    const std::pair<const char*, const char*> dates[] = {
        {"2025-09-01", "2025-09-01"},       {"2025/9/1", "2025-09-01"},       {"2025.9.1", "2025-09-01"},
        {"2025年9月1日", "2025-09-01"},     {"令和7年9月1日", "2025-09-01"},  {"令和７年９月１日", "2025-09-01"},
        {"令和 7年 9月 1日", "2025-09-01"}, {"R7.9.1", "2025-09-01"},         {"r7/9/1", "2025-09-01"},
        {"Ｒ７．９．１", "2025-09-01"},     {"令和元年5月1日", "2019-05-01"}, {"平成31年4月30日", "2019-04-30"},
        {"H29-6-18", "2017-06-18"},         {"S64.1.7", "1989-01-07"},        {"平成元年1月8日", "1989-01-08"},
        {"㋿7年9月1日", "2025-09-01"},  {"2024/2/29", "2024-02-29"},      {"T15.12.24", "1926-12-24"},
    };
    for (const auto& [written, iso] : dates) {
        const auto date = parse_japanese_date(written);
        ASSERT_TRUE(date) << written;
        EXPECT_EQ(base::to_iso(*date), iso) << written;
    }
}

TEST(JapaneseDate, RefusesWhatIsNoDay) {
    for (const char* written :
         {"", "2025", "2025-09", "2025-02-29", "9/1", "25/9/1", "令和7年9月", "令和1年4月30日", "平成32年3月31日",
          "昭和64年1月8日", "R7.13.1", "R-7.9.1", "2025/9/1 10:00", "20250901", "きのう", "R", "令和年9月1日"})
        EXPECT_FALSE(parse_japanese_date(written)) << written;
}

TEST(JapanesePeriod, IsTwoDatesJoined) {
    for (const char* written : {"2025/4/1～2026/3/31", "令和7年4月1日〜令和8年3月31日", "R7.4.1 ~ R8.3.31",
                                "R7.4.1からR8.3.31", "2025-04-01 - 2026-03-31"}) {
        const auto period = parse_japanese_period(written);
        ASSERT_TRUE(period) << written;
        EXPECT_EQ(base::to_iso(period->from), "2025-04-01") << written;
        EXPECT_EQ(base::to_iso(period->to), "2026-03-31") << written;
    }
    for (const char* written : {"", "2025/4/1", "2025/4/1～", "～2026/3/31", "2025/4/1～来年"})
        EXPECT_FALSE(parse_japanese_period(written)) << written;
}

}  // namespace
}  // namespace besshi::cycle
