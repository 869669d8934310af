#include "pdf/to_unicode.h"

#include "inflated.h"
#include "pdf/deflate.h"
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
    EXPECT_THAT(cmap, HasSubstr("1 beginbfrange\n"
                                "<0001><0004>[<652F><D842DFB7><845BDB40DD00><304B309A>]\n"
                                "endbfrange\n"));
}

/// ISO 32000-1 §9.10.3: the codes of a range differ in their last byte alone.
TEST(ToUnicode, EndsARangeWhereTheFirstByteChanges) {
    FontUse font(programs(), face_named("BIZ UDGothic"));
    for (int i = 1; i <= 514; ++i) font.use(static_cast<text::GlyphId>(i), i == 256 ? "援" : "支");
    const std::string cmap = to_unicode_cmap(font);
    EXPECT_THAT(cmap, HasSubstr("3 beginbfrange\n<0001><00FF>[<652F>"));
    EXPECT_THAT(cmap, HasSubstr("<652F>]\n<0100><01FF>[<63F4><652F>"));
    EXPECT_THAT(cmap, HasSubstr("<652F>]\n<0200><0202>[<652F><652F><652F>]\nendbfrange\n"));
}

TEST(ToUnicode, GivesAGlyphWithoutTextOfItsOwnNothingVisible) {
    FontUse font(programs(), face_named("BIZ UDGothic"));
    font.use(100, "");
    EXPECT_THAT(to_unicode_cmap(font), HasSubstr("<0001><0001>[<200B>]"));
    font.use(100, "支");
    EXPECT_THAT(to_unicode_cmap(font), HasSubstr("<0001><0001>[<652F>]"));
}

TEST(ToUnicode, SortsTheCodesOfACffFace) {
    FontUse font(programs(), face_named("Noto Sans CJK JP"));
    font.use(2000, "伟");
    font.use(1000, "张");
    font.use(1001, "支");
    EXPECT_THAT(to_unicode_cmap(font), HasSubstr("2 beginbfrange\n<03E8><03E9>[<5F20><652F>]\n<07D0><07D0>[<4F1F>]\n"));
}

TEST(ToUnicode, CutsSectionsAtAHundredRanges) {
    FontUse font(programs(), face_named("Noto Sans CJK JP"));
    for (int i = 1; i <= 205; ++i) font.use(static_cast<text::GlyphId>(2 * i), "支");
    const std::string cmap = to_unicode_cmap(font);
    EXPECT_THAT(cmap, HasSubstr("100 beginbfrange\n<0002><0002>["));
    EXPECT_THAT(cmap, HasSubstr("endbfrange\n100 beginbfrange\n<00CA><00CA>["));
    EXPECT_THAT(cmap, HasSubstr("endbfrange\n5 beginbfrange\n<0192><0192>["));
}

TEST(ToUnicode, InflatesToTheMap) {
    FontUse font(programs(), face_named("BIZ UDGothic"));
    for (int i = 1; i <= 400; ++i) {
        std::string source;
        base::append_utf8(source, static_cast<char32_t>(0x4E00 + 47 * i));
        font.use(static_cast<text::GlyphId>(i), i % 50 == 0 ? "葛󠄀" : source);
    }
    const std::string cmap = to_unicode_cmap(font), deflated = deflated_to_unicode_cmap(font);
    EXPECT_EQ(inflated(deflated, cmap.size()), cmap);
    EXPECT_LT(deflated.size(), deflate(cmap, Material::text, Size::small).size() * 5 / 4);
}

}  // namespace
}  // namespace besshi::pdf::tests
