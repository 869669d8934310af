#include "text/line_positions.h"

namespace besshi::text {

void LinePositions::measure(const ShapedText& text, Scaler& scaler) {
    text_ = &text;
    scaler_ = &scaler;
    places_.resize(text.glyphs.size());
    Length end, ink_end, reducible, ink_reducible;
    for (std::uint32_t i = 0; i < places_.size(); ++i) {
        const ShapedGlyph& glyph = text.glyphs[i];
        if (i > 0) {
            const Gap& gap = gap_before(text, i);
            if (gap.natural != 0 || gap.reduction != Reduction::none) {
                const Length natural = scaler.eighths_between(gap.natural, text.glyphs[i - 1], glyph);
                end += natural;
                reducible += natural - scaler.eighths_between(gap.least, text.glyphs[i - 1], glyph);
            }
        }
        Place& place = places_[i];
        place.start = end;
        end += scaler.advance(glyph);
        if (!glyph.space) {
            const int blank = blank_after(glyph.space_class);
            ink_end = blank == 0 ? end : end - scaler.eighths(blank, glyph.run);
            ink_reducible = reducible;
        }
        place.ink_end = ink_end;
        place.reducible = reducible;
        place.ink_reducible = ink_reducible;
    }
}

Length LinePositions::width_of_space(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t ink_end = end;
    while (ink_end > begin && text_->glyphs[ink_end - 1].space) --ink_end;
    Length width;
    for (std::uint32_t i = ink_end; i < end; ++i) width += scaler_->advance(text_->glyphs[i]);
    return width;
}

}  // namespace besshi::text
