#include "expect_diagnostic.h"
#include "sample_lists.h"
#include "text/text.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

namespace besshi::pdf::tests {
namespace {

std::string output_of(const char* command) {
    std::FILE* pipe = popen(command, "r");
    std::string output;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
    pclose(pipe);
    return output;
}

/// Characters with the given property in Debian's unicode-data. The kanji of JIS X 0213 are those of
/// JIS X 0208 (kJis0) and its own (kJIS0213).
std::set<char32_t> unihan(const std::string& property) {
    const std::string command =
        "bzcat /usr/share/unicode/Unihan_OtherMappings.txt.bz2 | grep -P '\\t" + property + "\\t' | cut -f1";
    std::istringstream names(output_of(command.c_str()));
    std::set<char32_t> characters;
    for (std::string name; names >> name;)
        characters.insert(static_cast<char32_t>(std::stoul(name.substr(2), nullptr, 16)));
    return characters;
}

/// What Unicode's canonical decomposition makes of a character (UnicodeData.txt, field 5), where it differs.
std::set<char32_t> replaced_by_nfc() {
    std::istringstream lines(output_of("grep -P '^(F9|FA|2F[89A])' /usr/share/unicode/UnicodeData.txt"));
    std::set<char32_t> characters;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string code, field;
        std::getline(fields, code, ';');
        for (int i = 0; i < 5; ++i) std::getline(fields, field, ';');
        if (!field.empty() && field.front() != '<')
            characters.insert(static_cast<char32_t>(std::stoul(code, nullptr, 16)));
    }
    return characters;
}

/// 40 characters a line, 35 lines a page.
draw::DrawList pages_of(const std::vector<std::string>& lines, Family family) {
    draw::DrawList list;
    list.title = "字の表";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i % 35 == 0) list.pages.push_back(a4_page());
        const Length y = Length::from_mm(20 + 7.5 * static_cast<double>(i % 35));
        set_text(list.pages.back(), lines[i],
                 {.at = {Length::from_mm(15), y}, .size = Length::from_pt(12), .family = family});
    }
    return list;
}

std::vector<std::string> lines_of(const std::set<char32_t>& characters) {
    std::vector<std::string> lines;
    int n = 0;
    for (const char32_t c : characters) {
        if (n++ % 40 == 0) lines.emplace_back();
        base::append_utf8(lines.back(), c);
    }
    return lines;
}

class Kanji : public testing::TestWithParam<Family> {};

