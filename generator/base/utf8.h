#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace besshi::base {

/// Byte offset of the first ill-formed sequence (Unicode 15, table 3-7: no surrogates, no overlong
/// forms, nothing above U+10FFFF), or `npos` if all of `text` is well formed.
std::size_t find_ill_formed_utf8(std::string_view text);

/// One code point and the number of bytes it took.
struct CodePoint {
    char32_t value;
    std::size_t bytes;
};

/// The code point at `offset` of well-formed UTF-8. `offset` < text.size() and on a boundary.
constexpr CodePoint code_point_at(std::string_view text, std::size_t offset) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i]));
    };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

void append_utf8(std::string& text, char32_t code_point);

/// Number of code points of well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

/// 字数 as a person counts: code points without variation selectors, combining voicing marks and
/// line feeds. Limits of the field table are measured with it.
std::size_t count_characters(std::string_view text);

/// Length in UTF-16 code units, in which Excel counts.
std::size_t count_utf16_units(std::string_view text);

std::u32string to_utf32(std::string_view text);

/// `U+20BB7`
std::string code_point_name(char32_t code_point);

/// Variation selectors U+FE00–FE0F and U+E0100–E01EF.
constexpr bool is_variation_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

}  // namespace besshi::base
