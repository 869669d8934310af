#include "fixture.h"

#include "text/spacing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>

namespace besshi::text::tests {
namespace {

/// Each character as often as plans have it: kana more often than kanji, a comma every twelve characters.
constexpr std::u32string_view plan =
    U"友達とのやり取りを通して、「いや」「やめて」などのことばで気持ちを伝える。絵カード（PECS）を使い、週2回、1回20分"
    U"の個別学習を行う。"
    U"学校・放課後等デイサービス・家庭で、同じスケジュールボードを使う。苦手な音（掃除機、ドライヤー、泣き声）の前に、"
    U"イヤーマフを着ける。"
    U"達成時期：令和8年3月（6か月）。「できた！」と言えるように、声をかける……。ADHD "
    U"ASDの児童が、休む――と決めたら？　次の活動へ～。"
    U"①友達と②先生と。￥3,000、100％、22.4㎏、人々、ファイル、３．５、『せいかつ』【健康】〈本人〉、㈱みどり、〒000-"
    U"0034。";

rc::Gen<std::string> plan_text() {
    const auto character = rc::gen::elementOf(std::u32string(plan));
    return rc::gen::map(rc::gen::container<std::u32string>(character), [](const std::u32string& characters) {
        std::string text;
        for (const char32_t c : characters) base::append_utf8(text, c);
        return text;
    });
}

/// A text of some lines in a column of 4 to 40 em.
Broken set_somehow(Adjustment adjustment) {
    const std::string text = *rc::gen::resize(200, plan_text());
    Measure measure;
    measure.adjustment = adjustment;
    return broken({plain(text)}, *rc::gen::inRange(16, 160) / 4.0, measure);
}

/// Glyphs of a line without the white space at its end.
std::uint32_t end_of_ink(const ShapedText& text, const Line& line) {
    std::uint32_t end = line.first_glyph + line.glyph_count;
    while (end > line.first_glyph && text.glyphs[end - 1].space) --end;
    return end;
}

/// What the tables and the adjustment made of the advance of glyph `i`, in em.
double space_behind(const Broken& made, std::uint32_t i) {
    const ShapedGlyph& glyph = made.text.glyphs[i];
    const double body = glyph.advance / static_cast<double>(fonts().info(glyph.face).units_per_em);
    return static_cast<double>(made.result.glyphs[i].advance.units) / static_cast<double>(em.units) - body;
}

/// Spaces are eighths of an em, rounded down to whole units of length; what adjustment spreads is rounded too.
constexpr double rounding = 4.0 / static_cast<double>(em.units);

void expect_spaces_in_bounds(const Broken& made, Adjustment adjustment) {
    for (const Line& line : made.result.lines) {
        // The first glyph's advance gives away the blank that falls away in front of it.
        for (std::uint32_t i = line.first_glyph + 1; i + 1 < end_of_ink(made.text, line); ++i) {
            if (made.text.before[i + 1] == BreakClass::none) continue;
            const Gap& bounds = gap(made.text.glyphs[i].space_class, made.text.glyphs[i + 1].space_class);
            const bool natural = adjustment == Adjustment::none;
            RC_ASSERT(space_behind(made, i) >= (natural ? bounds.natural : bounds.least) / 8.0 - rounding);
            RC_ASSERT(space_behind(made, i) <= (natural ? bounds.natural : bounds.most) / 8.0 + rounding);
        }
    }
}

RC_GTEST_PROP(AdjustmentProperty, WithoutItEverySpaceIsNatural, ()) {
    expect_spaces_in_bounds(set_somehow(Adjustment::none), Adjustment::none);
}

RC_GTEST_PROP(AdjustmentProperty, NoSpaceIsOutsideItsBounds, ()) {
    expect_spaces_in_bounds(set_somehow(Adjustment::justify), Adjustment::justify);
}

/// Where the line ends, without the blank of a mark at its end.
Length advances(const Broken& made, const Line& line) {
    Length sum = line.indent;
    for (std::uint32_t i = line.first_glyph; i < end_of_ink(made.text, line); ++i) sum += made.result.glyphs[i].advance;
    return sum;
}

RC_GTEST_PROP(AdjustmentProperty, NothingIsLostOrDoubled, ()) {
    const std::string text = *rc::gen::resize(200, plan_text());
    Measure measure;
    measure.adjustment = *rc::gen::element(Adjustment::none, Adjustment::justify, Adjustment::distribute);
    const Broken made = broken({plain(text)}, *rc::gen::inRange(16, 160) / 4.0, measure);
    std::string all;
    for (const std::string& line : made.lines()) all += line;
    RC_ASSERT(all == text);
}

RC_GTEST_PROP(AdjustmentProperty, AnAdjustedLineIsExactlyAsWideAsTheMeasure, ()) {
    const std::string text = *rc::gen::resize(200, plan_text());
    const auto ems = *rc::gen::inRange(10, 60);
    Measure measure;
    measure.adjustment = Adjustment::justify;
    const Broken made = broken({plain(text)}, ems, measure);
    for (const Line& line : made.result.lines) {
        if (line.adjusted == Length{}) continue;
        const Length end = advances(made, line);
        const ShapedGlyph& last = made.text.glyphs[end_of_ink(made.text, line) - 1];
        const Length blank = em * blank_after(last.space_class) / 8;
        RC_ASSERT(end == em * ems || end + blank == em * ems);
    }
}

RC_GTEST_PROP(AdjustmentProperty, NoLineIsWiderThanTheMeasure, ()) {
    const std::string text = *rc::gen::resize(200, plan_text());
    const auto quarters = *rc::gen::inRange(16, 240);
    Measure measure;
    measure.adjustment = *rc::gen::element(Adjustment::none, Adjustment::justify, Adjustment::distribute);
    const Broken made = broken({plain(text)}, quarters / 4.0, measure);
    const Length width = Length::from_pt(quarters * 2.5);
    for (const Line& line : made.result.lines) {
        if (line.glyph_count == 0) continue;
        RC_ASSERT(line.indent + line.width <= width);
        RC_ASSERT(advances(made, line) <= width);
    }
}

RC_GTEST_PROP(AdjustmentProperty, EvenSpacingFillsEveryLine, ()) {
    const std::string text = *rc::gen::resize(20, plan_text());
    Measure measure;
    measure.adjustment = Adjustment::distribute;
    const Broken made = broken({plain(text)}, 12, measure);
    for (const Line& line : made.result.lines) {
        if (line.adjusted != Length{}) RC_ASSERT(line.indent + line.width == em * 12);
    }
}

}  // namespace
}  // namespace besshi::text::tests
