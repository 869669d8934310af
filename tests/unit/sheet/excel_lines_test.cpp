#include "sheet/excel_lines.h"

#include "paged_form.h"

#include <gtest/gtest.h>

namespace besshi::sheet::tests {

namespace {

/// 11 points are 15 pixels; 110 pixels hold 105: seven whole characters.
int lines_of(std::string text, int width_pixels = 110) {
    const std::vector<RichRun> runs = {{std::move(text), pt(11)}};
    const std::int64_t pixels = wrapped_height(runs, pixel * width_pixels).units / pixel.units;
    EXPECT_EQ((pixels + 1) % 18, 0);
    return static_cast<int>((pixels + 1) / 18);
}

TEST(ExcelLines, NothingNeedsNothing) {
    EXPECT_EQ(wrapped_height({}, pixel * 110), Length{});
    EXPECT_EQ(single_line_height({}), Length{});
}

TEST(ExcelLines, OneLineIsItsTypeAndTwoPixels) {
    const std::vector<RichRun> runs = {{"放課後", pt(11)}};
    EXPECT_EQ(wrapped_height(runs, pixel * 110), pixel * 17);
    EXPECT_EQ(single_line_height(runs), pixel * 17);
}

TEST(ExcelLines, WrapsWholeCharacters) {
    EXPECT_EQ(lines_of("支援支援支援支"), 1);
    EXPECT_EQ(lines_of("支援支援支援支援"), 2);
    EXPECT_EQ(lines_of("支援支援支援支援支援支援支援"), 2);
    EXPECT_EQ(lines_of("支援支援支援支援支援支援支援支"), 3);
}

TEST(ExcelLines, AsciiIsHalfAsWide) {
    EXPECT_EQ(lines_of("12345678901234"), 1);
    EXPECT_EQ(lines_of("123456789012345"), 2);
    EXPECT_EQ(lines_of("ｱｲｳｴｵｱｲｳｴｵｱｲｳｴ"), 1);
}

TEST(ExcelLines, TypeIsCountedALittleWiderThanItIs) {
    const auto height = [](Length size, int width) {
        const std::vector<RichRun> runs = {{"支援支援支援支", size}};
        return wrapped_height(runs, pixel * width).units / pixel.units;
    };
    EXPECT_EQ(height(pt(10.5), 5 + 7 * 14), 2 * 17 - 1) << "14 pixels exactly: no reserve left";
    EXPECT_EQ(height(pt(10.5), 5 + 7 * 14 + 2), 17 - 1);
    EXPECT_EQ(height(pt(11), 5 + 7 * 15), 18 - 1) << "14.67 pixels: the rounding is reserve enough";
}

TEST(ExcelLines, LineFeedsCount) {
    EXPECT_EQ(lines_of("一\n二"), 2);
    EXPECT_EQ(lines_of("一\n\n二\n"), 4);
    EXPECT_EQ(lines_of("支援支援支援支援\n二"), 3);
}

TEST(ExcelLines, AWordGoesToTheNextLineWhole) {
    EXPECT_EQ(lines_of("支援支援abcdefg"), 2);
    EXPECT_EQ(lines_of("支援支援abcdefg支援支援"), 3);  // 支援支援 / abcdefg支援支 / 援
}

TEST(ExcelLines, ClosingMarksTakeTheirCharacterAlong) {
    EXPECT_EQ(lines_of("支援支援支援支。援支援支援支"), 3);  // …支援 / 支。援支援支援 / 支
    EXPECT_EQ(lines_of("支援支援支援「支援支援支援"), 2);
}

TEST(ExcelLines, AGroupWiderThanTheLineIsBroken) {
    EXPECT_EQ(lines_of("https://example.com/a/b/c/d/e"), 3);  // 29 × 7.5 pixels
    EXPECT_EQ(lines_of("あーーーーーーーーーーーーー"), 2);
}

TEST(ExcelLines, MarksWithoutWidthTakeNoRoom) {
    EXPECT_EQ(lines_of("葛\U000E0100葛\U000E0100葛\U000E0100葛\U000E0100葛\U000E0100葛\U000E0100葛\U000E0100"), 1);
    EXPECT_EQ(lines_of("か\u3099か\u3099か\u3099か\u3099か\u3099か\u3099か\u3099"), 1);
    EXPECT_EQ(lines_of("𠮷𠮷𠮷𠮷𠮷𠮷𠮷"), 1);
}

TEST(ExcelLines, AnyWidthEndsInSomeHeight) {
    EXPECT_EQ(lines_of("支援", 1), 2);
    EXPECT_EQ(lines_of("支援", 20), 2);
}

TEST(ExcelLines, ALineIsAsHighAsItsLargestType) {
    const std::vector<RichRun> runs = {{"支援内容\n", pt(11)}, {"(内容)", pt(10)}};
    EXPECT_EQ(wrapped_height(runs, pixel * 110), pixel * (18 + 17 - 1));
}

}  // namespace

}  // namespace besshi::sheet::tests
