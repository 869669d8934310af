#include "pdf/cff_subset.h"

#include "read_back.h"
#include "sample_lists.h"

#include <array>

namespace besshi::pdf::tests {
namespace {

/// A font file round a CFF table, so that HarfBuzz can open it: maxp, head and hhea of the whole face.
std::string wrapped(const std::string& cff, text::FaceId face, std::size_t glyph_count) {
    hb_face_t* builder = hb_face_builder_create();
    hb_blob_t* whole =
        hb_blob_create(view(fonts().file_bytes(face)).data(), static_cast<unsigned>(fonts().file_bytes(face).size()),
                       HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* original = hb_face_create(whole, static_cast<unsigned>(fonts().info(face).index_in_file));
    const auto add = [&](const char* tag, std::string bytes) {
        hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE,
                                         nullptr, nullptr);
        hb_face_builder_add_table(builder, HB_TAG(tag[0], tag[1], tag[2], tag[3]), blob);
        hb_blob_destroy(blob);
    };
    hb_blob_t* head = hb_face_reference_table(original, HB_TAG('h', 'e', 'a', 'd'));
    add("head", std::string(hb_blob_get_data(head, nullptr), hb_blob_get_length(head)));
    std::string maxp;
    append_u32(maxp, 0x00005000);
    append_u16(maxp, static_cast<std::uint32_t>(glyph_count));
    add("maxp", maxp);
    add("CFF ", cff);
    hb_blob_t* file = hb_face_reference_blob(builder);
    std::string bytes(hb_blob_get_data(file, nullptr), hb_blob_get_length(file));
    for (hb_blob_t* blob : {whole, head, file}) hb_blob_destroy(blob);
    hb_face_destroy(original);
    hb_face_destroy(builder);
    return bytes;
}

CffFace open(text::FaceId face) {
    return CffFace::open(fonts().file_bytes(face), fonts().info(face).index_in_file).value();
}

TEST(CffSubset, KeepsTheOutlinesInTheOrderOfTheirNumbers) {
    const text::FaceId face = face_named("Noto Sans CJK JP");
    const std::vector<text::GlyphId> glyphs{0, 1200, 40'000, 34, 62'000};
    const auto cff = subset_cff(open(face), glyphs);
    ASSERT_TRUE(cff);
    EXPECT_LT(cff->size(), 20'000u);
    const std::string file = wrapped(*cff, face, glyphs.size());
    const ReadBack original(view(fonts().file_bytes(face)), fonts().info(face).index_in_file), copy(file, 0);
    const std::array<unsigned, 5> sorted{0, 34, 1200, 40'000, 62'000};
    for (unsigned i = 0; i < sorted.size(); ++i) {
        EXPECT_EQ(copy.outline(i), original.outline(sorted[i])) << sorted[i];
        EXPECT_FALSE(copy.outline(i).empty());
    }
}

TEST(CffSubset, IsTheSameEachTime) {
    const text::FaceId face = face_named("Noto Serif CJK JP");
    const std::vector<text::GlyphId> glyphs{0, 5000, 4999};
    EXPECT_EQ(subset_cff(open(face), glyphs), subset_cff(open(face), glyphs));
}

TEST(CffSubset, RefusesWhatItCannotCut) {
    EXPECT_FALSE(CffFace::open(fonts().file_bytes(face_named("BIZ UDGothic")), 0)) << "no CFF table";
    const text::FaceId noto = face_named("Noto Sans CJK JP");
    const Bytes file = fonts().file_bytes(noto);
    EXPECT_FALSE(CffFace::open(file, 99)) << "a face the collection does not have";
    EXPECT_FALSE(CffFace::open(file.first(4096), 0)) << "a cut file";
    EXPECT_FALSE(subset_cff(open(noto), std::vector<text::GlyphId>{0, 65'535})) << "a glyph the face does not have";
}

}  // namespace
}  // namespace besshi::pdf::tests
