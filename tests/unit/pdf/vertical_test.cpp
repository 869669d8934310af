#include "sample_lists.h"

#include <gmock/gmock.h>

/// Stacked and turned runs as other programs find them in the finished file.
namespace besshi::pdf::tests {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

/// The last run of a page in another stance, `mm` from the left and 50 mm from the top.
draw::GlyphRun& put(draw::Page& page, std::string_view text, draw::Stance stance, double mm) {
    set_text(page, text, {.at = {Length::from_mm(mm), Length::from_mm(50)}, .size = Length::from_pt(20)});
    auto& run = std::get<draw::GlyphRun>(page.marks.back().shape);
    run.stance = stance;
    return run;
}

/// Where poppler finds a word: the four edges in points.
struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
};
Box box_of(const PdfFile& file, std::string_view word) {
    const std::string page = file.ask("pdftotext -bbox {} -");
    const std::size_t end = page.find(">" + std::string(word) + "</word>");
    EXPECT_NE(end, std::string::npos) << page;
    if (end == std::string::npos) return {};
    const std::string_view tag = std::string_view(page).substr(page.rfind("<word", end), 200);
    const auto edge = [&](const std::string& name) { return std::stod(std::string(tag.substr(tag.find(name) + 6))); };
    return {edge("xMin=\""), edge("yMin=\""), edge("xMax=\""), edge("yMax=\"")};
}

TEST(VerticalRuns, AreFoundAsTheWordTheySay) {
    draw::Page page = a4_page();
    put(page, "出席者", draw::Stance::stacked, 30);
    put(page, "横書き", draw::Stance::level, 60);
    const PdfFile file(bytes_of(list_of(page)));
    EXPECT_THAT(file.ask("pdftotext {} -"), HasSubstr("出席者"));
    EXPECT_THAT(file.ask("pdfinfo -struct-text {}"), HasSubstr("\"出席者\""));
    EXPECT_THAT(file.ask("mutool draw -F txt {}"), HasSubstr("横書き"));
    const std::string fonts = file.ask("pdffonts {}");
    EXPECT_THAT(fonts, ContainsRegex("BIZUDGothic-Regular +CID TrueType +Identity-H +yes yes yes"));
    EXPECT_THAT(fonts, ContainsRegex("BIZUDGothic-Regular +CID TrueType +Identity-V +yes yes yes"));
    EXPECT_THAT(file.ask("qpdf --check {}"), HasSubstr("No syntax or stream encoding errors found"));
}

/// Where MuPDF puts the origin of a glyph, in points from the lower left corner. (Poppler's boxes of vertical words lie
/// beside them.)
struct Spot {
    double x = 0, y = 0;
};
Spot origin_of(const PdfFile& file, std::string_view character) {
    const std::string trace = file.ask("mutool trace {}");
    const std::size_t at = trace.find("unicode=\"" + std::string(character) + "\"");
    EXPECT_NE(at, std::string::npos) << trace;
    if (at == std::string::npos) return {};
    const auto coordinate = [&](const std::string& name) {
        return std::stod(trace.substr(trace.find(name, at) + name.size()));
    };
    return {coordinate(" x=\""), coordinate(" y=\"")};
}

TEST(VerticalRuns, HangFromTheirOriginCentred) {
    draw::Page page = a4_page();
    put(page, "出席者", draw::Stance::stacked, 30);
    const PdfFile file(bytes_of(list_of(page)));
    const double middle = Length::from_mm(30).pt(), top = (Length::from_mm(297) - Length::from_mm(50)).pt();
    double down = 0;
    for (const char* character : {"出", "席", "者"}) {
        EXPECT_NEAR(origin_of(file, character).x, middle - 10, 0.02) << character;
        EXPECT_NEAR(origin_of(file, character).y, top - 0.88 * 20 - down, 0.02) << character;
        down += 20;
    }
}

TEST(VerticalRuns, TurnedOnesRunDownFromTheirOrigin) {
    draw::Page page = a4_page();
    put(page, "QOL", draw::Stance::turned, 30);
    const Box box = box_of(PdfFile(bytes_of(list_of(page))), "QOL");
    const double x = Length::from_mm(30).pt(), y = Length::from_mm(50).pt();
    EXPECT_NEAR(box.top, y, 0.1);
    EXPECT_NEAR(box.bottom, y + 30, 0.1);
    EXPECT_LT(box.left, x);
    EXPECT_GT(box.right, x + 10);
}

TEST(VerticalRuns, OfCffFacesConformToo) {
    draw::Page page = a4_page();
    put(page, "汉한", draw::Stance::stacked, 30);
    const PdfFile file(bytes_of(list_of(page)));
    EXPECT_THAT(file.ask("pdffonts {}"), ContainsRegex("CID Type 0C +Identity-V +yes yes yes"));
    EXPECT_THAT(file.ask("pdftotext {} -"), HasSubstr("汉한"));
}

TEST(VerticalRuns, AddAFontOnlyWhereTheyStand) {
    draw::Page page = a4_page();
    put(page, "横書き", draw::Stance::level, 60);
    EXPECT_THAT(PdfFile(bytes_of(list_of(page))).ask("pdffonts {}"), testing::Not(HasSubstr("Identity-V")));
}

}  // namespace
}  // namespace besshi::pdf::tests
