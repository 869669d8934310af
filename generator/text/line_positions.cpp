#include "text/line_positions.h"

namespace besshi::text {

void LinePositions::measure(const ShapedText& text, const Scaler& scaler) {
    text_ = &text;
    scaler_ = &scaler;
    places_.resize(text.glyphs.size());
    Place* place = places_.data();
    Scaler local = scaler;  // which the compiler need not read again after each place it writes
    Length end, ink_end, reducible, ink_reducible;
    const ShapedGlyph* before = nullptr;
    for (const ShapedGlyph& glyph : text.glyphs) {
        if (glyph.spaced) {
            const Gap& space = gap(before->space_class, glyph.space_class);
            const Length natural = local.eighths_between(space.natural, *before, glyph);
            end += natural;
            reducible += natural - local.eighths_between(space.least, *before, glyph);
        }
        place->start = end;
        end += local.advance(glyph);
        if (!glyph.space) {
            const int blank = blank_after(glyph.space_class);
            ink_end = blank == 0 ? end : end - local.eighths(blank, glyph.run);
            ink_end += local.hang(glyph.hang_after, glyph);
            ink_reducible = reducible;
        }
        place->ink_end = ink_end;
        place->reducible = reducible;
        place->ink_reducible = ink_reducible;
        before = &glyph;
        ++place;
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
