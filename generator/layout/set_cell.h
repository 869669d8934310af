#pragma once

#include "layout/shaped_form.h"

/// Setting the text of one cell: sizes, lines, and what is done when it does not fit.
namespace besshi::layout {

/// Sizes are written for the first size of `fit`; another one chosen scales them all alike.
struct TypeScale {
    Length chosen, first;
    Length min_size;  ///< nothing is scaled below it; what is asked smaller stays as asked

    Length of(Length asked) const;
};

struct Padding {
    Length x, y;
};

/// The white beside a text: `asked`, less where the column could not hold one character otherwise.
Length padding_within(Length width, Length size, Length asked);

/// Distance of the baselines of a text without readings.
Length line_pitch_of(Length size);

/// All that the setting of a cell depends on.
struct CellText {
    const ShapedCell& shaped;
    const form::Style& style;
    const form::Hang& hang;  ///< must outlive the setting
    Length width;            ///< of the cell, borders included
    Padding padding;         ///< gives way in a column that could not hold one character otherwise
};

/// How long vertical lines may be.
struct ColumnHeight {
    Length of_rows;  ///< as they are, borders included
    Length most;     ///< to which they may grow for it
};

/// Cells are set without their glyphs, since most are set at several sizes: `place_glyphs` adds them.
class CellSetter {
public:
    CellSetter(const text::FontSet& fonts, TypeScale scale) : fonts_(fonts), scale_(scale) {}

    /// At full size; wraps as the style says.
    MeasuredCell set(const CellText& cell) const;

    /// Tries the style's list, up to `carry_over`, until the text fits `height` (none = only the width binds) without
    /// an emergency break. What does not fit even then is left as small as it was tried and wraps: it grows.
    MeasuredCell set_within(const CellText& cell, std::optional<Length> height) const;

    /// Vertical text in the fewest columns that the height of the rows allows. What is wider than its cell is shrunk if
    /// the style says so, else the columns become longer. Nothing if it has no room even at the most.
    std::optional<MeasuredCell> set_in_columns(const CellText& cell, ColumnHeight height) const;

    /// One line with each character in the middle of one of `boxes` equal boxes over the cell's width, the last
    /// one in the last. A character wider than its box is set smaller. The glyphs are placed.
    MeasuredCell set_in_boxes(const CellText& cell, int boxes) const;

    bool fits(const MeasuredCell& measured, std::optional<Length> height) const;

private:
    struct Setting {
        int shrink = 1000;
        int narrow = 1000;
        bool wrap = true;
    };

    MeasuredCell set(const CellText& cell, Setting setting) const;
    int shrink_floor(const CellText& cell) const;

    const text::FontSet& fonts_;
    TypeScale scale_;
};

/// Gives the lines of a cell that was set from `shaped` their glyphs, unless they have them.
void place_glyphs(const ShapedCell& shaped, const text::FontSet& fonts, MeasuredCell& cell);

/// Height a cell needs: its text and the white above and below it; 0 if nothing stands in it.
Length needed_height(const MeasuredCell& cell);

/// Lines from `first` on that fit a part of a cell of that height; vertical ones all or none.
std::uint32_t lines_that_fit(const MeasuredCell& cell, std::uint32_t first, Length height);

/// Height of `lines` lines with the white above and below them.
Length height_of_lines(const MeasuredCell& cell, std::int64_t lines);

}  // namespace besshi::layout
