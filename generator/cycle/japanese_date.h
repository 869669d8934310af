#pragma once

#include "plan/plan.h"

/// Dates as people write them into a spreadsheet.
namespace besshi::cycle {

/// `2025-09-01`, `2025/9/1`, `2025.9.1`, `2025年9月1日`, `令和7年9月1日`, `令和元年5月1日`, `R7.9.1`, `H29/4/1`; digits
/// and letters may be full width. Nothing if it is none of these, no day of the calendar or outside its era.
std::optional<Date> parse_japanese_date(std::string_view text);

/// Two such dates joined by ～, 〜, ~, から or, with spaces around it, -.
std::optional<plan::Period> parse_japanese_period(std::string_view text);

}  // namespace besshi::cycle
