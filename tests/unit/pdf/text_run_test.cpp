#include "pdf/text_run.h"

#include "sample_lists.h"

#include <gmock/gmock.h>

namespace besshi::pdf::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A run whose glyphs stand for the characters of `text`, one each, at natural width.
draw::GlyphRun run_of(std::string_view text, Length size = Length::from_pt(10),
                      std::string_view face = "BIZ UDGothic") {
    draw::GlyphRun run;
    run.face = face_named(face);
    run.size = size;
    run.text = text;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, at);
        const text::GlyphId glyph = fonts().find_glyph(run.face, c).value();
        run.glyphs.push_back({glyph,
                              face_advance(run.face, glyph, size),
                              {},
                              {},
                              static_cast<std::uint32_t>(at),
                              static_cast<std::uint32_t>(at + bytes)});
        at += bytes;
    }
    return run;
}

class TextRun : public testing::Test {
protected:
    std::string operators(const draw::GlyphRun& run) {
        std::string out;
        append_glyphs(out, run, printed_size(run), font_);
        return out;
    }

    FontUse font_{programs(), face_named("BIZ UDGothic")};
};

TEST_F(TextRun, NumbersGlyphsInOrderOfFirstUse) {
    EXPECT_EQ(operators(run_of("支援支")), "[<000100020001>]TJ\n");
    EXPECT_EQ(operators(run_of("計援")), "[<00030002>]TJ\n");
}

TEST_F(TextRun, AdjustsOnlyWhereTheAdvanceDiffersFromTheWidth) {
    draw::GlyphRun run = run_of("（支援）");
    run.glyphs[1].advance += Length::from_pt(1);  // a tenth of an em more
    run.glyphs[2].advance -= Length::from_pt(0.5);
    EXPECT_EQ(operators(run), "[<00010002>-100<0003>50<0004>]TJ\n");
}

TEST_F(TextRun, CountsInTheNarrowedEm) {
    draw::GlyphRun run = run_of("支援");
    run.narrow_permille = 800;
    for (draw::Glyph& glyph : run.glyphs) glyph.advance = Length::from_pt(8);
    EXPECT_EQ(operators(run), "[<00010002>]TJ\n");
}

TEST_F(TextRun, StacksGlyphsOneEmBelowEachOther) {
    draw::GlyphRun run = run_of("（支援）");
    run.stance = draw::Stance::stacked;
    EXPECT_EQ(operators(run), "[<0001000200030004>]TJ\n");
    run.glyphs[1].advance += Length::from_pt(1);  // a tenth of an em more: further down
    run.glyphs[2].advance -= Length::from_pt(0.5);
    EXPECT_EQ(operators(run), "[<00010002>100<0003>-50<0004>]TJ\n");
}

TEST_F(TextRun, StacksGlyphsThatAreNarrowToo) {
    draw::GlyphRun run = run_of("1支");
    run.stance = draw::Stance::stacked;
    run.glyphs[0].advance = Length::from_pt(10);
    EXPECT_EQ(operators(run), "[<00010002>]TJ\n");
}

TEST_F(TextRun, MovesAndRaisesSingleGlyphs) {
    draw::GlyphRun run = run_of("支援計");
    run.glyphs[1].dx = Length::from_pt(2);
    run.glyphs[1].dy = Length::from_pt(3);
    EXPECT_EQ(operators(run), "[<0001>]TJ\n3 Ts\n[-200<0002>]TJ\n0 Ts\n[200<0003>]TJ\n");
}

/// Where a reader puts each glyph, in millionths of an em, from the operators alone (ISO 32000-1 §9.4.4).
std::vector<std::int64_t> pens(std::string_view operators, const FontUse& font) {
    std::vector<std::int64_t> places;
    std::int64_t pen = 0;
    for (std::size_t at = 0; at < operators.size();) {
        if (operators[at] == '<') {
            for (++at; operators[at] != '>'; at += 4) {
                places.push_back(pen);
                pen += font.glyphs()[static_cast<std::size_t>(
                                         std::stoi(std::string(operators.substr(at, 4)), nullptr, 16))]
                           .width;
            }
        } else if (operators[at] == '-' || (operators[at] >= '0' && operators[at] <= '9')) {
            std::size_t length = 0;
            pen -= 1000 * std::stoll(std::string(operators.substr(at)), &length);
            at += length;
        } else {
            ++at;
        }
    }
    return places;
}

