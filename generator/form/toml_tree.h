#pragma once

#include "base/base.h"

#include <string>
#include <string_view>
#include <vector>

namespace besshi::form {

/// A place in the form file; both count from 1, columns in characters.
struct Place {
    int line = 0;
    int column = 0;
    auto operator<=>(const Place&) const = default;
};

struct Member;

/// A value of a TOML file with its place. Members keep the order of the file: what a person writes first is
/// printed first.
struct Node {
    enum class Kind { text, integer, number, boolean, date, array, table, unsupported };

    Kind kind = Kind::unsupported;
    Place place;
    Place end;          ///< one past the last character
    std::string text;   ///< of text; a date as YYYY-MM-DD
    double number = 0;  ///< of integer and number
    bool flag = false;  ///< of boolean
    std::vector<Node> items;
    std::vector<Member> members;

    const Member* find(std::string_view key) const;
    /// The place of the character at byte `offset` of `text`, as far as the file's escapes let it be known;
    /// else the place of the value.
    Place place_of(std::size_t offset) const;
};

struct Member {
    std::string key;
    Place place;  ///< of the key
    Node value;
};

/// Parses `toml`. Errors: text that is not UTF-8, slips of TOML's own grammar; a parser stops at the first.
Result<Node> parse_toml(std::string_view toml, std::string_view file);

}  // namespace besshi::form
