#include "text/scaler.h"

#include "text/face.h"

#include <algorithm>

namespace besshi::text {

void Scaler::offset(PlacedGlyph& placed, const ShapedGlyph& glyph) const {
    placed.dx = across(glyph.dx, glyph);
    placed.dy = base::scale(run_sizes_[glyph.run], glyph.dy, fonts_.state().face(glyph.face).units_per_em());
}

Length Scaler::across(std::int32_t units, const ShapedGlyph& glyph) const {
    return base::scale(run_sizes_[glyph.run], std::int64_t{units} * narrow_permille_,
                       std::int64_t{fonts_.state().face(glyph.face).units_per_em()} * 1000);
}

std::optional<Length> justified_width(const ShapedText& text, const Measure& measure) {
    if (measure.adjustment != Adjustment::justify || !measure.wrap) return std::nullopt;
    Length size;
    for (std::size_t run = 0; run < measure.run_sizes.size(); ++run) {
        if (!text.run_texts[run].empty()) size = std::max(size, measure.run_sizes[run]);
    }
    const Length em = base::scale(size, measure.narrow_permille, 1000);
    if (em <= Length{} || measure.width < em * least_justified_ems) return std::nullopt;
    return em * (measure.width.units / em.units);
}

}  // namespace besshi::text
