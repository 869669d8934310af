#include "explain/line_marks.h"

#include "explain/line_end.h"
#include "explain/palette.h"
#include "explain/shapes.h"

#include <algorithm>

namespace besshi::explain {

namespace {

/// What differs less from the body of the font is rounding and kerning, in permille of the type size.
constexpr std::int64_t least_space_permille = 20;
/// Where the bars lie below the baseline, and how thick they are.
constexpr std::int64_t table_bar_permille = 40, adjustment_bar_permille = 140, bar_height_permille = 80;

void append_bar(std::vector<draw::Mark>& marks, Point top_left, Length width, const SpaceBars& bars,
                form::Color color) {
    const Length left = std::min(top_left.x, top_left.x + width);
    const Length size = std::max(width, -width);
    marks.push_back(artifact(draw::Fill{{left, top_left.y, size, scale(bars.size, bar_height_permille, 1000)}, color}));
}

bool is_worth_showing(Length space, Length size) {
    return std::max(space, -space) > scale(size, least_space_permille, 1000);
}

/// Width of the glyph's body as the font has it.
Length body_of(const layout::MeasuredCell& cell, const text::PlacedGlyph& glyph, const text::FontSet& fonts) {
    const std::int64_t advance = fonts.advance(glyph.face, glyph.glyph);
    return scale(cell.run_sizes[glyph.run], advance * cell.narrow_permille,
                 std::int64_t{fonts.info(glyph.face).units_per_em} * 1000);
}

/// White space that hangs at the end of a line is no space between characters.
std::uint32_t end_of_ink(const StandingLine& line) {
    const std::span<const text::PlacedGlyph> glyphs = line.cell.text.glyphs;
    std::uint32_t end = line.line.first_glyph + line.line.glyph_count;
    const auto is_white = [&](const text::PlacedGlyph& glyph) {
        const std::string_view text =
            std::string_view(line.cell.runs[glyph.run].text).substr(glyph.begin, glyph.end - glyph.begin);
        return text == " " || text == "　";
    };
    while (end > line.line.first_glyph && is_white(glyphs[end - 1])) --end;
    return end;
}

void append_spaces(std::vector<draw::Mark>& marks, const StandingLine& line, const text::FontSet& fonts) {
    Point pen = line.start;
    const std::uint32_t end = end_of_ink(line);
    for (std::uint32_t g = line.line.first_glyph; g < end; ++g) {
        const text::PlacedGlyph& glyph = line.cell.text.glyphs[g];
        const Length size = line.cell.run_sizes[glyph.run];
        // A bracket that begins a line stands half a body further left: that much is taken before it.
        const Length taken = g == line.line.first_glyph ? std::min(glyph.dx, Length{0}) : Length{0};
        append_space_bars(marks, {.from = pen, .size = size, .of_table = taken, .of_adjustment = {}});
        const Length body_end = taken + body_of(line.cell, glyph, fonts);
        const Length natural = line.natural.glyphs[g].advance;
        if (g + 1 < end)
            append_space_bars(marks, {.from = {pen.x + body_end, pen.y},
                                      .size = size,
                                      .of_table = natural - body_end,
                                      .of_adjustment = glyph.advance - natural});
        pen.x += glyph.advance;
    }
}

void append_end(std::vector<draw::Mark>& marks, Lettering& lettering, const StandingLine& line) {
    const LineEnd& end = end_of(line.line);
    const Point at{line.start.x + line.line.width, line.start.y};
    append_line(marks, {at.x, at.y + line.line.descent}, {at.x, at.y - line.line.ascent}, {palette::thin, end.color});
    const Words sign{std::string(end.sign), palette::caption_size, end.color};
    if (!end.sign.empty()) lettering.append(marks, sign, {at.x + palette::thin, at.y});
}

}  // namespace

void append_space_bars(std::vector<draw::Mark>& marks, const SpaceBars& bars) {
    const auto down = [&](std::int64_t permille) { return bars.from.y + scale(bars.size, permille, 1000); };
    if (is_worth_showing(bars.of_table, bars.size))
        append_bar(marks, {bars.from.x, down(table_bar_permille)}, bars.of_table, bars,
                   bars.of_table > Length{0} ? palette::table_adds : palette::table_takes);
    if (bars.of_adjustment != Length{0})
        append_bar(marks, {bars.from.x + bars.of_table, down(adjustment_bar_permille)}, bars.of_adjustment, bars,
                   bars.of_adjustment > Length{0} ? palette::line_adds : palette::line_takes);
}

void append_line_marks(std::vector<draw::Mark>& marks, Lettering& lettering, const text::FontSet& fonts,
                       const StandingLine& line) {
    append_line(marks, {line.left, line.start.y}, {line.right, line.start.y}, {palette::hair, palette::baseline});
    append_spaces(marks, line, fonts);
    append_end(marks, lettering, line);
}

}  // namespace besshi::explain
