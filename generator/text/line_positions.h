#pragma once

#include "text/scaler.h"

#include <vector>

namespace besshi::text {

/// The glyphs of a text one after another with natural spaces, as if lines had no end: what any stretch of them
/// would be as a line is a difference.
class LinePositions {
public:
    /// At the sizes of `scaler`, which must outlive this, like `text`. What it can hold is used again.
    void measure(const ShapedText& text, const Scaler& scaler);

    /// Width of glyphs [begin, end) as a line of its own, without white space at its end and without the blank parts
    /// of marks at its ends; readings at its ends hang over nothing.
    Length ink(std::uint32_t begin, std::uint32_t end) const {
        return std::max(places_[end - 1].ink_end - start_of_line(begin), Length{});
    }

    /// What line adjustment may take from the spaces behind the glyph `from`, up to `end`; white space at the end hangs
    /// and has nothing to give.
    Length reducible(std::uint32_t from, std::uint32_t end) const {
        return std::max(places_[end - 1].ink_reducible - places_[from].reducible, Length{});
    }

    /// What a line with `end` lacks of its measure if the blank half of a mark at its end stays where it has room.
    Length lacking_with_blank(Length lacking, std::uint32_t end) const;

    /// From the start of a line at `begin` to the body of its glyph `i`.
    Length start_of(std::uint32_t i, std::uint32_t begin) const { return body(i) - start_of_line(begin); }

    /// Of white space at the end of a line.
    Length width_of_space(std::uint32_t begin, std::uint32_t end) const;

private:
    struct Place {
        Length start;          ///< of the glyph
        Length ink_end;        ///< of the last glyph up to this one that is no white space, without the blank behind it
        Length reducible;      ///< of all spaces up to the one in front of the glyph
        Length ink_reducible;  ///< of all spaces up to the one in front of the last glyph that is no white space
    };

    Length body(std::uint32_t i) const {
        const ShapedGlyph& glyph = text_->glyphs[i];
        const int blank = blank_at_line_start(glyph.space_class);
        return blank == 0 ? places_[i].start : places_[i].start + scaler_->eighths(blank, glyph.run);
    }
    Length start_of_line(std::uint32_t begin) const {
        const ShapedGlyph& first = text_->glyphs[begin];
        return body(begin) - scaler_->hang(first.hang_before, first);
    }

    const ShapedText* text_ = nullptr;
    const Scaler* scaler_ = nullptr;
    std::vector<Place> places_;
};

}  // namespace besshi::text
