#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace besshi::conformance {

/// A day and time as Info and XMP write them; what is left out is the first of its kind.
struct DateTime {
    int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0;
    std::optional<int> offset;  ///< minutes east of Greenwich
    auto operator<=>(const DateTime&) const = default;
};

/// `D:YYYYMMDDHHmmSSOHH'mm'` (ISO 32000-1 §7.9.4); none if it is not written so.
std::optional<DateTime> read_pdf_date(std::string_view text);
/// `YYYY-MM-DDThh:mm:ss+hh:mm` and its shorter forms (ISO 8601 as in the XMP Specification).
std::optional<DateTime> read_iso_date(std::string_view text);

}  // namespace besshi::conformance
