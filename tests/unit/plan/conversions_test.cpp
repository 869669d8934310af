#include "unit/plan/sample_reading.h"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <memory>
#include <set>

namespace besshi::plan {
namespace {

using namespace tests;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> notes_for(const std::string& text) {
    return codes(said(read_case(case_with_remarks(text))));
}

/// Rows of tab-separated code points of tests/spec/`name`.
std::vector<std::vector<char32_t>> code_point_rows(const std::string& name) {
    std::vector<std::vector<char32_t>> rows;
    std::istringstream lines(file_text("tests/spec/" + name));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream cells(line);
        std::vector<char32_t>& row = rows.emplace_back();
        for (std::uint32_t value = 0; cells >> std::hex >> value;) row.push_back(value);
    }
    return rows;
}

std::string utf8(std::initializer_list<char32_t> characters) {
    std::string text;
    for (const char32_t c : characters) base::append_utf8(text, c);
    return text;
}

TEST(Conversions, CrLfBecomesLf) {
    EXPECT_EQ(read_remarks("一\r\n二\r\n\r\n三"), "一\n二\n\n三");
    EXPECT_THAT(notes_for("一\r\n二"), ElementsAre("plan.text.line_ends_converted"));
    EXPECT_THAT(notes_for("一\n二"), IsEmpty());
}

TEST(Conversions, SeparateVoicingMarksAreComposed) {
    EXPECT_EQ(read_remarks("か\u3099んばる　は\u309Aん　う\u3099"), "がんばる　ぱん　ゔ");
    EXPECT_THAT(notes_for("か\u3099"), ElementsAre("plan.text.kana_composed"));
    EXPECT_THAT(notes_for("が"), IsEmpty());
}

/// tests/spec/kana_composition.tsv holds every pair Unicode composes; no other pair changes.
TEST(Conversions, KanaAreComposedExactlyAsUnicodeComposesThem) {
    std::map<std::pair<char32_t, char32_t>, char32_t> composed;
    for (const auto& row : code_point_rows("kana_composition.tsv")) composed[{row.at(0), row.at(1)}] = row.at(2);
    EXPECT_EQ(composed.size(), 58u);
    for (char32_t base = 0x3041; base <= 0x30FF; ++base) {
        if (base >= 0x3097 && base <= 0x309A) continue;  // unassigned, and the marks themselves
        for (const char32_t mark : {U'\u3099', U'\u309A'}) {
            const auto found = composed.find({base, mark});
            const std::string expected = found == composed.end() ? utf8({base, mark}) : utf8({found->second});
            EXPECT_EQ(read_remarks(utf8({base, mark})), expected) << base::code_point_name(base);
        }
    }
}

TEST(Conversions, InvisibleCharactersAreDropped) {
    EXPECT_EQ(read_remarks("一\u200B二\uFEFF三"), "一二三");
    EXPECT_THAT(notes_for("一\u200B二"), ElementsAre("plan.text.invisible_dropped"));
    EXPECT_THAT(notes_for("一二"), IsEmpty());
    const auto only = read_case(case_with_remarks("\u200B"));
    ASSERT_TRUE(only);
    EXPECT_EQ(only->find(nullptr, "support_plan.remarks", std::nullopt), nullptr);
}

TEST(Conversions, FullWidthDigitsOnlyInDigitFields) {
    const auto certificate = [](std::string_view number) {
        return read_case("{\"certificates\":[{\"number\":\"" + std::string(number) + "\"}]}");
    };
    const auto converted = certificate("１３20000４１７");
    ASSERT_TRUE(converted) << besshi::tests::list(converted.error());
    EXPECT_EQ(text_at(*converted, "certificate.number"), "1320000417");
    EXPECT_THAT(codes(converted->notes), ElementsAre("plan.text.digits_converted"));
    EXPECT_THAT(codes(certificate("1320000417")->notes), IsEmpty());
    EXPECT_EQ(read_remarks("３年生は、１時間"), "３年生は、１時間");
}

TEST(Conversions, NotesCountAndNameTheField) {
    const auto result = read_case(case_with_remarks("か\u3099き\u3099"));
    ASSERT_TRUE(result);
    ASSERT_EQ(result->notes.size(), 1u);
    EXPECT_EQ(result->notes.front().severity, Severity::note);
    EXPECT_EQ(result->notes.front().origin.pointer, "/support_plan/remarks");
    EXPECT_THAT(result->notes.front().sentence, ::testing::HasSubstr("2 字"));
}

TEST(Conversions, WhatLooksAlikeStays) {
    for (const std::string text : {
             "ｶﾞｲﾄﾞ・ﾍﾙﾊﾟｰ",                               // half-width kana with their own marks
             "ｶ\u3099",                                    // no such pair
             "あ\u3099 か\u309A 神\u3099",                 // nothing to compose to
             "が\u3099",                                   // composed already
             "\u00A0\u2060",                               // no break
             "14:30～17:30 / 14:30〜17:30",                // U+FF5E and U+301C
             "-－−‐–—―ーｰ",                                // nine dashes
             "①⑳ⅠⅣⅳ㈱㍻㋿㌔㎏℃№℡½",  // NFKC would take them apart
             "ＡＢＣ１２３　全角",
             "é e\u0301 Nguyễn Thị Ánh",  // composed and not: Latin is left alone
             "葛\U000E0100 辻\U000E0100 邉\U000E0101",
             "\U00020BB7\U0002000B\U00029E3D\U00020B9F",
             "\uFA11\uFA0E\uFA0F\uF9DC",
             "{{child.display_name}} {{{x}}} <b>&amp;</b> =1+1",
             "  前後の空白  ",
             "　字下げ",
         }) {
        EXPECT_EQ(read_remarks(text), text);
        EXPECT_THAT(notes_for(text), IsEmpty()) << text;
    }
}

/// Reading again what was read says nothing and changes nothing.
TEST(Conversions, AreMadeOnce) {
    for (const std::string text : {"か\u200B\u3099", "一\r\n\r\n二", "は\u309Aは\u3099", "\uFEFF\uFEFF一"}) {
        const std::string once = read_remarks(text);
        EXPECT_EQ(read_remarks(once), once);
        EXPECT_THAT(notes_for(once), IsEmpty());
    }
}

/// The lines of a command's output.
std::string output_of(const char* command) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command, "r"), pclose);
    std::string text;
    std::array<char, 1 << 16> buffer{};
    for (std::size_t got; (got = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;)
        text.append(buffer.data(), got);
    return text;
}

