#include "pdf/glyf_subset.h"

#include "inflated.h"
#include "pdf/deflate.h"
#include "pdf/glyf_description.h"
#include "read_back.h"
#include "sample_lists.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <thread>

namespace besshi::pdf::tests {
namespace {

std::vector<text::FaceId> glyf_faces() {
    std::vector<text::FaceId> faces;
    for (std::uint8_t i = 0; i < fonts().face_count(); ++i) {
        if (fonts().info({i}).format == text::OutlineFormat::glyf) faces.push_back({i});
    }
    return faces;
}

GlyfFace open(text::FaceId face) {
    return GlyfFace::open(fonts().file_bytes(face), fonts().info(face).index_in_file).value();
}

/// A subset with its file inflated.
struct Subset {
    std::string file;
    std::vector<text::GlyphId> glyphs;
};

std::optional<Subset> subset_of(const GlyfProgram& program, std::span<const text::GlyphId> glyphs) {
    const auto subset = subset_glyf(program, glyphs);
    if (!subset) return std::nullopt;
    return Subset{inflated(subset->deflated, subset->length), subset->glyphs};
}

std::optional<Subset> subset_of(const GlyfFace& face, std::span<const text::GlyphId> glyphs) {
    return subset_of(GlyfProgram(face), glyphs);
}

/// Every fiftieth glyph, in an order of its own.
std::vector<text::GlyphId> sample_glyphs(unsigned glyph_count) {
    std::vector<text::GlyphId> glyphs{0};
    for (unsigned glyph = glyph_count - 1; glyph >= 50; glyph -= 50)
        glyphs.push_back(static_cast<text::GlyphId>(glyph));
    return glyphs;
}

TEST(GlyfSubset, KeepsEveryOutlineAndAdvance) {
    for (const text::FaceId face : glyf_faces()) {
        SCOPED_TRACE(fonts().info(face).postscript_name);
        const ReadBack original(view(fonts().file_bytes(face)), 0);
        const std::vector<text::GlyphId> glyphs = sample_glyphs(original.glyph_count());
        const auto subset = subset_of(open(face), glyphs);
        ASSERT_TRUE(subset);
        const ReadBack copy(subset->file, 0);
        ASSERT_EQ(copy.glyph_count(), subset->glyphs.size());
        ASSERT_EQ(copy.units_per_em(), original.units_per_em());
        ASSERT_TRUE(std::equal(glyphs.begin(), glyphs.end(), subset->glyphs.begin()));
        int inked = 0;
        for (unsigned i = 0; i < subset->glyphs.size(); ++i) {
            ASSERT_EQ(copy.advance(i), original.advance(subset->glyphs[i])) << subset->glyphs[i];
            ASSERT_EQ(copy.outline(i), original.outline(subset->glyphs[i])) << subset->glyphs[i];
            inked += !copy.outline(i).empty();
        }
        EXPECT_GT(inked, 200);
    }
}

TEST(GlyfSubset, BringsThePartsOfComposites) {
    // DejaVu Sans builds its accented letters of parts; 0x00E9 is glyph e plus acute.
    std::ifstream in("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", std::ios::binary);
    std::ostringstream buffer;
    buffer << in.rdbuf();
    const std::string file = buffer.str();
    ASSERT_FALSE(file.empty());
    const ReadBack original(file, 0);
    std::vector<text::GlyphId> glyphs(200);
    std::iota(glyphs.begin() + 1, glyphs.end(), text::GlyphId{100});
    const auto subset = subset_of(GlyfFace::open(std::as_bytes(std::span(file)), 0).value(), glyphs);
    ASSERT_TRUE(subset);
    EXPECT_GT(subset->glyphs.size(), glyphs.size());
    const ReadBack copy(subset->file, 0);
    for (unsigned i = 0; i < subset->glyphs.size(); ++i) {
        ASSERT_EQ(copy.outline(i), original.outline(subset->glyphs[i])) << subset->glyphs[i];
    }
}

struct TableRecord {
    std::uint32_t checksum, offset, length;
};

std::map<std::string, TableRecord> directory(std::string_view file) {
    const Bytes bytes = std::as_bytes(std::span(file));
    std::map<std::string, TableRecord> tables;
    for (std::size_t at = 12; at < 12u + 16u * u16(bytes, 4); at += 16) {
        tables[std::string(file.substr(at, 4))] = {u32(bytes, at + 4), u32(bytes, at + 8), u32(bytes, at + 12)};
    }
    return tables;
}

std::uint32_t sum_of(std::string_view part) {
    std::string padded(part);
    padded.resize((part.size() + 3) / 4 * 4);
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < padded.size(); at += 4) sum += u32(std::as_bytes(std::span(padded)), at);
    return sum;
}

TEST(GlyfSubset, HasSixTablesWithRightChecksums) {
    const text::FaceId face = face_named("BIZ UDGothic");
    const auto subset = subset_of(open(face), std::vector<text::GlyphId>{0, 700, 800, 3});
    ASSERT_TRUE(subset);
    std::string file = subset->file;
    EXPECT_EQ(sum_of(file), 0xB1B0AFBAu);
    const auto tables = directory(file);
    std::vector<std::string> tags;
    for (const auto& [tag, record] : tables) {
        tags.push_back(tag);
        std::string body = file.substr(record.offset, record.length);
        if (tag == "head") put_u32(body, 8, 0);
        EXPECT_EQ(sum_of(body), record.checksum) << tag;
        EXPECT_EQ(record.offset % 4, 0u) << tag;
    }
    EXPECT_THAT(tags, testing::ElementsAre("glyf", "head", "hhea", "hmtx", "loca", "maxp"));
}

TEST(GlyfSubset, DropsInstructions) {
    const text::FaceId face = face_named("BIZ UDGothic");
    const auto subset = subset_of(open(face), std::vector<text::GlyphId>{0, 700});
    ASSERT_TRUE(subset);
    const auto tables = directory(subset->file);
    const Bytes bytes = std::as_bytes(std::span(subset->file));
    const std::size_t glyph = tables.at("glyf").offset + 2u * u16(bytes, tables.at("loca").offset + 2);
    const std::size_t contours = u16(bytes, glyph);
    ASSERT_GT(contours, 0u);
    EXPECT_EQ(u16(bytes, glyph + 10 + 2 * contours), 0);
}

TEST(GlyfSubset, UsesLongOffsetsWhenShortOnesDoNotReach) {
    const text::FaceId face = face_named("BIZ UDMincho");
    std::vector<text::GlyphId> glyphs(3000);
    std::iota(glyphs.begin(), glyphs.end(), text::GlyphId{0});
    const auto subset = subset_of(open(face), glyphs);
    ASSERT_TRUE(subset);
    EXPECT_EQ(directory(subset->file).at("loca").length, 4 * 3001u);
    const ReadBack original(view(fonts().file_bytes(face)), 0), copy(subset->file, 0);
    for (unsigned i = 0; i < 3000; i += 100) EXPECT_EQ(copy.outline(i), original.outline(i));
}

TEST(GlyfSubset, RefusesWhatItCannotCut) {
    EXPECT_FALSE(subset_of(open(face_named("BIZ UDGothic")), std::vector<text::GlyphId>{0, 65'000}))
        << "a glyph the face does not have";
    EXPECT_FALSE(GlyfFace::open(fonts().file_bytes(face_named("BIZ UDGothic")), 1)) << "a face the file does not have";
    EXPECT_FALSE(GlyfFace::open(fonts().file_bytes(face_named("Noto Sans CJK JP")), 0)) << "no glyf table";
}

/// Some of a face's glyphs, .notdef first, none twice, in any order.
std::vector<text::GlyphId> any_glyphs(std::size_t glyph_count) {
    auto glyphs = *rc::gen::unique<std::vector<text::GlyphId>>(
        rc::gen::inRange<text::GlyphId>(1, static_cast<text::GlyphId>(glyph_count)));
    glyphs.insert(glyphs.begin(), 0);
    return glyphs;
}

/// The program is shared by all rounds: what stands in a subset must not depend on those cut before.
RC_GTEST_PROP(GlyfSubset, HoldsAnyGlyphsAndIsTheSameEachTime, ()) {
    static const GlyfFace face = open(face_named("BIZ UDGothic"));
    static const GlyfProgram used(face);
    const std::vector<text::GlyphId> glyphs = any_glyphs(face.glyph_count);
    const auto subset = subset_glyf(used, glyphs);
    RC_ASSERT(subset.has_value());
    RC_ASSERT(subset->deflated == subset_glyf(GlyfProgram(face), glyphs)->deflated);
    const std::string file = inflated(subset->deflated, subset->length);
    RC_ASSERT(sum_of(file) == 0xB1B0AFBAu);
    const GlyfFace copy = GlyfFace::open(std::as_bytes(std::span(file)), 0).value();
    RC_ASSERT(copy.glyph_count == glyphs.size());
    for (text::GlyphId i = 0; i < glyphs.size(); ++i) {
        const Bytes outline = *copy.find_outline(i), original = *face.find_outline(glyphs[i]);
        RC_ASSERT(view(outline) == (original.empty() ? "" : simple_description(original).value()));
        RC_ASSERT(copy.advance(i) == face.advance(glyphs[i]));
        RC_ASSERT(copy.left_side_bearing(i) == face.left_side_bearing(glyphs[i]));
    }
}

TEST(GlyfSubset, IsTheSameFromTwoThreads) {
    const GlyfFace face = open(face_named("BIZ UDMincho"));
    std::vector<text::GlyphId> glyphs(2000);
    std::iota(glyphs.begin(), glyphs.end(), text::GlyphId{0});
    const std::string alone = subset_glyf(GlyfProgram(face), glyphs).value().deflated;
    const GlyfProgram shared(face);
    std::string first, second;
    {
        const std::jthread one([&] { first = subset_glyf(shared, glyphs).value().deflated; });
        const std::jthread other([&] { second = subset_glyf(shared, glyphs).value().deflated; });
    }
    EXPECT_EQ(first, alone);
    EXPECT_EQ(second, alone);
}

/// What libdeflate makes of the same file at level 1, which matches between glyphs, is not much smaller.
TEST(GlyfSubset, IsAtMostAnEighthLargerThanDeflatedAnew) {
    std::vector<text::GlyphId> glyphs(400);
    for (std::size_t i = 0; i < glyphs.size(); ++i) glyphs[i] = static_cast<text::GlyphId>(20 * i);
    const auto subset = subset_glyf(GlyfProgram(open(face_named("BIZ UDGothic"))), glyphs).value();
    const std::string anew = deflate(inflated(subset.deflated, subset.length), Material::outlines, Size::small);
    EXPECT_LT(subset.deflated.size(), anew.size() * 9 / 8);
}

/// A cut file is refused or gives what the whole file gives; it is never read past its end (run with ASan).
TEST(GlyfSubset, IsSafeOnCutAndBentFiles) {
    const Bytes whole = fonts().file_bytes(face_named("BIZ UDGothic"));
    const std::vector<text::GlyphId> glyphs{0, 700, 13'000};
    for (std::size_t size : {std::size_t{0}, std::size_t{11}, std::size_t{12}, std::size_t{100}, whole.size() / 3,
                             whole.size() / 2, whole.size() - 1}) {
        const std::string cut(view(whole.first(size)));
        if (const auto face = GlyfFace::open(std::as_bytes(std::span(cut)), 0)) subset_of(*face, glyphs);
    }
    std::string bent(view(whole));
    std::uint32_t seed = 1;
    for (int round = 0; round < 200; ++round) {
        seed = seed * 1'664'525u + 1'013'904'223u;
        const std::size_t at = seed % 400;
        const char before = std::exchange(bent[at], static_cast<char>(seed >> 24));
        if (const auto face = GlyfFace::open(std::as_bytes(std::span(bent)), 0)) subset_of(*face, glyphs);
        bent[at] = before;
    }
}

}  // namespace
}  // namespace besshi::pdf::tests
