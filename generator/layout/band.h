#pragma once

#include "layout/page_frame.h"

#include <map>
#include <utility>

/// Running heads and feet.
namespace besshi::layout {

/// What the bands of a form are set with. Their type size is the form's own, whatever size `fit` chooses for
/// the body.
struct BandSetting {
    const fill::FilledForm& filled;
    const text::FontSet& fonts;
    Length left, right;  ///< between these edges of the ruler
};

/// Frames of the sections' pages. They do not depend on the size of the body and are set once.
class FrameSetter {
public:
    explicit FrameSetter(const BandSetting& setting) : setting_(setting) {}

    const BandSetting& setting() const { return setting_; }

    /// Frames of a section's pages if it has `pages` of them.
    Result<PageFrames> frames(std::size_t section, int pages);

private:
    BandSetting setting_;
    std::map<std::pair<std::size_t, int>, PageFrames> known_;
};

/// The bands of one page; `page.number` and `page.pages_in_section` replace the counter marks.
Result<std::vector<PlacedBand>> place_bands(const BandSetting& setting, const fill::Section& section, const Page& page,
                                            const PageFrames& frames);

}  // namespace besshi::layout
