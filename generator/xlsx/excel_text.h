#pragma once

#include "base/base.h"

#include <optional>

/// What Excel's files can hold of a text.
namespace besshi::xlsx {

/// The first character that may not stand in a cell: U+0000–U+001F but tab and line feed, U+007F–U+009F,
/// noncharacters (XML 1.0 §2.2 forbids most; the others Excel shows as nothing).
std::optional<char32_t> find_forbidden(std::string_view text);

/// Excel reads `_x0041_` as U+0041 (ECMA-376 part 1 §22.9.2.19): the underscore in front of such a text
/// becomes `_x005F_`.
std::string escape_hex_literals(std::string_view text);

}  // namespace besshi::xlsx
