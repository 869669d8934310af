#include "sample_lists.h"

#include <gmock/gmock.h>

#include <thread>

namespace besshi::pdf::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

draw::SignatureField guardian_field() {
    return {{Length::from_mm(100), Length::from_mm(250), Length::from_mm(59.4), Length::from_mm(10.3)},
            "guardian_signature",
            "保護者署名",
            "all"};
}

/// Two pages: glyf and CFF faces, a fill, lines, a field.
draw::DrawList mixed_list() {
    draw::DrawList list = list_of_lines({"利用児氏名　𠮷野", "김민준・张伟・Nguyễn Thị Ánh"});
    draw::Page second = a4_page();
    second.marks.push_back({draw::Fill{{{}, {}, second.width, Length::from_mm(10)}, {0xF2, 0xF2, 0xF2}}, {}, {}});
    second.marks.push_back(
        {draw::Rule{{}, {second.width, Length::from_mm(10)}, Length::from_pt(0.5), form::Stroke::dashed, {}}, {}, {}});
    set_text(second, "本計画書に基づき支援の説明を受け、内容に同意しました。",
             {.at = {Length::from_mm(20), Length::from_mm(30)}, .family = Family::mincho});
    second.marks.push_back({guardian_field(), {}, {}});
    list.pages.push_back(std::move(second));
    return list;
}

TEST(Write, OpensCleanInOtherPrograms) {
    const PdfFile file(bytes_of(mixed_list()));
    EXPECT_THAT(file.ask("qpdf --check {}"), HasSubstr("No syntax or stream encoding errors found"));
    EXPECT_THAT(file.ask("qpdf --check {}"), Not(HasSubstr("WARNING")));
    const std::string mupdf = file.ask("mutool draw -N -F text {}");
    EXPECT_THAT(mupdf, HasSubstr("利用児氏名 𠮷野"));  // mupdf makes U+3000 a space
    EXPECT_THAT(mupdf, HasSubstr("김민준・张伟・Nguyễn Thị Ánh"));
    EXPECT_THAT(mupdf, Not(HasSubstr("error")));
    EXPECT_THAT(mupdf, Not(HasSubstr("warning")));
    EXPECT_EQ(file.ask("pdftoppm -r 20 {} /dev/null"), "");
}

TEST(Write, EmbedsEveryFontAsASubsetWithUnicode) {
    const std::string fonts = PdfFile(bytes_of(mixed_list())).ask("pdffonts {}");
    std::istringstream lines(fonts);
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line);
    int count = 0;
    for (; std::getline(lines, line); ++count) {
        EXPECT_THAT(line, MatchesRegex("[A-Z]{6}\\+[A-Za-z-]+ +CID (TrueType|Type 0C) +Identity-H +yes yes yes .*"));
    }
    EXPECT_EQ(count, 3) << fonts;
}

TEST(Write, SaysWhatTheDocumentIsAndNothingElse) {
    draw::DrawList list = mixed_list();
    const PdfFile file(bytes_of(list, {.created = Date{2025, 4, 1}}));
    const std::string info = file.ask("pdfinfo -isodates {}");
    EXPECT_THAT(info, HasSubstr("Title:           個別支援計画書\n"));
    EXPECT_THAT(info, HasSubstr("Subject:         support-plan 2024-05-17\n"));
    EXPECT_THAT(info, HasSubstr("Producer:        besshi\n"));
    EXPECT_THAT(info, HasSubstr("CreationDate:    2025-04-01"));
    EXPECT_THAT(info, HasSubstr("ModDate:         2025-04-01"));
    EXPECT_THAT(info, HasSubstr("Pages:           2\n"));
    EXPECT_THAT(info, HasSubstr("595.28 x 841.89 pts (A4)"));
    EXPECT_THAT(info, HasSubstr("PDF version:     1.7\n"));
    EXPECT_THAT(info, Not(HasSubstr("Author")));
    EXPECT_THAT(info, Not(HasSubstr("Creator:")));
    EXPECT_THAT(PdfFile(bytes_of(list)).ask("pdfinfo {}"), Not(HasSubstr("Date")));
    const std::string catalog = file.ask("mutool show {} trailer/Root");
    EXPECT_THAT(catalog, HasSubstr("/Lang (ja-JP)"));
    EXPECT_THAT(catalog, HasSubstr("/DisplayDocTitle true"));
    EXPECT_THAT(catalog, HasSubstr("/PrintScaling /None"));
    EXPECT_THAT(catalog, HasSubstr("/Marked true"));
    EXPECT_THAT(catalog, Not(HasSubstr("Duplex")));
    EXPECT_THAT(catalog, Not(HasSubstr("NeedAppearances")));
}

TEST(Write, PutsAnEmptySignatureFieldOverTheLine) {
    const PdfFile file(bytes_of(mixed_list()));
    const std::string signatures = file.ask("pdfsig {}");
    EXPECT_THAT(signatures,
                HasSubstr("Signature Field Name: guardian_signature\n  The signature form field is not signed."));
    EXPECT_THAT(signatures, Not(HasSubstr("Signature #2")));
    EXPECT_THAT(file.ask("mutool show {} trailer/Root"), testing::ContainsRegex("/AcroForm [0-9]+ 0 R"))
        << "what a signature changes is not the catalogue";
    EXPECT_THAT(file.ask("mutool show {} trailer/Root/AcroForm"), HasSubstr("/SigFlags 1"));
    const std::string field = file.ask("mutool show {} trailer/Root/AcroForm/Fields/1");
    EXPECT_THAT(field, HasSubstr("/FT /Sig"));
    EXPECT_THAT(field, HasSubstr("/F 4"));
    EXPECT_THAT(field, HasSubstr("/TU <FEFF4FDD8B7780057F72540D>"));
    EXPECT_THAT(field, HasSubstr("/Rect [ 283.46 104.03 451.84 133.23 ]"));
    EXPECT_THAT(field, Not(HasSubstr("/V ")));
    EXPECT_THAT(file.ask("mutool show {} trailer/Root/AcroForm/Fields/1/Lock"), HasSubstr("/Action /All"));
    EXPECT_THAT(file.ask("mutool show {} trailer/Root/AcroForm/Fields/1/AP/N"), HasSubstr("/BBox [ 0 0 168.38 29.2 ]"));
}

