#include "sample_reading.h"
#include "tiny_pictures.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

/// Images of a case: which files they may be in, and what those must hold.
namespace besshi::plan::tests {
namespace {

using namespace besshi::tests;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view family_tree = "basic_info.family_tree.image";

std::string case_with_images(const std::string& tree, const std::string& map = {}) {
    return nlohmann::json{{"basic_info", {{"family_tree", {{"image", tree}}}, {"eco_map", {{"image", map}}}}}}.dump();
}

/// A case whose one image stands in the file 図.png of these bytes.
Result<CaseDocument> read_image(std::string bytes) {
    auto document = read_case(case_with_images("図.png"));
    if (!document) return document;
    return with_images(std::move(*document), {{"図.png", std::move(bytes)}});
}

const Image& image_at(const CaseDocument& document, std::string_view name) {
    return std::get<Image>(document.find(nullptr, name, std::nullopt)->content);
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t bits = 0;
        for (std::size_t i = at; i < at + 3; ++i)
            bits = bits << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0);
        for (int shift = 18; shift >= 0; shift -= 6) text += letters[bits >> shift & 63];
    }
    const std::size_t padding = (3 - bytes.size() % 3) % 3;
    return text.replace(text.size() - padding, padding, padding, '=');
}

TEST(Images, OfFilesAreNamedThenGiven) {
    auto document = read_case(case_with_images("図/family.png", "map.jpg"));
    ASSERT_TRUE(document) << list(document.error());
    EXPECT_THAT(image_files(*document), ElementsAre("map.jpg", "図/family.png"));
    EXPECT_EQ(image_at(*document, family_tree).picture, nullptr);

    const auto whole =
        with_images(std::move(*document), {{"図/family.png", tiny_png(4, 3)}, {"map.jpg", tiny_jpeg(24, 16, 3)}});
    ASSERT_TRUE(whole) << list(whole.error());
    const Picture& tree = *image_at(*whole, family_tree).picture;
    EXPECT_EQ(tree.format, Picture::Format::png);
    EXPECT_EQ(tree.color, Picture::Color::gray);
    EXPECT_EQ(tree.width, 4);
    EXPECT_EQ(tree.height, 3);
    EXPECT_EQ(tree.bytes, tiny_png(4, 3));
    EXPECT_EQ(tree.sha256, base::sha256_hex(tree.bytes));
    const Picture& map = *image_at(*whole, "basic_info.eco_map.image").picture;
    EXPECT_EQ(map.format, Picture::Format::jpeg);
    EXPECT_EQ(map.color, Picture::Color::rgb);
    EXPECT_EQ(map.width, 24);
    EXPECT_EQ(map.height, 16);
}

TEST(Images, InTheCaseItselfNeedNoFile) {
    for (const std::string& bytes : {tiny_png(4, 3), tiny_png(5, 3), tiny_png(6, 3), tiny_jpeg()}) {
        const auto document = read_case(case_with_images("data:image/png;base64," + base64(bytes)));
        ASSERT_TRUE(document) << list(document.error());
        EXPECT_THAT(image_files(*document), IsEmpty());
        EXPECT_EQ(image_at(*document, family_tree).picture->bytes, bytes);
    }
}

TEST(Images, AFileNamedTwiceIsOnePicture) {
    auto document = read_case(case_with_images("図.png", "図.png"));
    ASSERT_TRUE(document);
    EXPECT_THAT(image_files(*document), ElementsAre("図.png"));
    const auto whole = with_images(std::move(*document), {{"図.png", tiny_png()}});
    ASSERT_TRUE(whole);
    EXPECT_EQ(image_at(*whole, family_tree).picture, image_at(*whole, "basic_info.eco_map.image").picture);
}

TEST(Images, ChangeTheHashOfWhatACaseWasReadFrom) {
    const std::string one = read_image(tiny_png(4, 3))->sha256, other = read_image(tiny_png(5, 3))->sha256;
    EXPECT_NE(one, other);
    EXPECT_EQ(one, read_image(tiny_png(4, 3))->sha256);
    EXPECT_EQ(one.size(), 64u);
    auto without = read_case(R"({"case_number": "K-1"})");
    const std::string alone = without->sha256;
    EXPECT_EQ(with_images(std::move(*without), {})->sha256, alone);
}

TEST(Images, StandInTheDumpWithTheirSizes) {
    EXPECT_THAT(dump(*read_image(tiny_png(4, 3))), testing::HasSubstr("/basic_info/family_tree/image image png 4x3 "));
}

// ── what is refused ──

TEST(Images, StayInTheFolderOfTheCase) {
    for (const char* name : {"/etc/図.png", "../図.png", "a/../図.png", "./図.png", "a//図.png", "a/", "C:\\図.png",
                             "a\\図.png", "https://example.com/図.png", "図\n.png", "図?.png"}) {
        EXPECT_FIRES("plan.image.name", said(read_case(case_with_images(name)))) << name;
    }
    EXPECT_FIRES("plan.image.name", said(read_case(case_with_images(std::string(256, 'a')))));
    for (const std::string& name :
         {std::string("図.png"), std::string("a/b/図 1.png"), std::string("..png"), std::string(255, 'a')})
        EXPECT_SILENT("plan.image.name", said(read_case(case_with_images(name)))) << name;
}

