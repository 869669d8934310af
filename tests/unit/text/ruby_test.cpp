#include "fixture.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace besshi::text::tests {
namespace {

/// A text with readings, broken at 10 pt; `width` in em, 0 = one line.
struct Set {
    base::RubyText source;
    Broken made;

    Set(std::string_view notation, double width, BreakMode mode = BreakMode::strict)
        : source(base::read_ruby(notation)) {
        StyledRun run = plain(source.text);
        run.rubies = source.rubies;
        Measure measure;
        measure.wrap = width > 0;
        made = broken({run}, width, measure, mode);
    }
};

std::string in_ems(Length length) {
    std::string text = fmt::format("{:.3f}", std::round(length.pt() * 100) / 1000);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

/// Pen in front of each glyph of the text, from the start of its line.
std::vector<Length> pens(const BrokenText& text) {
    std::vector<Length> pens(text.glyphs.size());
    for (const Line& line : text.lines) {
        Length pen = line.indent;
        for (std::uint32_t i = line.first_glyph; i < line.first_glyph + line.glyph_count; ++i) {
            pens[i] = pen;
            pen += text.glyphs[i].advance;
        }
    }
    return pens;
}

std::string starts(const BrokenText& text) {
    const std::vector<Length> pen = pens(text);
    std::string all;
    for (const Line& line : text.lines) {
        if (&line != &text.lines.front()) all += "⏎ ";
        for (std::uint32_t i = line.first_glyph; i < line.first_glyph + line.glyph_count; ++i) {
            all += in_ems(pen[i] + text.glyphs[i].dx) + " ";
        }
    }
    std::string readings;
    for (const PlacedRuby& ruby : text.rubies) {
        readings += readings.empty() ? "|" : ",";
        Length at = pen[ruby.first_glyph] + ruby.x;
        for (const PlacedGlyph& glyph : ruby.glyphs) {
            readings += " " + in_ems(at + glyph.dx);
            at += glyph.advance;
        }
    }
    return all + readings;
}

TEST(RubySpec, EveryCaseOfTheTable) {
    std::istringstream table(read_file(BESSHI_ROOT "/tests/spec/ruby.tsv"));
    int cases = 0;
    for (std::string row; std::getline(table, row);) {
        if (row.empty() || row.front() == '#') continue;
        const std::size_t first = row.find('\t'), second = row.find('\t', first + 1);
        ASSERT_NE(second, std::string::npos) << row;
        const Set set(row.substr(first + 1, second - first - 1), std::stod(row.substr(0, first)));
        EXPECT_EQ(starts(set.made.result), row.substr(second + 1)) << row;
        ++cases;
    }
    EXPECT_GT(cases, 50);
}

TEST(Ruby, AReadingWithoutAGlyphIsRefused) {
    const base::RubyText source = base::read_ruby("{漢字|\uE000}");
    StyledRun run = plain(source.text);
    run.rubies = source.rubies;
    const auto made = shape(fonts(), std::vector{run}, BreakMode::strict);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().front().code, "text.character.private");
}

TEST(Ruby, ABaseBrokenInNeedIsCounted) {
    EXPECT_EQ(Set("{個別支援|こべつしえん}", 2).made.result.emergencies, 1);
    EXPECT_EQ(Set("{個別支援|こべつしえん}", 4).made.result.emergencies, 0);
}

TEST(Ruby, NoSpaceIsAddedOrTakenInsideABase) {
    const Set set("（{あ、「い」ABC|よみかたがとてもながいよみかた}）", 0);
    for (const ShapedGlyph& glyph : set.made.text.glyphs) EXPECT_FALSE(glyph.space);
    EXPECT_EQ(set.made.result.rubies.size(), 1u);
}

rc::Gen<std::string> any_text() {
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "あ", "ッ", "ー", "字", "、", "「", "」", "・", " ", "　", "A", "12", "\n", "葛\U000E0100", "か\u3099",
            "{漢字|かんじ}", "{漢字|かん|じ}", "{桜|さくら}", "{承|うけたまわ}", "{個別支援計画|こべつしえんけいかく}",
            "{ABC|エービーシー}", "{家|home}", "{山 川|やま かわ}", "{ 字 |あざ}", "{か\u3099|が}", "{（株）|かぶ}")),
        [](const std::vector<std::string>& pieces) {
            std::string text;
            for (const std::string& piece : pieces) text += piece;
            return text;
        });
}

/// Every byte of every reading stands once, over its base, inside its line.
RC_GTEST_PROP(Ruby, ReadingsAreWholeAndInsideTheirLines, ()) {
    const std::string notation = *any_text();
    const Set set(notation, *rc::gen::inRange(1, 30));
    const BrokenText& text = set.made.result;
    const std::vector<Length> pen = pens(text);

    std::vector<std::string> readings(set.source.rubies.size());
    for (const PlacedRuby& ruby : text.rubies) {
        const auto line = std::ranges::find_if(text.lines, [&](const Line& l) {
            return ruby.first_glyph >= l.first_glyph && ruby.first_glyph < l.first_glyph + l.glyph_count;
        });
        RC_ASSERT(line != text.lines.end());
        RC_ASSERT(ruby.glyph_count > 0u);
        RC_ASSERT(ruby.first_glyph + ruby.glyph_count <= line->first_glyph + line->glyph_count);
        Length at = pen[ruby.first_glyph] + ruby.x;
        RC_ASSERT(at >= line->indent);
        for (const PlacedGlyph& glyph : ruby.glyphs) {
            readings[ruby.index].append(set.source.rubies[ruby.index].reading, glyph.begin, glyph.end - glyph.begin);
            at += glyph.advance;
        }
        const Length rounding{static_cast<std::int64_t>(ruby.glyphs.size() + ruby.glyph_count) * 8};
        RC_ASSERT(at <= line->indent + line->width + rounding);
    }
    for (std::size_t i = 0; i < readings.size(); ++i) RC_ASSERT(readings[i] == set.source.rubies[i].reading);
}

/// Readings change where characters stand and where lines end, not what is set.
RC_GTEST_PROP(Ruby, TheTextUnderReadingsIsWhole, ()) {
    const std::string notation = *any_text();
    const Set set(notation, *rc::gen::inRange(1, 30));
    std::string text;
    for (const std::string& line : set.made.lines()) text += line;
    std::string expected = set.source.text;
    std::erase(expected, '\n');
    RC_ASSERT(text == expected);
}

}  // namespace
}  // namespace besshi::text::tests
