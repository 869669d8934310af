#pragma once

#include "base/base.h"

#include <string>
#include <string_view>

/// The small pieces of PDF syntax (ISO 32000-1 §7.3), always printed the same way.
namespace besshi::pdf {

/// Appends `value` / 10^`places` without needless digits: 56.7, -.5, 0.
void append_decimal(std::string& out, std::int64_t value, int places);

/// Lengths on a page are printed in hundredths of a point (3.5 µm).
constexpr std::int64_t hundredths_of_point(Length length) {
    return base::scale(length, 100, Length::per_pt).units;
}

/// Appends a length, rounded to hundredths of a point.
inline void append_length(std::string& out, Length length) {
    append_decimal(out, hundredths_of_point(length), 2);
}

/// Appends four hexadecimal digits.
void append_hex(std::string& out, std::uint16_t value);

/// Appends well-formed UTF-8 as hexadecimal UTF-16BE.
void append_utf16_hex(std::string& out, std::string_view text);

/// A literal string of ASCII characters (§7.3.4.2): `(…)`.
std::string literal_string(std::string_view ascii);

/// A text string (§7.9.2.2): `<FEFF…>`.
std::string text_string(std::string_view text);

/// A day as a date string (§7.9.4): `(D:20240517)`.
std::string date_string(Date date);

}  // namespace besshi::pdf
