#include "fixture.h"

#include <gtest/gtest.h>
#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb.h>

#include <memory>

/// What the tables of spaces take for blank is blank in every face of the manifest.
namespace besshi::text::tests {
namespace {

template <auto destroy>
struct Destroy {
    template <class Handle>
    void operator()(Handle* handle) const {
        destroy(handle);
    }
};

/// Where the ink of a glyph lies, in ems.
struct Ink {
    double left = 0, right = 0;
};

class InkReader {
public:
    explicit InkReader(FaceId face) : units_per_em_(fonts().info(face).units_per_em) {
        const auto bytes = fonts().file_bytes(face);
        const std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>> blob(
            hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                           HB_MEMORY_MODE_READONLY, nullptr, nullptr));
        const std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>> made(
            hb_face_create(blob.get(), static_cast<unsigned>(fonts().info(face).index_in_file)));
        font_.reset(hb_font_create(made.get()));
    }

    Ink ink_of(GlyphId glyph) const {
        hb_glyph_extents_t extents{};
        EXPECT_TRUE(hb_font_get_glyph_extents(font_.get(), glyph, &extents));
        return {extents.x_bearing / units_per_em_, (extents.x_bearing + extents.width) / units_per_em_};
    }

private:
    double units_per_em_;
    std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>> font_;
};

struct Marks {
    std::u32string_view characters;
    double from, to;  ///< what may hold ink, in ems
};

constexpr Marks all_marks[] = {
    {U"‘“（〔［｛〈《「『【｟〘〖", 0.5, 1},
    {U"’”）〕］｝〉》」』】｠〙〗、，。．", 0, 0.5},
    {U"・：；", 0.25, 0.75},
};

TEST(BlankHalf, IsBlankInEveryFace) {
    constexpr double overshoot = 0.02;
    int seen = 0;
    for (std::uint8_t i = 0; i < fonts().face_count(); ++i) {
        const FaceId face{i};
        const InkReader reader(face);
        const int units_per_em = fonts().info(face).units_per_em;
        for (const Marks& marks : all_marks) {
            for (const char32_t mark : marks.characters) {
                const auto glyph = fonts().find_glyph(face, mark);
                if (!glyph || fonts().advance(face, *glyph) * 8 / units_per_em < 7) continue;
                const Ink ink = reader.ink_of(*glyph);
                EXPECT_GE(ink.left, marks.from - overshoot) << fonts().info(face).id << base::code_point_name(mark);
                EXPECT_LE(ink.right, marks.to + overshoot) << fonts().info(face).id << base::code_point_name(mark);
                ++seen;
            }
        }
    }
    EXPECT_GT(seen, 200);
}

}  // namespace
}  // namespace besshi::text::tests
