#pragma once

#include "xlsx/xlsx.h"

#include <optional>

/// What libxlsxwriter would write without a word and Excel would then repair or refuse.
namespace besshi::xlsx {

/// Every fault of the plan.
Diagnostics check(const sheet::SheetPlan& plan);

/// Excel's number of a paper, lying or standing; nothing if Excel has no number for it.
std::optional<std::uint8_t> find_paper(Length width, Length height);

}  // namespace besshi::xlsx
