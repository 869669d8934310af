#include "pdf/syntax.h"

#include <gtest/gtest.h>

namespace besshi::pdf {
namespace {

std::string decimal(std::int64_t value, int places) {
    std::string out;
    append_decimal(out, value, places);
    return out;
}

TEST(Syntax, PrintsDecimalsWithoutNeedlessDigits) {
    EXPECT_EQ(decimal(0, 2), "0");
    EXPECT_EQ(decimal(5, 2), ".05");
    EXPECT_EQ(decimal(50, 2), ".5");
    EXPECT_EQ(decimal(-50, 2), "-.5");
    EXPECT_EQ(decimal(100, 2), "1");
    EXPECT_EQ(decimal(5670, 2), "56.7");
    EXPECT_EQ(decimal(-123'456, 3), "-123.456");
    EXPECT_EQ(decimal(1000, 0), "1000");
    EXPECT_EQ(decimal(1, 6), ".000001");
}

TEST(Syntax, RoundsLengthsToHundredthsOfAPoint) {
    std::string out;
    append_length(out, Length::from_mm(210));
    EXPECT_EQ(out, "595.28");
    EXPECT_EQ(hundredths_of_point(Length::from_pt(0.25)), 25);
    EXPECT_EQ(hundredths_of_point(Length{63}), 0);
    EXPECT_EQ(hundredths_of_point(Length{64}), 1);
    EXPECT_EQ(hundredths_of_point(Length{-64}), -1);
}

TEST(Syntax, WritesTextAsUtf16WithSurrogatePairs) {
    EXPECT_EQ(text_string("A別"), "<FEFF00415225>");
    EXPECT_EQ(text_string("𠮷"), "<FEFFD842DFB7>");
    EXPECT_EQ(text_string("葛󠄀"), "<FEFF845BDB40DD00>");
    EXPECT_EQ(text_string(""), "<FEFF>");
}

TEST(Syntax, EscapesLiteralStrings) {
    EXPECT_EQ(literal_string("a(b)\\c"), "(a\\(b\\)\\\\c)");
}

TEST(Syntax, WritesDatesWithoutTime) {
    EXPECT_EQ(date_string({2025, 4, 1}), "(D:20250401)");
}

}  // namespace
}  // namespace besshi::pdf