TEST_F(TextRun, NeverDriftsFromTheLayout) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += i % 3 == 0 ? "支" : "a";
    draw::GlyphRun run = run_of(text, Length::from_pt(9.3));
    std::int64_t seed = 7;
    for (draw::Glyph& glyph : run.glyphs) {
        seed = (seed * 1'103'515'245 + 12'345) % 2'147'483'648;
        glyph.advance += Length{seed % 997 - 400};
    }
    const std::vector<std::int64_t> places = pens(operators(run), font_);
    ASSERT_EQ(places.size(), run.glyphs.size());
    Length wanted;
    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_NEAR(static_cast<double>(places[i]), wanted.pt() / 9.3 * 1e6, 501) << i;
        wanted += run.glyphs[i].advance;
    }
}

/// U+2F00 KANGXI RADICAL ONE, set with the glyph of U+4E00.
draw::GlyphRun run_of_one_and_radical_one(std::string_view face) {
    draw::GlyphRun run = run_of("一一一", Length::from_pt(10), face);
    run.text = "一⼀⼀";
    return run;
}

TEST_F(TextRun, GivesASecondTextOfAGlyphACodeOfItsOwn) {
    EXPECT_EQ(operators(run_of_one_and_radical_one("BIZ UDGothic")), "[<000100020002>]TJ\n");
    ASSERT_EQ(font_.glyphs().size(), 3u);
    EXPECT_EQ(font_.glyphs()[1].source, "一");
    EXPECT_EQ(font_.glyphs()[2].source, "⼀");
    EXPECT_EQ(font_.glyphs()[2].glyph, font_.glyphs()[1].glyph);
    EXPECT_EQ(font_.glyphs()[2].width, font_.glyphs()[1].width);
}

TEST(TextRunInCff, SaysWithActualTextWhatASecondTextOfAGlyphIs) {
    const draw::GlyphRun run = run_of_one_and_radical_one("Noto Sans CJK JP");
    FontUse font(programs(), run.face);
    std::string out;
    append_glyphs(out, run, printed_size(run), font);
    EXPECT_THAT(out, HasSubstr("/Span<</ActualText<FEFF2F00>>>BDC\n"));
    ASSERT_EQ(font.glyphs().size(), 2u) << "the codes are the font's own";
    EXPECT_EQ(font.glyphs()[1].source, "一");
}

TEST_F(TextRun, JoinsGlyphsThatShareOneText) {
    draw::GlyphRun run = run_of("支援計");
    run.text = "か゚計";  // two glyphs for か + U+309A
    run.glyphs[0].text_begin = 0;
    run.glyphs[0].text_end = 6;
    run.glyphs[1].text_begin = run.glyphs[1].text_end = 6;
    run.glyphs[2].text_begin = 6;
    run.glyphs[2].text_end = 9;
    EXPECT_EQ(operators(run), "/Span<</ActualText<FEFF304B309A>>>BDC\n[<00010002>]TJ\nEMC\n[<0003>]TJ\n");
    EXPECT_EQ(font_.glyphs()[1].source, "");
    EXPECT_EQ(font_.glyphs()[3].source, "計");
}

TEST_F(TextRun, GivesTextThatNoGlyphClaimsToTheGlyphBeforeIt) {
    draw::GlyphRun run = run_of("支援");
    run.text = "支\u2060援";
    run.glyphs[1].text_begin += 3;
    run.glyphs[1].text_end += 3;
    operators(run);
    EXPECT_EQ(font_.glyphs()[1].source, "支\u2060");
    EXPECT_EQ(font_.glyphs()[2].source, "援");
}

TEST_F(TextRun, KeepsTheOrderOfTheTextWhenGlyphsStandOtherwise) {
    draw::GlyphRun run = run_of("支援計");
    std::swap(run.glyphs[0].text_begin, run.glyphs[1].text_begin);
    std::swap(run.glyphs[0].text_end, run.glyphs[1].text_end);
    EXPECT_THAT(operators(run), HasSubstr("/ActualText<FEFF652F63F4>"));
}

TEST_F(TextRun, IsLostWithoutItsInvariants) {
    draw::GlyphRun outside = run_of("支");
    outside.glyphs[0].text_end = 99;
    EXPECT_THROW(operators(outside), std::logic_error);
    draw::GlyphRun box = run_of("支");
    box.glyphs[0].glyph = 0;
    EXPECT_THROW(operators(box), std::logic_error);
    draw::GlyphRun flat = run_of("支");
    flat.size = {};
    EXPECT_THROW(printed_size(flat), std::logic_error);
}

}  // namespace
}  // namespace besshi::pdf::tests