TEST(Write, GivesFieldsOfOneNameNumbers) {
    draw::DrawList list = mixed_list();
    draw::SignatureField again = guardian_field();
    again.rect.y = Length::from_mm(200);
    again.locks = "";
    for (int i = 0; i < 2; ++i) list.pages[0].marks.push_back({again, {}, {}});
    again.name = "guardian_signature_2";
    list.pages[0].marks.push_back({again, {}, {}});
    const PdfFile file(bytes_of(list));
    std::vector<std::string> names;
    for (const char* i : {"1", "2", "3", "4"}) {
        names.push_back(file.ask(std::string("mutool show {} trailer/Root/AcroForm/Fields/") + i + "/T"));
    }
    EXPECT_THAT(names, ElementsAre("(guardian_signature)\n", "(guardian_signature_2)\n", "(guardian_signature_2_2)\n",
                                   "(guardian_signature_3)\n"));
    EXPECT_EQ(file.ask("mutool show {} trailer/Root/AcroForm/Fields/1/Lock"), "null\n");
}

TEST(Write, PlacesWordsWhereTheMarksStand) {
    draw::Page page = a4_page();
    const Length x = Length::from_mm(37.7), y = Length::from_mm(101.3);
    const Length end = set_text(page, "支援目標", {.at = {x, y}, .size = Length::from_pt(10.2)});
    const std::string box = PdfFile(bytes_of(list_of(std::move(page)))).ask("pdftotext -bbox {} -");
    double left = 0, top = 0, right = 0, bottom = 0;
    ASSERT_EQ(std::sscanf(box.c_str() + box.find("<word"), "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">",
                          &left, &top, &right, &bottom),
              4)
        << box;
    EXPECT_NEAR(left, x.pt(), 0.006);
    EXPECT_NEAR(right, end.pt(), 0.006 + 0.0051);
    EXPECT_LT(top, y.pt());
    EXPECT_GT(bottom, y.pt());
}

TEST(Write, GivesTheWidthOfEveryGlyphThatIsNotAnEmWide) {
    draw::Page page = a4_page();
    draw::GlyphRun run;
    run.face = face_named("IPAexGothic");  // proportional Latin letters, 2048 units to the em
    run.size = Length::from_pt(12);
    run.origin = {Length::from_mm(20), Length::from_mm(20)};
    for (const char letter : {'A', 'V', 'i', 'l'}) {
        const text::GlyphId glyph = fonts().find_glyph(run.face, static_cast<char32_t>(letter)).value();
        const auto at = static_cast<std::uint32_t>(run.text.size());
        run.text += letter;
        run.glyphs.push_back({glyph, face_advance(run.face, glyph, run.size), {}, {}, at, at + 1});
    }
    page.marks.push_back({run, {}, {}});
    const PdfFile file(bytes_of(list_of(std::move(page))));
    std::istringstream array(file.ask("mutool show {} pages/1/Resources/Font/F1/DescendantFonts/1/W"));
    std::string bracket;
    int code = -1;
    array >> bracket >> code >> bracket;
    double width = -1;
    EXPECT_EQ(code, 1);
    for (const draw::Glyph& glyph : run.glyphs) {
        array >> width;
        EXPECT_NEAR(width, fonts().advance(run.face, glyph.glyph) * 1000.0 / fonts().info(run.face).units_per_em,
                    0.0006);
    }
}

TEST(Write, GivesTheSameBytesEachTimeAndFromEveryThread) {
    const draw::DrawList list = mixed_list();
    for (const Size size : {Size::small, Size::fast}) {
        const std::string once = bytes_of(list, {.size = size});
        std::vector<int> same(4);
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 10; ++i)
                    same[static_cast<std::size_t>(t)] += bytes_of(list, {.size = size}) == once;
            });
        }
        for (std::thread& thread : threads) thread.join();
        EXPECT_THAT(same, ElementsAre(10, 10, 10, 10));
    }
}

TEST(Write, HasAnotherIdWhenOnlyTheContentDiffers) {
    const auto id = [](const std::string& line) {
        return PdfFile(bytes_of(list_of_lines({line}))).ask("mutool show {} trailer/ID");
    };
    EXPECT_EQ(id("支援"), id("支援"));
    EXPECT_NE(id("支援"), id("目標"));
    EXPECT_NE(id("支援"), id("支援。"));
}

TEST(Write, TagsSubsetsByTheirGlyphs) {
    const auto name = [](const std::string& line) {
        return PdfFile(bytes_of(list_of_lines({line}))).ask("mutool show {} pages/1/Resources/Font/F1/BaseFont");
    };
    EXPECT_EQ(name("支援"), name("支援支援"));
    EXPECT_NE(name("支援"), name("援支"));
}

TEST(Write, SavesTimeOrSpaceAsAsked) {
    const draw::DrawList list = mixed_list();
    const std::string small = bytes_of(list, {.size = Size::small}), fast = bytes_of(list, {.size = Size::fast});
    EXPECT_LT(small.size(), fast.size());
    EXPECT_TRUE(same_lines(PdfFile(small).lines(), PdfFile(fast).lines()));
}

}  // namespace
}  // namespace besshi::pdf::tests
