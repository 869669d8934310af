#include "expect_diagnostic.h"
#include "fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

namespace besshi::text::tests {
namespace {

using besshi::tests::faults_of;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == text.npos) throw std::runtime_error("nothing to replace");
    return text.replace(at, from.size(), to);
}

Diagnostics faults_of_manifest(const std::string& toml) {
    return faults_of(FontSet::load(toml, "manifest.toml"));
}

TEST(FontSet, LoadsTheManifestOfTheProject) {
    EXPECT_EQ(fonts().face_count(), 10U);
    for (const Family family : {Family::gothic, Family::mincho}) {
        for (const Weight weight : {Weight::regular, Weight::bold}) EXPECT_GE(fonts().chain(family, weight).size(), 3U);
    }
}

TEST(FontSet, TellsWhatWritersNeedOfAFace) {
    const FaceInfo& gothic = fonts().info(face_named("bizud-gothic"));
    EXPECT_EQ(gothic.name, "BIZ UDGothic");
    EXPECT_EQ(gothic.postscript_name, "BIZUDGothic-Regular");
    EXPECT_EQ(gothic.package, "fonts-morisawa-bizud-gothic");
    EXPECT_THAT(gothic.version, testing::HasSubstr("1.05"));
    EXPECT_EQ(gothic.format, OutlineFormat::glyf);
    EXPECT_EQ(gothic.units_per_em, 2048);
    EXPECT_GT(gothic.ascent, 1700);
    EXPECT_LT(gothic.descent, -200);
    EXPECT_GT(gothic.cap_height, 1300);
    EXPECT_LT(gothic.bbox[1], 0);
    EXPECT_FALSE(gothic.serif);

    const FaceInfo& noto = fonts().info(face_named("noto-serif"));
    EXPECT_EQ(noto.postscript_name, "NotoSerifCJKjp-Regular");
    EXPECT_EQ(noto.format, OutlineFormat::cff);
    EXPECT_EQ(noto.units_per_em, 1000);
    EXPECT_TRUE(noto.serif);
}

TEST(FontSet, MapsTheWholeFile) {
    const FaceId noto = face_named("noto-sans");
    EXPECT_EQ(fonts().file_bytes(noto).size(), std::filesystem::file_size(fonts().info(noto).file));
}

TEST(FontSet, AdvancesAreHalfAndFullWidth) {
    const FaceId gothic = face_named("bizud-gothic");
    EXPECT_EQ(fonts().advance(gothic, *fonts().find_glyph(gothic, U'あ')), 2048);
    EXPECT_EQ(fonts().advance(gothic, *fonts().find_glyph(gothic, U'A')), 1024);
}

TEST(FontSet, FindsOnlyGlyphsThatAreThere) {
    const FaceId gothic = face_named("bizud-gothic");
    EXPECT_TRUE(fonts().find_glyph(gothic, U'葛'));
    EXPECT_FALSE(fonts().find_glyph(gothic, U'𠮷'));
    EXPECT_TRUE(fonts().find_glyph(face_named("noto-sans"), U'𠮷'));
    EXPECT_FALSE(fonts().find_glyph(gothic, 0x110000));
}

// IPAmj has the kanji and its own selectors, but not this pair: no silent fall back to the base glyph.
TEST(FontSet, AsksForTheVeryVariationPair) {
    const FaceId gothic = face_named("bizud-gothic"), mj = face_named("ipamj-mincho");
    ASSERT_TRUE(fonts().find_glyph(gothic, U'葛', 0xE0100));
    EXPECT_NE(*fonts().find_glyph(gothic, U'葛', 0xE0100), *fonts().find_glyph(gothic, U'葛'));
    EXPECT_TRUE(fonts().find_glyph(mj, U'葛'));
    EXPECT_FALSE(fonts().find_glyph(mj, U'葛', 0xE0100));
}

TEST(FontSet, OpensFacesFromSeveralThreads) {
    const FontSet own = FontSet::load(manifest_toml(), "manifest.toml").value();
    std::vector<std::optional<GlyphId>> found(8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < found.size(); ++i) {
            threads.emplace_back(
                [&, i] { found[i] = own.find_glyph(FaceId{static_cast<std::uint8_t>(i % 4)}, U'髙'); });
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i], fonts().find_glyph(FaceId{static_cast<std::uint8_t>(i % 4)}, U'髙'));
    }
}

TEST(FontSetFaults, MalformedManifest) {
    const Diagnostics faults = faults_of_manifest(replaced(manifest_toml(), "index = 0", "index = "));
    EXPECT_FIRES("text.manifest.malformed", faults);
    EXPECT_GT(faults.front().origin.line, 10);
    EXPECT_SILENT("text.manifest.malformed", faults_of_manifest(replaced(manifest_toml(), "index = 0", "index = 1")));
}

TEST(FontSetFaults, IncompleteManifestNamesEveryHole) {
    std::string toml = replaced(manifest_toml(), "family = \"gothic\"", "family = \"gothik\"");
    toml = replaced(toml, "licence = \"OFL-1.1\"", "");
    toml = replaced(toml, "\"noto-sans\", \"ipamj-mincho\"]", "\"noto-sans\", \"ipamj\"]");
    const Diagnostics faults = faults_of_manifest(toml);
    EXPECT_FIRES("text.manifest.incomplete", faults);
    EXPECT_EQ(faults.size(), 3U) << besshi::tests::list(faults);
    EXPECT_SILENT("text.manifest.incomplete", faults_of_manifest(manifest_toml()));
    EXPECT_FIRES("text.manifest.incomplete", faults_of_manifest(""));
}

TEST(FontSetFaults, MissingFileNamesItsPackage) {
    const Diagnostics faults = faults_of_manifest(replaced(manifest_toml(), "ipaexg.ttf", "ipaexg2.ttf"));
    EXPECT_FIRES("text.font.missing", faults);
    EXPECT_THAT(faults.front().hint, testing::HasSubstr("fonts-ipaexfont-gothic"));
    EXPECT_EQ(faults.front().failure, Failure::environment);
    EXPECT_SILENT("text.font.missing", faults_of_manifest(manifest_toml()));
}

TEST(FontSetFaults, FileOfAnotherSize) {
    EXPECT_FIRES("text.font.changed", faults_of_manifest(replaced(manifest_toml(), "6_099_900", "6_099_901")));
    EXPECT_SILENT("text.font.changed", faults_of_manifest(manifest_toml()));
}

TEST(FontSetFaults, FileOfAnotherHash) {
    const auto changed = FontSet::load(replaced(manifest_toml(), "3b9955a5", "3b9955a6"), "manifest.toml");
    ASSERT_TRUE(changed);
    const Diagnostics faults = changed->verify();
    EXPECT_FIRES("text.font.changed", faults);
    EXPECT_EQ(faults.size(), 1U);
    EXPECT_SILENT("text.font.changed", fonts().verify());
}

}  // namespace
}  // namespace besshi::text::tests
