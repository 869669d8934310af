#pragma once

#include "text/spacing.h"
#include "text/text.h"

namespace besshi::text {

/// Font units and eighths of an em to lengths, each advance rounded once.
class Scaler {
public:
    Scaler(const FontSet& fonts, const Measure& measure)
        : fonts_(fonts), run_sizes_(measure.run_sizes), narrow_permille_(measure.narrow_permille) {}

    PlacedGlyph place(const ShapedGlyph& glyph) {
        PlacedGlyph placed{glyph.glyph,    glyph.face, glyph.run, glyph.begin,  glyph.end,
                           advance(glyph), {},         {},        glyph.posture};
        if (glyph.dx != 0 || glyph.dy != 0) offset(placed, glyph);
        return placed;
    }

    /// Most glyphs are as wide as the one before: one em.
    Length advance(const ShapedGlyph& glyph) {
        if (glyph.advance != last_.units || glyph.run != last_.run || glyph.face != last_.face) {
            last_ = {glyph.advance, glyph.run, glyph.face, across(glyph.advance, glyph)};
        }
        return last_.advance;
    }

    /// As wide as its run's type size and 長体 make it.
    Length em(std::uint32_t run) const {
        const Length size = run_sizes_[run];
        return narrow_permille_ == 1000 ? size : base::scale(size, narrow_permille_, 1000);
    }

    /// Rounded down, so that what is taken away and given back never makes a line of whole ems wider.
    static constexpr Length eighths_of(Length em, int count) { return {(em.units * count) >> 3}; }
    Length eighths(int count, std::uint32_t run) const { return eighths_of(em(run), count); }

    /// Between glyphs of different size the smaller one counts.
    Length eighths_between(int count, const ShapedGlyph& before, const ShapedGlyph& after) const {
        return eighths(count, run_sizes_[before.run] < run_sizes_[after.run] ? before.run : after.run);
    }

    /// Font units along the line.
    Length across(std::int32_t units, const ShapedGlyph& glyph) const;

    /// What a reading hangs over a neighbour; nearly always nothing.
    Length hang(std::uint16_t units, const ShapedGlyph& glyph) const {
        return units == 0 ? Length{} : across(units, glyph);
    }

private:
    void offset(PlacedGlyph& placed, const ShapedGlyph& glyph) const;

    struct Scaled {
        std::int32_t units = 0;
        std::uint32_t run = 0;
        FaceId face;
        Length advance;
    };

    const FontSet& fonts_;
    std::span<const Length> run_sizes_;
    std::int32_t narrow_permille_;
    Scaled last_;
};

/// The tables' space in front of a glyph that is not the first of its line.
inline const Gap& gap_before(const ShapedText& text, std::uint32_t i) {
    static constexpr Gap nothing{};
    if (text.before[i] == BreakClass::none || text.glyphs[i].continues_base) return nothing;
    return gap(text.glyphs[i - 1].space_class, text.glyphs[i].space_class);
}

/// Width of the column in which lines are justified: whole ems, so that most lines are set solid (JLREQ §2.4). Nothing
/// if nothing is justified; a column of less than ten ems never is.
std::optional<Length> justified_width(const ShapedText& text, const Measure& measure);

}  // namespace besshi::text
