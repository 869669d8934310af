#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace besshi::fill {

/// Names of the worksheets of sections that all come from `base`. A single one keeps it; several get the
/// element's label, 「個別支援計画別表（学期中）」, where that is short enough and tells them apart, else
/// their number, 「（2）」. Excel's rules hold: at most 31 UTF-16 units, none of `[]:*?/\`, no two names alike
/// (upper and lower case being the same).
std::vector<std::string> sheet_names(std::string_view base, const std::vector<std::string>& labels);

}  // namespace besshi::fill
