#include "pdf/syntax.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace besshi::pdf {

void append_decimal(std::string& out, std::int64_t value, int places) {
    while (places > 0 && value % 10 == 0) {
        value /= 10;
        --places;
    }
    if (value < 0) {
        out += '-';
        value = -value;
    }
    std::array<char, 20> digits{};
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const std::string_view all(digits.data(), end);
    if (places == 0) {
        out += all;
        return;
    }
    const auto decimals = static_cast<std::size_t>(places);
    const std::size_t whole = all.size() > decimals ? all.size() - decimals : 0;
    out += all.substr(0, whole);
    out += '.';
    out.append(decimals - (all.size() - whole), '0');
    out += all.substr(whole);
}

void append_hex(std::string& out, std::uint16_t value) {
    static constexpr char digits[] = "0123456789ABCDEF";
    const char text[] = {digits[value >> 12], digits[value >> 8 & 15], digits[value >> 4 & 15], digits[value & 15]};
    out.append(text, sizeof text);
}

void append_utf16_hex(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, at);
        at += bytes;
        if (c >= 0x10000) {
            append_hex(out, static_cast<std::uint16_t>(0xD7C0 + (c >> 10)));
            append_hex(out, static_cast<std::uint16_t>(0xDC00 | (c & 0x3FF)));
        } else {
            append_hex(out, static_cast<std::uint16_t>(c));
        }
    }
}

std::string literal_string(std::string_view ascii) {
    std::string out = "(";
    for (const char c : ascii) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        out += c;
    }
    return out + ')';
}

std::string text_string(std::string_view text) {
    std::string out = "<FEFF";
    append_utf16_hex(out, text);
    return out + '>';
}

std::string date_string(Date date) {
    return fmt::format("(D:{:04}{:02}{:02})", date.year, date.month, date.day);
}

}  // namespace besshi::pdf
