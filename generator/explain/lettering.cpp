#include "explain/lettering.h"

#include <array>
#include <iterator>

namespace besshi::explain {

text::BrokenText Lettering::set(const Words& words) {
    const std::array runs{text::StyledRun{.text = words.text}};
    auto shaped = text::shape(fonts_, runs, BreakMode::strict);
    if (!shaped) {
        std::ranges::move(shaped.error(), std::back_inserter(faults_));
        return {};
    }
    const std::array sizes{words.size};
    text::Measure measure;
    measure.run_sizes = sizes;
    measure.wrap = false;
    return text::break_lines(fonts_, *shaped, measure);
}

Length Lettering::width_of(const Words& words) {
    const text::BrokenText broken = set(words);
    return broken.lines.empty() ? Length{0} : broken.lines.front().width;
}

Length Lettering::append(std::vector<draw::Mark>& marks, const Words& words, Point start) {
    const text::BrokenText broken = set(words);
    if (broken.lines.empty()) return Length{0};
    Point pen = start;
    draw::GlyphRun* run = nullptr;
    for (const text::PlacedGlyph& glyph : broken.glyphs) {
        if (!run || run->face != glyph.face) {
            marks.push_back({draw::GlyphRun{.face = glyph.face,
                                            .size = words.size,
                                            .narrow_permille = 1000,
                                            .origin = pen,
                                            .color = words.color,
                                            .text = {},
                                            .glyphs = {}},
                             {},
                             draw::ArtifactKind::layout});
            run = &std::get<draw::GlyphRun>(marks.back().shape);
        }
        draw::Glyph placed{.glyph = glyph.glyph, .advance = glyph.advance, .dx = glyph.dx, .dy = glyph.dy};
        placed.text_begin = static_cast<std::uint32_t>(run->text.size());
        run->text.append(words.text, glyph.begin, glyph.end - glyph.begin);
        placed.text_end = static_cast<std::uint32_t>(run->text.size());
        run->glyphs.push_back(placed);
        pen.x += glyph.advance;
    }
    return broken.lines.front().width;
}

}  // namespace besshi::explain
