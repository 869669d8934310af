#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Japanese text in the columns of a console, where a kanji takes two.
namespace besshi::app {

/// Columns that `text` takes: two for each code point from U+2E80 on but half-width forms, none for what combines with
/// the one before. Ambiguous characters (UAX #11) take one, as consoles have it that are not told otherwise.
std::size_t columns_of(std::string_view text);

/// `text` with spaces behind it, or its beginning and ～, so that it takes `columns`.
std::string pad_right(std::string_view text, std::size_t columns);

/// `text` with spaces before it; longer text stays as it is.
std::string pad_left(std::string_view text, std::size_t columns);

}  // namespace besshi::app
