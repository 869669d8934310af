#include "text/line_positions.h"

namespace besshi::text {

void LinePositions::measure(const ShapedText& text, const Scaler& scaler) {
    text_ = &text;
    scaler_ = &scaler;
    places_.resize(text.glyphs.size());
    if (text.glyphs.empty()) return;
    Place* place = places_.data();
    Scaler local = scaler;  // which the compiler need not read again after each place it writes
    Place here;
    Length end;
    std::uint32_t run = text.glyphs.front().run;
    Length em = local.em(run), smaller = em;
    SpaceClass before{};
    for (const ShapedGlyph& glyph : text.glyphs) {
        if (glyph.run != run) {
            smaller = std::min(em, local.em(glyph.run));
            em = local.em(run = glyph.run);
        }
        if (glyph.spaced) {
            const Gap& space = gap(before, glyph.space_class);
            const Length natural = Scaler::eighths_of(smaller, space.natural);
            end += natural;
            here.reducible += natural - Scaler::eighths_of(smaller, space.least);
        }
        smaller = em;
        here.start = end;
        end += local.advance(glyph);
        if (!glyph.space) {
            here.ink_end = end - Scaler::eighths_of(em, blank_after(glyph.space_class));
            here.ink_end += local.hang(glyph.hang_after, glyph);
            here.ink_reducible = here.reducible;
        }
        *place++ = here;
        before = glyph.space_class;
    }
}

Length LinePositions::lacking_with_blank(Length lacking, std::uint32_t end) const {
    std::uint32_t last = end - 1;
    while (last > 0 && text_->glyphs[last].space) --last;
    const ShapedGlyph& glyph = text_->glyphs[last];
    const Length blank = scaler_->eighths(blank_after(glyph.space_class), glyph.run);
    return lacking >= blank ? lacking - blank : lacking;
}

Length LinePositions::width_of_space(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t ink_end = end;
    while (ink_end > begin && text_->glyphs[ink_end - 1].space) --ink_end;
    Length width;
    Scaler scaler = *scaler_;
    for (std::uint32_t i = ink_end; i < end; ++i) width += scaler.advance(text_->glyphs[i]);
    return width;
}

}  // namespace besshi::text
