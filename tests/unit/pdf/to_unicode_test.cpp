#include "pdf/to_unicode.h"

#include "sample_lists.h"

#include <gmock/gmock.h>

namespace besshi::pdf::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ToUnicode, MapsACodeToAllItsText) {
    FontUse font(programs(), face_named("BIZ UDGothic"));
    font.use(100, "支");
    font.use(101, "𠮷");
    font.use(102, "葛󠄀");
    font.use(103, "か゚");
    const std::string cmap = to_unicode_cmap(font);
    EXPECT_THAT(
        cmap,
        HasSubstr(
            "4 beginbfchar\n<0001><652F>\n<0002><D842DFB7>\n<0003><845BDB40DD00>\n<0004><304B309A>\nendbfchar\n"));
}

TEST(ToUnicode, CutsSectionsAtAHundredEntries) {
    FontUse font(programs(), face_named("BIZ UDGothic"));
    for (int i = 1; i <= 205; ++i) font.use(static_cast<text::GlyphId>(i), "支");
    const std::string cmap = to_unicode_cmap(font);
    EXPECT_THAT(cmap, HasSubstr("100 beginbfchar\n<0001>"));
    EXPECT_THAT(cmap, HasSubstr("endbfchar\n100 beginbfchar\n<0065>"));
    EXPECT_THAT(cmap, HasSubstr("endbfchar\n5 beginbfchar\n<00C9>"));
}

TEST(ToUnicode, GivesAGlyphWithoutTextOfItsOwnNothingVisible) {
    FontUse font(programs(), face_named("BIZ UDGothic"));
    font.use(100, "");
    EXPECT_THAT(to_unicode_cmap(font), HasSubstr("<0001><200B>"));
    font.use(100, "支");
    EXPECT_THAT(to_unicode_cmap(font), HasSubstr("<0001><652F>"));
}

TEST(ToUnicode, SortsTheCodesOfACffFace) {
    FontUse font(programs(), face_named("Noto Sans CJK JP"));
    font.use(2000, "伟");
    font.use(1000, "张");
    EXPECT_THAT(to_unicode_cmap(font), HasSubstr("<03E8><5F20>\n<07D0><4F1F>\n"));
}

}  // namespace
}  // namespace besshi::pdf::tests
