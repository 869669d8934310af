#include "pdf/font_use.h"

#include "sample_lists.h"

namespace besshi::pdf::tests {
namespace {

TEST(FontUse, GivesCodesInOrderOfFirstUse) {
    FontUse font(programs(), face_named("BIZ UDGothic"));
    EXPECT_EQ(font.use(9000, "支").code, 1);
    EXPECT_EQ(font.use(700, "援").code, 2);
    EXPECT_EQ(font.use(9000, "支").code, 1);
    EXPECT_EQ(font.glyphs().size(), 3u) << "with .notdef";
}

TEST(FontUse, LeavesTheCodesOfACffFaceAsTheyAre) {
    FontUse font(programs(), face_named("Noto Sans CJK JP"));
    EXPECT_EQ(font.use(9000, "支").code, 9000);
    EXPECT_EQ(font.use(9000, "援").code, 9000);
    EXPECT_EQ(font.use(9000, "援").source, "支");
}

/// A document may be gone before its font is written, as in a bound file.
TEST(FontUse, OwnsTheText) {
    FontUse font(programs(), face_named("BIZ UDGothic"));
    for (const char* text : {"支", "か゚と葛󠄀と𠮷"}) {
        std::string gone = text;
        font.use(static_cast<text::GlyphId>(gone.size()), gone);
        gone.assign(gone.size(), '?');
    }
    EXPECT_EQ(font.glyphs()[1].source, "支");
    EXPECT_EQ(font.glyphs()[2].source, "か゚と葛󠄀と𠮷");
}

TEST(FontUse, KnowsWidthsInMillionthsOfAnEm) {
    FontUse font(programs(), face_named("BIZ UDGothic"));
    const text::FaceId face = face_named("BIZ UDGothic");
    EXPECT_EQ(font.use(fonts().find_glyph(face, U'支').value(), "支").width, 1'000'000);
    EXPECT_EQ(font.use(fonts().find_glyph(face, U'1').value(), "1").width, 500'000);
}

TEST(FontUse, RefusesMoreGlyphsThanThereAreCodes) {
    FontUse font(programs(), face_named("IPAmjMincho"));
    constexpr unsigned last_glyph = 61'178, last_code = 0xFFFF;
    for (unsigned glyph = 1; glyph <= last_glyph; ++glyph) font.use(static_cast<text::GlyphId>(glyph), "支");
    for (unsigned code = last_glyph + 1; code <= last_code; ++code) font.use(1, std::to_string(code));
    EXPECT_EQ(font.glyphs().back().code, last_code);
    EXPECT_THROW(font.use(1, "one more"), std::length_error);
}

}  // namespace
}  // namespace besshi::pdf::tests
