#pragma once

#include "layout/band.h"
#include "layout/page_break.h"

namespace besshi::layout {

/// The pages of one section: rows, cells and bands.
Result<std::vector<Page>> paginate(const MeasuredForm& measured, std::size_t section, const BandSetting& bands);

}  // namespace besshi::layout
