#include "base/origin.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::base {

std::string describe(const Origin& origin) {
    std::string place;
    if (!origin.file.empty()) {
        place = origin.file;
        if (origin.line > 0) place += fmt::format(":{}", origin.line);
        if (origin.line > 0 && origin.column > 0) place += fmt::format(":{}", origin.column);
    }
    if (origin.pointer.empty()) return place;
    if (place.empty()) return origin.pointer;
    return origin.pointer + " ← " + place;
}

std::string pointer_token(std::string_view name) {
    std::string token;
    append_pointer_token(token, name);
    return token;
}

void append_pointer_token(std::string& pointer, std::string_view name) {
    pointer += '/';
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t special = std::min(name.find_first_of("~/", at), name.size());
        pointer += name.substr(at, special - at);
        if (special < name.size()) pointer += name[special] == '~' ? "~0" : "~1";
        at = special + 1;
    }
}

}  // namespace besshi::base
