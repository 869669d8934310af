#include "pdf/font_programs.h"

#include "inflated.h"
#include "pdf/face_program.h"
#include "read_back.h"
#include "sample_lists.h"

#include <thread>

namespace besshi::pdf::tests {
namespace {

TEST(FontPrograms, OpenAFaceOnceForAllThreads) {
    const FontPrograms opened(fonts());
    const text::FaceId face = face_named("BIZ UDMincho");
    const FaceProgram *first = nullptr, *second = nullptr;
    {
        const std::jthread one([&] { first = &opened[face]; });
        const std::jthread other([&] { second = &opened[face]; });
    }
    EXPECT_EQ(first, second);
    EXPECT_EQ(first, &opened[face]);
    EXPECT_NE(first, &opened[face_named("BIZ UDGothic")]);
}

TEST(FaceProgram, EmbedsGlyphsOfEitherFormat) {
    const std::vector<text::GlyphId> glyphs{0, 1200, 700};
    const auto glyf = programs()[face_named("BIZ UDGothic")].embed(glyphs, Size::small);
    ASSERT_TRUE(glyf);
    EXPECT_EQ(ReadBack(inflated(glyf->deflated, glyf->length), 0).glyph_count(), 3u);
    const auto cff = programs()[face_named("Noto Sans CJK JP")].embed(glyphs, Size::small);
    ASSERT_TRUE(cff);
    EXPECT_EQ(inflated(cff->deflated, cff->length).substr(0, 2), std::string("\1\0", 2)) << "CFF version 1.0";
}

TEST(FaceProgram, HasNothingToGiveOfABrokenFile) {
    const std::vector<text::GlyphId> glyphs{0};
    for (const char* name : {"BIZ UDGothic", "Noto Sans CJK JP"}) {
        const text::FaceId face = face_named(name);
        const FaceProgram broken(fonts().info(face), fonts().file_bytes(face).first(4096));
        EXPECT_FALSE(broken.embed(glyphs, Size::small)) << name;
        EXPECT_TRUE(programs()[face].embed(glyphs, Size::small)) << name;
    }
}

}  // namespace
}  // namespace besshi::pdf::tests
