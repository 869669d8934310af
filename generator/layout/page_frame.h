#pragma once

#include "layout/layout.h"

#include <limits>

namespace besshi::layout {

/// The part of a page that the body may use, from the top edge of the paper.
struct Frame {
    Length top, bottom;
    Length height() const { return bottom - top; }
    bool operator==(const Frame&) const = default;
};

/// Frames of all pages of a section. A running head or foot takes from the body only where it would
/// overlap it, and only on the pages on which it stands.
struct PageFrames {
    static constexpr int never = std::numeric_limits<int>::max();

    Frame plain;
    Length below_header, above_footer;
    int header_from = never, footer_from = never;  ///< first page that has the band

    Frame of(int page_number) const {
        Frame frame = plain;
        if (page_number >= header_from) frame.top = std::max(frame.top, below_header);
        if (page_number >= footer_from) frame.bottom = std::min(frame.bottom, above_footer);
        return frame;
    }
    bool operator==(const PageFrames&) const = default;
};

}  // namespace besshi::layout
