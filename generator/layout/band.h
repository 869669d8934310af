#pragma once

#include "layout/page_frame.h"

/// Running heads and feet.
namespace besshi::layout {

/// What the bands of a form are set with.
struct BandSetting {
    const fill::FilledForm& filled;
    const text::FontSet& fonts;
    Length size;         ///< chosen from fit.sizes
    Length left, right;  ///< between these edges of the ruler
};

/// Frames of a section's pages if it has `pages` of them.
Result<PageFrames> page_frames(const BandSetting& setting, const fill::Section& section, int pages);

/// The bands of one page; `page.number` and `page.pages_in_section` replace the counter marks.
Result<std::vector<PlacedBand>> place_bands(const BandSetting& setting, const fill::Section& section, const Page& page,
                                            const PageFrames& frames);

}  // namespace besshi::layout
