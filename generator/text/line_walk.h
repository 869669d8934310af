#pragma once

#include "text/scaler.h"

#include <optional>
#include <vector>

namespace besshi::text {

/// A stretch of glyphs as a line of its own, spaces natural.
struct Extent {
    Length width;     ///< white space at the end too
    Length ink;       ///< without it, and without the blank half of a mark at the end
    int addable = 0;  ///< eighths of an em that line adjustment may add
};

/// Where a line may end, and what the line would be.
struct LineEnd {
    std::uint32_t end = 0;  ///< glyph behind the line; 0 = nowhere
    BreakClass by = BreakClass::none;
    Extent extent;
    BreakClass at_full = BreakClass::allowed;
};

/// What room a line has.
struct Room {
    Length full;                ///< to the edge of the column
    std::optional<Length> set;  ///< to which it is justified

    Length available() const { return set.value_or(full); }
};

/// Goes along a line glyph by glyph.
class Walk {
public:
    /// `text_begin`: where the text behind the lead of an item begins; what is in front of it is never adjusted, so
    /// that the lines of the item stand below its text.
    Walk(const ShapedText& text, const Scaler& scaler, std::uint32_t begin, std::uint32_t text_begin)
        : text_(text), scaler_(scaler), begin_(begin), text_begin_(text_begin) {}

    /// `i` follows the last glyph added, or begins the line.
    void add(std::uint32_t i) {
        const ShapedGlyph& glyph = text_.glyphs[i];
        if (i == begin_) {
            extent_.width -= blank(blank_at_line_start(glyph.space_class), glyph);
        } else {
            add_gap(i, glyph);
        }
        extent_.width += scaler_.advance(glyph);
        if (glyph.space) return;
        extent_.ink = extent_.width - blank(blank_after(glyph.space_class), glyph);
    }

    const Extent& extent() const { return extent_; }
    Length reducible() const { return reducible_; }

private:
    void add_gap(std::uint32_t i, const ShapedGlyph& glyph) {
        const Gap& gap = gap_before(text_, i);
        const bool adjustable = i > text_begin_;
        if (adjustable) extent_.addable += gap.most - gap.natural;
        if (gap.natural == 0 && gap.reduction == Reduction::none) return;
        const ShapedGlyph& before = text_.glyphs[i - 1];
        const Length natural = scaler_.eighths_between(gap.natural, before, glyph);
        extent_.width += natural;
        if (gap.reduction == Reduction::none || !adjustable) return;
        reducible_ += natural - scaler_.eighths_between(gap.least, before, glyph);
    }

    Length blank(int eighths, const ShapedGlyph& glyph) const {
        return eighths == 0 ? Length{} : scaler_.eighths(eighths, glyph.run);
    }

    const ShapedText& text_;
    Scaler scaler_;
    std::uint32_t begin_, text_begin_;
    Extent extent_;
    Length reducible_;  ///< what line adjustment may take from the spaces
};

}  // namespace besshi::text
