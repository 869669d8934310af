#pragma once

#include <optional>
#include <string>
#include <string_view>

/// What is the same word although it is typed in another width or with other spaces.
namespace besshi::cycle {

/// Without the spaces, tabs, full-width spaces and line feeds at both ends.
std::string_view trimmed(std::string_view text);

struct NameParts {
    std::string_view family, given;
};

/// The parts of a name that has exactly one space, narrow or full width.
std::optional<NameParts> split_name(std::string_view name);

/// Without any spaces and in the compatibility form (NFKC): full-width letters and digits narrow, half-width
/// kana wide. For comparing only, never for what is kept.
std::string folded(std::string_view text);

}  // namespace besshi::cycle
