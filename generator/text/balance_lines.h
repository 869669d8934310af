#pragma once

#include "text/line_positions.h"

#include <vector>

namespace besshi::text {

/// Where a line ends.
struct LineEnd {
    std::uint32_t end = 0;  ///< glyph behind the line; 0 = nowhere
    BreakClass by = BreakClass::none;
    BreakClass at_full = BreakClass::allowed;  ///< see Line
};

/// The glyphs of one paragraph.
struct Paragraph {
    const ShapedText& text;
    const LinePositions& positions;
    std::uint32_t begin = 0, end = 0;
};

/// Room of the first line and of all others.
struct Rooms {
    Length first, other;
};

/// Breaks a paragraph, filled first fit into `ends`, into as many lines again so that they are as even as can be: the
/// squares of the white at their ends are least, phrases stay whole if it can be, characters stand alone only if
/// nothing else fits. `ends` stays as it is where there is no better, and for more than a hundred glyphs.
void balance_lines(const Paragraph& paragraph, const Rooms& rooms, std::vector<LineEnd>& ends);

}  // namespace besshi::text
