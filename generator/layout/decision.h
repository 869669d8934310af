#pragma once

#include "layout/layout.h"

/// What was done to texts so that they fit.
namespace besshi::layout {

/// The words of the form that head a cell, else its name. Words of the data are left out: they may be a name.
std::string label_of(const fill::Grid& grid, std::size_t cell);

/// Tells what was done to the cells of one grid, which must outlive this.
class GridDecisions {
public:
    explicit GridDecisions(const fill::Grid& grid);

    /// Appends what was done to the cell that became `measured`; its `runs` must be there.
    void decide(std::size_t cell, const MeasuredCell& measured, std::vector<Decision>& decisions) const;

private:
    const fill::Grid& grid_;
    std::vector<Length> least_heights_;
};

/// Words for the place of a running head or foot, in Japanese.
std::string_view label_of(PlacedBand::Place place);

/// The place in the data that the text of a running head or foot comes from; of several the first.
Origin origin_of(const PlacedBand& band);

/// How the texts of the form were made to fit: the size first, then cell by cell in reading order, then the running
/// heads and feet, each once though it stands on many pages.
std::vector<Decision> decisions_of(const PagedForm& paged);

}  // namespace besshi::layout
