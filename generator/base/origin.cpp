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
    append_pointer_token(token, name);
    return token;
}

void append_pointer_token(std::string& pointer, std::string_view name) {
    pointer += '/';
    if (name.find('~') == name.npos && name.find('/') == name.npos) {
        pointer += name;
        return;
    }
    for (const char c : name) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

}  // namespace besshi::base