TEST_P(Kanji, OfEveryListPrintsAndIsExtractedUnchanged) {
    std::set<char32_t> all;
    for (const char* property : {"kJoyoKanji", "kJinmeiyoKanji", "kJis0", "kJIS0213"}) all.merge(unihan(property));
    ASSERT_GT(all.size(), 10'000u);
    const std::vector<std::string> lines = lines_of(all);
    const PdfFile file(bytes_of(pages_of(lines, GetParam())));
    EXPECT_TRUE(same_lines(file.lines(), lines));
    EXPECT_THAT(file.ask("qpdf --check {}"), testing::HasSubstr("No syntax or stream encoding errors found"));
}

INSTANTIATE_TEST_SUITE_P(Families, Kanji, testing::Values(Family::gothic, Family::mincho));

TEST(Extraction, KeepsThe57NameKanjiThatNormalizationWouldReplace) {
    const std::set<char32_t> names = unihan("kJinmeiyoKanji"), hazards = replaced_by_nfc();
    std::set<char32_t> both;
    std::ranges::set_intersection(names, hazards, std::inserter(both, both.end()));
    ASSERT_EQ(both.size(), 57u);
    const std::vector<std::string> lines = lines_of(both);
    EXPECT_TRUE(same_lines(PdfFile(bytes_of(pages_of(lines, Family::mincho))).lines(), lines));
}

TEST(Extraction, GivesHardTextsBack) {
    const std::vector<std::string> lines{
        "𠮷野家の𠮷", "葛󠄀城市と葛飾区", "辻󠄀と辻", "김민준", "张伟", "Nguyễn Thị Ánh", "①②③㈱㎡",
        "ABC-123"};
    for (const Family family : {Family::gothic, Family::mincho}) {
        EXPECT_TRUE(same_lines(PdfFile(bytes_of(list_of_lines(lines, family))).lines(), lines));
    }
}

/// A run as the text layer shapes it, all in one line.
void set_shaped(draw::Page& page, const std::string& text, Point at, Length size) {
    const text::StyledRun styled{.text = text};
    const Result<text::ShapedText> shaped = text::shape(fonts(), {&styled, 1}, BreakMode::strict);
    ASSERT_TRUE(shaped) << besshi::tests::list(shaped.error());
    for (const text::ShapedGlyph& glyph : shaped->glyphs) {
        const int em = fonts().info(glyph.face).units_per_em;
        const auto length = [&](std::int32_t units) { return base::scale(size, units, em); };
        auto* run = page.marks.empty() ? nullptr : &std::get<draw::GlyphRun>(page.marks.back().shape);
        if (run == nullptr || run->face != glyph.face || run->origin.y != at.y) {
            draw::GlyphRun fresh;
            fresh.face = glyph.face;
            fresh.size = size;
            fresh.origin = at;
            page.marks.push_back({fresh, {}, {}});
            run = &std::get<draw::GlyphRun>(page.marks.back().shape);
        }
        const auto begin = static_cast<std::uint32_t>(run->text.size());
        run->text += text.substr(glyph.begin, glyph.end - glyph.begin);
        run->glyphs.push_back({glyph.glyph, length(glyph.advance), length(glyph.dx), length(glyph.dy), begin,
                               static_cast<std::uint32_t>(run->text.size())});
        at.x += length(glyph.advance);
    }
}

TEST(Extraction, GivesShapedTextBackCodePointByCodePoint) {
    const std::vector<std::string> lines{"か゚き゚く゚け゚こ゚", "e\u0301cole", "ﾊﾟｿｺﾝ",         "Nguye\u0302\u0303n",
                                         "葛󠄀飾", "一⼀一",      "が\u304B\u3099"};
    draw::Page page = a4_page();
    Length y = Length::from_mm(20);
    for (const std::string& line : lines) {
        set_shaped(page, line, {Length::from_mm(20), y}, Length::from_pt(12));
        y += Length::from_mm(8);
    }
    EXPECT_TRUE(same_lines(PdfFile(bytes_of(list_of(std::move(page)))).lines(), lines));
}

/// The ink of the page `bytes` shows, as poppler rasterises it: rows of grey values.
struct Picture {
    int width = 0, height = 0;
    std::string pixels;

    explicit Picture(std::string_view bytes) {
        std::istringstream pgm(PdfFile(bytes).ask("pdftoppm -r 72 -gray {}"));
        std::string magic;
        int deepest = 0;
        pgm >> magic >> width >> height >> deepest;
        pgm.get();
        pixels.assign(std::istreambuf_iterator<char>(pgm), {});
    }

    int ink_between(int left, int right, int top, int bottom) const {
        int dark = 0;
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x)
                dark += static_cast<unsigned char>(pixels[static_cast<std::size_t>(y * width + x)]) < 128;
        }
        return dark;
    }
};

TEST(Extraction, ShowsInkWhereEachGlyphStands) {
    const std::string text = "支援計画書葛󠄀𠮷张김";
    draw::Page page = a4_page();
    set_text(page, text, {.at = {Length::from_pt(40), Length::from_pt(100)}, .size = Length::from_pt(40)});
    const Picture picture(bytes_of(list_of(std::move(page))));
    ASSERT_EQ(picture.width, 596);
    for (int i = 0; i < 9; ++i) {
        EXPECT_GT(picture.ink_between(40 + 40 * i, 80 + 40 * i, 65, 105), 100) << i;
    }
    EXPECT_EQ(picture.ink_between(0, 38, 0, 842), 0);
    EXPECT_EQ(picture.ink_between(402, 596, 0, 842), 0);
}

}  // namespace
}  // namespace besshi::pdf::tests
