#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace besshi::base {

/// A reading (ふりがな) that stands over a part of a text.
struct Ruby {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the text
    std::string reading;

    bool operator==(const Ruby&) const = default;
};

/// A text as it is printed, and the readings over it: in order, apart from each other.
struct RubyText {
    std::string text;
    std::vector<Ruby> rubies;
};

/// Reads the notation for readings in well-formed UTF-8.
///
/// - `{漢字|かんじ}`: one reading over all the characters (group ruby, JLREQ §3.3.6).
/// - `{漢字|かん|じ}`: one for each character (mono ruby, §3.3.5), as many as `count_characters` counts.
/// - A backslash in front makes it plain text: `\{漢字|かんじ}` prints `{漢字|かんじ}`, `\\{漢字|かんじ}` one
///   backslash and the reading. Elsewhere a backslash is a character like any other.
///
/// All else stays as it is typed: an empty part, a line feed or another brace inside, fewer or more readings than
/// characters, `{{…}}`.
RubyText read_ruby(std::string_view source);

/// What `read_ruby` gives as text.
std::string without_ruby(std::string_view source);

/// Offset of the first `{` of what has a bar like a reading but is none, and has no backslash before it; `npos` if
/// there is none.
std::size_t find_malformed_ruby(std::string_view source);

}  // namespace besshi::base

namespace besshi {
using base::Ruby;
}
