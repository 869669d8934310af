#pragma once

#include "layout/page_frame.h"

#include <array>
#include <functional>
#include <map>
#include <tuple>

/// Running heads and feet.
namespace besshi::layout {

/// What the bands of a form are set with. Their type size is the form's own, whatever size `fit` chooses for
/// the body.
struct BandSetting {
    const fill::FilledForm& filled;
    const text::FontSet& fonts;
    Length left, right;  ///< between these edges of the ruler
};

/// Sets the bands of the sections' pages and says what they leave of each page. Neither depends on the size of the
/// body: what was set is kept.
class BandSetter {
public:
    explicit BandSetter(const BandSetting& setting) : setting_(setting) {}

    const BandSetting& setting() const { return setting_; }

    /// Frames of a section's pages if it has `pages` of them.
    Result<PageFrames> frames(std::size_t section, int pages);

    /// The bands of one page; `page.number` and `page.pages_in_section` replace the counter marks.
    Result<std::vector<PlacedBand>> place(const Page& page);

private:
    /// A band and what stands for its counter marks: 0 where it has no such mark.
    using Key = std::tuple<const fill::Band*, int, int>;
    using Set = std::reference_wrapper<const std::vector<PlacedBand>>;

    /// Lines, x and width decided, y not yet.
    Result<Set> set(const fill::Band& band, const std::array<PlacedBand::Place, 3>& places, int page, int pages);

    BandSetting setting_;
    std::map<Key, std::vector<PlacedBand>> known_;
};

}  // namespace besshi::layout
