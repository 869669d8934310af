#pragma once

#include <string>
#include <string_view>

namespace besshi::base {

/// Where something came from: the place in the data (RFC 6901 JSON pointer, also for office.toml) and
/// the place in a file a person edits. Either may be empty. `line` and `column` count from 1, 0 = unknown.
struct Origin {
    std::string pointer;
    std::string file;
    int line = 0;
    int column = 0;

    bool operator==(const Origin&) const = default;
};

/// `/support_plan/rows/3/goal`, `forms/…/form.toml:12:5`, or both joined by ` ← `. Empty if unknown.
std::string describe(const Origin& origin);

/// `/` and one reference token of a JSON pointer, `~` and `/` in it escaped (RFC 6901 §3).
std::string pointer_token(std::string_view name);
void append_pointer_token(std::string& pointer, std::string_view name);

}  // namespace besshi::base

namespace besshi {
using base::Origin;
}
