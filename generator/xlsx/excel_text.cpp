#include "xlsx/excel_text.h"

#include <algorithm>

namespace besshi::xlsx {

namespace {

bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether `text` begins with `_xHHHH_`.
bool begins_with_hex_literal(std::string_view text) {
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
           std::ranges::all_of(text.substr(2, 4), is_hexadecimal);
}

bool is_forbidden(char32_t c) {
    const bool control = (c < 0x20 && c != U'\t' && c != U'\n') || (c >= 0x7F && c <= 0x9F);
    const bool noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    return control || noncharacter;
}

}  // namespace

std::optional<char32_t> find_forbidden(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, offset);
        if (is_forbidden(c)) return c;
        offset += bytes;
    }
    return std::nullopt;
}

std::string escape_hex_literals(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (begins_with_hex_literal(text.substr(i))) escaped += "_x005F";
        escaped += text[i];
    }
    return escaped;
}

}  // namespace besshi::xlsx