TEST(Images, MissingFilesAreFaultsAtTheirPlace) {
    auto document = read_case(case_with_images("図.png"));
    ASSERT_TRUE(document);
    const auto missing = with_images(std::move(*document), {{"別の図.png", tiny_png()}});
    EXPECT_FIRES("plan.image.missing", faults_of(missing));
    EXPECT_EQ(missing.error().front().origin.pointer, "/basic_info/family_tree/image");
    EXPECT_EQ(base::to_line(missing.error().front()).find("図.png"), std::string::npos);  // it may be a name
    EXPECT_SILENT("plan.image.missing", said(read_image(tiny_png())));
}

TEST(Images, InTheCaseItselfAreBase64) {
    const std::string good = base64(tiny_png());
    for (const std::string& uri :
         {"data:image/png," + good, "data:image/png;base64" + good, std::string("data:image/png;base64,"),
          "data:image/png;base64," + good + "A", "data:image/png;base64,!" + good.substr(1),
          "data:image/png;base64,=" + good.substr(1)}) {
        EXPECT_FIRES("plan.image.uri", said(read_case(case_with_images(uri)))) << uri;
    }
    EXPECT_SILENT("plan.image.uri", said(read_case(case_with_images("data:image/png;base64," + good))));
}

TEST(Images, AreTexts) {
    EXPECT_FIRES("plan.value.wrong_type", said(read_case(R"({"basic_info": {"family_tree": {"image": 5}}})")));
}

TEST(Images, AreOnlyPngAndPlainJpeg) {
    const auto found = [](std::string bytes) { return said(read_image(std::move(bytes))); };
    const std::pair<std::string, std::string> others[] = {{"GIF89a……", "GIF"},
                                                          {std::string("RIFF\0\0\0\0WEBPVP8 ", 16), "WebP"},
                                                          {std::string("\0\0\0\x18"
                                                                       "ftypheic",
                                                                       12),
                                                           "HEIC"},
                                                          {"%PDF-1.7", "PDF"},
                                                          {"こんにちは", "PNG でも JPEG でもない"},
                                                          {"", "PNG でも JPEG でもない"},
                                                          {tiny_jpeg(8, 8, 4), "CMYK"}};
    for (const auto& [bytes, name] : others) {
        EXPECT_FIRES("plan.image.unsupported", found(bytes)) << name;
        EXPECT_NE(found(bytes).front().sentence.find(name), std::string::npos) << name;
    }
    std::string lossless = tiny_jpeg();
    lossless[lossless.find("\xFF\xC0") + 1] = '\xC3';
    EXPECT_FIRES("plan.image.unsupported", found(lossless));
    std::string progressive = tiny_jpeg();
    progressive[progressive.find("\xFF\xC0") + 1] = '\xC2';
    EXPECT_SILENT("plan.image.unsupported", found(progressive));
    EXPECT_SILENT("plan.image.unsupported", found(tiny_jpeg(8, 8, 3)));
}

TEST(Images, CutOffAnywhereAreBroken) {
    for (const std::string& whole : {tiny_png(), tiny_jpeg(16, 8, 3, exif_segment(1))}) {
        for (std::size_t length = 8; length < whole.size(); ++length)
            EXPECT_FIRES("plan.image.broken", said(read_image(whole.substr(0, length)))) << length;
        EXPECT_SILENT("plan.image.broken", said(read_image(whole)));
        EXPECT_SILENT("plan.image.broken", said(read_image(whole + "trailing bytes")));
    }
    EXPECT_FIRES("plan.image.broken", said(read_image(tiny_jpeg(0, 8))));
}

/// As large as its header says and holding nothing: the reader looks at no pixels.
std::string png_with_size(std::uint32_t width, std::uint32_t height) {
    return "\x89PNG\r\n\x1A\n" + png_header(width, height, PngColor::gray) + png_chunk("IDAT", "") +
           png_chunk("IEND", "");
}

TEST(Images, HaveLimits) {
    for (const auto& [width, height] : {std::pair(8001u, 1u), std::pair(1u, 8001u), std::pair(5001u, 5000u)})
        EXPECT_FIRES("plan.image.too_large", said(read_image(png_with_size(width, height))));
    for (const auto& [width, height] : {std::pair(8000u, 1u), std::pair(1u, 8000u), std::pair(5000u, 5000u)})
        EXPECT_SILENT("plan.image.too_large", said(read_image(png_with_size(width, height))));
    const std::string padding(largest_image_bytes - tiny_png().size(), ' ');
    EXPECT_FIRES("plan.image.too_large", said(read_image(tiny_png() + padding + ' ')));
    EXPECT_SILENT("plan.image.too_large", said(read_image(tiny_png() + padding)));
}

TEST(Images, PhotosStandUpright) {
    for (std::uint32_t orientation = 2; orientation <= 8; ++orientation)
        EXPECT_FIRES("plan.image.turned", said(read_image(tiny_jpeg(16, 8, 1, exif_segment(orientation)))));
    EXPECT_SILENT("plan.image.turned", said(read_image(tiny_jpeg(16, 8, 1, exif_segment(1)))));
    EXPECT_SILENT("plan.image.turned", said(read_image(tiny_jpeg())));
}

RC_GTEST_PROP(Images, NoBytesEverStopTheReader, ()) {
    std::string bytes = *rc::gen::element(tiny_png(), tiny_jpeg(16, 8, 3, exif_segment(1)));
    const int changes = *rc::gen::inRange(1, 6);
    for (int i = 0; i < changes; ++i) {
        const auto at = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(bytes.size())));
        bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    }
    const auto read = read_image(bytes);
    if (!read) return;
    const Picture& picture = *image_at(*read, family_tree).picture;
    RC_ASSERT(picture.width >= 1 && picture.width <= 8000);
    RC_ASSERT(picture.height >= 1 && picture.height <= 8000);
}

}  // namespace
}  // namespace besshi::plan::tests
