#pragma once

#include "layout/band.h"
#include "layout/page_break.h"

namespace besshi::layout {

/// The pages of one section, rows and cells; their bands are still empty.
Result<std::vector<Page>> paginate(const MeasuredForm& measured, std::size_t section, BandSetter& bands);

/// Whether the page is an added one (別紙).
bool is_annex(const fill::Section& section, const Page& page);

/// Sets the running heads and feet of pages that stay: only then the counters are known.
Result<void> set_bands(std::vector<Page>& pages, BandSetter& bands);

}  // namespace besshi::layout
