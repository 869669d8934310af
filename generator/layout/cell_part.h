#pragma once

#include "layout/page_break.h"

/// Which part of each cell stands on a page whose rows are known.
namespace besshi::layout {

/// Generated text of torn labels is set at the sizes of the form.
struct TornLabels {
    enum class Repetition { labels, none };

    const fill::FilledForm& filled;
    const text::FontSet& fonts;
    Length size;
    Repetition repetition = Repetition::labels;
};

/// Fills `cells` of all pages. The lines of a torn cell go to its parts in order, as many as each holds,
/// the rest to the last; a label that is complete is repeated with its `continued` run. Returns what
/// rows at the top of a page lack for that (empty: everything stands in its box).
Result<ExtraHeights> place_cells(std::vector<Page>& pages, const SectionRows& rows, const TornLabels& labels);

}  // namespace besshi::layout
