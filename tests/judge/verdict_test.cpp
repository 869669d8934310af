#include "judge/verdict.h"
#include "judge/spaces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// The judge itself: one line that breaks a rule for each rule, and the same line mended.
namespace besshi::tests {
namespace {

using testing::IsEmpty;
using testing::Key;
using testing::UnorderedElementsAre;

constexpr double size = 10, left = 100;

/// Glyphs as wide as those of BIZ UD, with ink a tenth of an em inside the body.
Shown glyph_of(char32_t c) {
    Shown glyph;
    glyph.text = std::u32string(1, c);
    glyph.size = size;
    glyph.width = c < 0x80 || (c >= 0xFF61 && c <= 0xFF9F) ? size / 2 : size;
    return glyph;
}

void move_to(Shown& glyph, double x) {
    glyph.x = x;
    if (is_white(glyph.text.front())) return;
    glyph.ink = {x + size * (0.1 + blank_before(glyph)), x + glyph.width - size * (0.1 + blank_after(glyph))};
}

/// Lines with every space natural.
std::vector<Shown> set(const std::vector<std::u32string>& lines) {
    std::vector<Shown> glyphs;
    double y = 500;
    for (const std::u32string& line : lines) {
        double pen = left;
        for (std::size_t i = 0; i < line.size(); ++i) {
            Shown glyph = glyph_of(line[i]);
            glyph.y = y;
            if (i == 0) {
                pen -= blank_before(glyph) * size;
            } else if (const auto bounds = find_space_bounds(glyphs.back(), glyph)) {
                pen += (bounds->natural - blank_after(glyphs.back()) - blank_before(glyph)) * size;
            }
            move_to(glyph, pen);
            pen += glyph.width;
            glyphs.push_back(glyph);
        }
        y -= size * 1.25;
    }
    return glyphs;
}

enum class Setting { ragged, justified };

struct Case {
    std::vector<std::u32string> lines;
    double measure = 4;  ///< em
    Setting setting = Setting::ragged;
    std::vector<LineEnd> ends{};  ///< none: all ordinary
};

Record judged(const Case& asked, std::vector<Shown> glyphs) {
    Column column;
    for (const std::u32string& line : asked.lines) column.text += line;
    column.left = left;
    column.right = left + asked.measure * size;
    if (asked.setting == Setting::justified) column.justified_to = column.right;
    std::vector<LineEnd> ends = asked.ends;
    ends.resize(asked.lines.size());
    Record record;
    judge(column, glyphs, ends, record);
    return record;
}

std::map<std::string, std::size_t> faults_of(const Case& asked) {
    return judged(asked, set(asked.lines)).faults;
}

TEST(Verdict, AGoodTextHasNoFault) {
    EXPECT_THAT(faults_of({{U"あいう、", U"「えお」", U"か10回", U"（き）…"}}), IsEmpty());
}

TEST(Verdict, LineStarts) {
    EXPECT_THAT(faults_of({{U"あいう", U"、え"}}), UnorderedElementsAre(Key("line start")));
    EXPECT_THAT(faults_of({{U"あいう、", U"え"}}), IsEmpty());
    EXPECT_THAT(faults_of({{U"コミュニケ", U"ーション"}, 6}), UnorderedElementsAre(Key("line start")));
    EXPECT_THAT(faults_of({{U"あい　", U"――"}}), IsEmpty()) << "a dash behind a space";
}

TEST(Verdict, LineEnds) {
    EXPECT_THAT(faults_of({{U"あい「", U"う」"}}), UnorderedElementsAre(Key("line end")));
    EXPECT_THAT(faults_of({{U"あい", U"「う」"}}), IsEmpty());
    EXPECT_THAT(faults_of({{U"あ①", U"い"}}), UnorderedElementsAre(Key("line end")));
    EXPECT_THAT(faults_of({{U"あ①", U"②"}}), IsEmpty());
}

TEST(Verdict, WhatBelongsTogether) {
    EXPECT_THAT(faults_of({{U"あい1", U"2"}}), UnorderedElementsAre(Key("torn")));
    EXPECT_THAT(faults_of({{U"あい12", U"回"}}), UnorderedElementsAre(Key("torn")));
    EXPECT_THAT(faults_of({{U"PE", U"CS"}}), UnorderedElementsAre(Key("torn")));
    EXPECT_THAT(faults_of({{U"あい12", U"の"}}), IsEmpty());
    EXPECT_THAT(faults_of({{U"PE", U"CS"}, 4, Setting::ragged, {LineEnd::emergency, LineEnd::ordinary}}), IsEmpty());
}

TEST(Verdict, AnEmergencyNeedsANarrowColumn) {
    const std::vector<std::u32string> lines{U"PE", U"CS"};
    const std::vector<LineEnd> ends{LineEnd::emergency, LineEnd::ordinary};
    EXPECT_EQ(judged({lines, 4, Setting::ragged, ends}, set(lines)).emergencies, 1U);
    EXPECT_THAT(faults_of({lines, 4, Setting::ragged, ends}), IsEmpty());
    EXPECT_THAT(faults_of({lines, 50, Setting::ragged, ends}), UnorderedElementsAre(Key("emergency")));
}

TEST(Verdict, Spaces) {
    const Case asked{{U"あいう"}};
    std::vector<Shown> glyphs = set(asked.lines);
    EXPECT_THAT(judged(asked, glyphs).faults, IsEmpty());
    move_to(glyphs[2], glyphs[2].x + 0.1 * size);
    EXPECT_THAT(judged(asked, glyphs).faults, UnorderedElementsAre(Key("space"))) << "ragged lines are natural";
    const Case justified{{U"あいう"}, 4, Setting::justified};
    EXPECT_THAT(judged(justified, glyphs).faults, IsEmpty()) << "justified lines may grow by 1/8";
    move_to(glyphs[2], glyphs[2].x + 0.03 * size);
    EXPECT_THAT(judged(justified, glyphs).faults, UnorderedElementsAre(Key("space")));
}

TEST(Verdict, QuarterEmAndPunctuation) {
    for (const std::u32string line : {U"漢A漢", U"」「", U"。」", U"・あ", U"漢。漢"}) {
        const Case asked{{line}};
        std::vector<Shown> glyphs = set(asked.lines);
        EXPECT_THAT(judged(asked, glyphs).faults, IsEmpty());
        move_to(glyphs[1], glyphs[1].x + 0.25 * size);
        EXPECT_THAT(judged(asked, glyphs).faults, testing::Contains(Key("space")));
    }
}

TEST(Verdict, InkAndMeasure) {
    const Case asked{{U"あいうえ"}};
    std::vector<Shown> glyphs = set(asked.lines);
    move_to(glyphs[3], glyphs[3].x - 0.5 * size);
    EXPECT_THAT(judged(asked, glyphs).faults, UnorderedElementsAre(Key("overlap"), Key("space")));
    EXPECT_THAT(faults_of({{U"あいうえお"}}), UnorderedElementsAre(Key("outside")));
    glyphs = set(asked.lines);
    for (Shown& glyph : glyphs) move_to(glyph, glyph.x - 0.3 * size);
    EXPECT_THAT(judged(asked, glyphs).faults, UnorderedElementsAre(Key("outside"), Key("start")));
}

TEST(Verdict, JustifiedLines) {
    const Case asked{{U"あいうえおかきくけ", U"こ"}, 9.5, Setting::justified};
    std::vector<Shown> glyphs = set(asked.lines);
    EXPECT_THAT(judged(asked, glyphs).faults, UnorderedElementsAre(Key("not justified")));
    for (std::size_t i = 0; i < 9; ++i) move_to(glyphs[i], left + static_cast<double>(i) * size * (1 + 0.5 / 8));
    const Record record = judged(asked, glyphs);
    EXPECT_THAT(record.faults, IsEmpty());
    EXPECT_EQ(record.justified, 1U);
}

TEST(Verdict, LinesTooShortToBeJustified) {
    const Case asked{{U"あい", U"う"}, 4, Setting::justified};
    std::vector<Shown> glyphs = set(asked.lines);
    EXPECT_EQ(judged(asked, glyphs).short_of, 1U);
    EXPECT_THAT(judged(asked, glyphs).faults, IsEmpty());
    move_to(glyphs[1], glyphs[1].x + 0.1 * size);
    EXPECT_THAT(judged(asked, glyphs).faults, UnorderedElementsAre(Key("partly justified")));
}

TEST(Verdict, NothingLostOrDoubled) {
    const Case asked{{U"あいう"}};
    EXPECT_THAT(judged(asked, set({U"あい"})).faults, UnorderedElementsAre(Key("text")));
    EXPECT_THAT(judged(asked, set({U"あいうう"})).faults, UnorderedElementsAre(Key("text")));
    EXPECT_THAT(judged(asked, set({U"あい", U"う"})).faults, UnorderedElementsAre(Key("lines")));
}

}  // namespace
}  // namespace besshi::tests
