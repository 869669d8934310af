#pragma once

#include "explain/lettering.h"

/// What the overlay shows of one line of text.
namespace besshi::explain {

/// A line as it stands on the page.
struct StandingLine {
    const layout::MeasuredCell& cell;
    const text::BrokenText& natural;  ///< the cell's lines without line adjustment
    const text::Line& line;
    Point start;         ///< the pen on the baseline
    Length left, right;  ///< edges of the column
};

/// The baseline over the column, the spaces between the characters, and why the line ends.
void append_line_marks(std::vector<draw::Mark>& marks, Lettering& lettering, const text::FontSet& fonts,
                       const StandingLine& line);

/// Bars below the baseline: the space that the class table adds or takes, and under it that of line adjustment.
/// `from` is where the body of the character before ends; less than 0 is taken.
struct SpaceBars {
    Point from;  ///< on the baseline
    Length size;
    Length of_table, of_adjustment;
};
void append_space_bars(std::vector<draw::Mark>& marks, const SpaceBars& bars);

}  // namespace besshi::explain
