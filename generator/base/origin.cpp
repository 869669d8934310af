#include "base/origin.h"

#include <fmt/format.h>

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
    token.reserve(name.size() + 1);
    token += '/';
    for (const char c : name) {
        if (c == '~')
            token += "~0";
        else if (c == '/')
            token += "~1";
        else
            token += c;
    }
    return token;
}

}  // namespace besshi::base
