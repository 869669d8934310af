#include "expect_diagnostic.h"
#include "pdf/png_pixels.h"
#include "sample_lists.h"
#include "tiny_pictures.h"

#include <gmock/gmock.h>

/// Images in a PDF as other programs read them back.
namespace besshi::pdf::tests {
namespace {

using namespace besshi::tests;
using testing::ElementsAre;

Rect place(double x, double y) {
    return {Length::from_mm(x), Length::from_mm(y), Length::from_mm(40), Length::from_mm(30)};
}

draw::DrawList list_with(const std::vector<SharedPicture>& pictures) {
    draw::Page page = a4_page();
    double y = 20;
    for (const SharedPicture& picture : pictures) {
        page.marks.push_back({draw::Image{place(20, y), picture, "図"}, {}, draw::ArtifactKind::none});
        y += 40;
    }
    return list_of(std::move(page));
}

/// `width height color components encoding object` of each image that poppler finds.
std::vector<std::string> images_in(const std::string& bytes) {
    std::istringstream table(PdfFile(bytes).ask("pdfimages -list {}"));
    std::vector<std::string> images;
    std::string line;
    for (int i = 0; std::getline(table, line); ++i) {
        if (i < 2) continue;  // the heading
        std::istringstream words(line);
        std::vector<std::string> word;
        for (std::string next; words >> next;) word.push_back(next);
        images.push_back(word.at(3) + "x" + word.at(4) + " " + word.at(5) + " " + word.at(6) + " " + word.at(8) + " #" +
                         word.at(10));
    }
    return images;
}

SharedPicture red_and_nothing() {
    const std::string samples("\xFF\x00\x00\xFF\x00\x00\x00\x00", 8);
    return picture_of(png_of(2, 1, PngColor::rgb_with_alpha, samples), 2, 1, Picture::Color::rgb);
}

TEST(Pictures, OfBothKindsAreReadBackByPoppler) {
    const std::string bytes = bytes_of(list_with({tiny_picture(4, 3), tiny_photo(16, 8), red_and_nothing()}));
    EXPECT_THAT(images_in(bytes),
                ElementsAre(testing::StartsWith("4x3 gray 1 image #"), testing::StartsWith("16x8 gray 1 jpeg #"),
                            testing::StartsWith("2x1 rgb 3 image #")));
}

TEST(Pictures, TheSameTwiceAreOneObject) {
    const auto images = images_in(bytes_of(list_with({tiny_picture(), tiny_photo(), tiny_picture()})));
    ASSERT_EQ(images.size(), 3u);
    EXPECT_EQ(images[0], images[2]);
    EXPECT_NE(images[0], images[1]);
}

TEST(Pictures, AJpegGoesInAsItIs) {
    EXPECT_NE(bytes_of(list_with({tiny_photo()})).find(tiny_photo()->bytes), std::string::npos);
}

TEST(Pictures, APngGivesItsPixels) {
    std::string slope;
    for (int i = 0; i < 12; ++i) slope += static_cast<char>(i * 255 / 12);
    EXPECT_EQ(png_pixels(*tiny_picture(4, 3)), slope);
}

TEST(Pictures, WhatShowsThroughIsWhite) {
    EXPECT_EQ(png_pixels(*red_and_nothing()), std::string("\xFF\x00\x00\xFF\xFF\xFF", 6));
}

TEST(Pictures, StandWhereTheListPutsThem) {
    // One black pixel of 40 × 30 mm at 20, 20 mm: the page is white outside and black inside.
    const std::string black(1, '\0');
    const PdfFile file(
        bytes_of(list_with({picture_of(png_of(1, 1, PngColor::gray, black), 1, 1, Picture::Color::gray)})));
    const auto is_black = [&](int x_mm, int y_mm) {  // at 25.4 dpi a pixel is a millimetre
        const std::string pixel = file.ask("pdftoppm -r 25.4 -gray -x " + std::to_string(x_mm) + " -y " +
                                           std::to_string(y_mm) + " -W 1 -H 1 {} | tail -c 1");
        return pixel == std::string(1, '\0');
    };
    EXPECT_TRUE(is_black(21, 21));
    EXPECT_TRUE(is_black(58, 48));
    EXPECT_FALSE(is_black(18, 30));
    EXPECT_FALSE(is_black(62, 30));
    EXPECT_FALSE(is_black(30, 18));
    EXPECT_FALSE(is_black(30, 52));
}

TEST(Pictures, AreTheSameBytesEveryTimeAndChangeTheFilesIdentity) {
    const std::string one = bytes_of(list_with({tiny_picture(4, 3)}));
    EXPECT_EQ(one, bytes_of(list_with({tiny_picture(4, 3)})));
    const auto identity = [](const std::string& bytes) { return bytes.substr(bytes.find("/ID")); };
    EXPECT_NE(identity(one), identity(bytes_of(list_with({tiny_picture(3, 4)}))));
}

TEST(Pictures, BrokenInsideAreRefused) {
    const auto said = [](std::string bytes, int width) {
        const draw::DrawList list = list_with({picture_of(std::move(bytes), width, 3, Picture::Color::gray)});
        return faults_of(write(with_tree(list), programs(), {}));
    };
    std::string broken = tiny_png(4, 3);
    broken[broken.find("IDAT") + 5] ^= '\x55';
    EXPECT_FIRES("pdf.image.unreadable", said(broken, 4));
    EXPECT_FIRES("pdf.image.unreadable", said(tiny_png(4, 3), 5));  // not what the header said
    EXPECT_SILENT("pdf.image.unreadable", said(tiny_png(4, 3), 4));
}

}  // namespace
}  // namespace besshi::pdf::tests