std::string debian_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

TEST(Conversions, TheTableOfKanjiThatNfcReplacesIsWhole) {
    std::map<unsigned long, unsigned long> replaced;  // canonical decompositions to one character
    std::istringstream data(debian_file("/usr/share/unicode/UnicodeData.txt"));
    for (std::string line; std::getline(data, line);) {
        std::vector<std::string> cells;
        std::istringstream fields(line);
        for (std::string cell; std::getline(fields, cell, ';');) cells.push_back(cell);
        if (cells.size() < 6 || cells[5].empty() || cells[5].find_first_of("< ") != std::string::npos) continue;
        replaced[std::stoul(cells[0], nullptr, 16)] = std::stoul(cells[5], nullptr, 16);
    }
    std::vector<std::vector<char32_t>> expected;
    std::istringstream kanji(output_of("bzcat /usr/share/unicode/Unihan_OtherMappings.txt.bz2 | grep kJinmeiyoKanji"));
    for (std::string line; std::getline(kanji, line);) {
        if (line.front() == '#') continue;
        const auto found = replaced.find(std::stoul(line.substr(2), nullptr, 16));
        if (found != replaced.end())
            expected.push_back({static_cast<char32_t>(found->first), static_cast<char32_t>(found->second)});
    }
    EXPECT_EQ(expected.size(), 57u);
    EXPECT_EQ(code_point_rows("jinmeiyo_nfc.tsv"), expected);
}

TEST(Conversions, TheKanjiThatNfcReplacesComeOutAsTheyWentIn) {
    for (const auto& row : code_point_rows("jinmeiyo_nfc.tsv")) {
        const std::string name = utf8({row.at(0)});
        const auto result = read_case(nlohmann::json{{"child", {{"names", {{{"display_name", name}}}}}}}.dump());
        ASSERT_TRUE(result);
        EXPECT_EQ(text_at(*result, "child.display_name"), name) << base::code_point_name(row.at(0));
        EXPECT_THAT(result->notes, IsEmpty());
    }
}

}  // namespace
}  // namespace besshi::plan
