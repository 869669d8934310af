#include "base/utf8.h"

#include <fmt/format.h>

namespace besshi::base {

namespace {

/// Length of the well-formed sequence at `offset`, 0 if there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t offset) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0u;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (!continues(1) || !continues(2)) return 0;
        if (lead == 0xE0 && byte(1) < 0xA0) return 0;
        if (lead == 0xED && byte(1) > 0x9F) return 0;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (!continues(1) || !continues(2) || !continues(3)) return 0;
        if (lead == 0xF0 && byte(1) < 0x90) return 0;
        if (lead == 0xF4 && byte(1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

/// How many bytes from `offset` on are ASCII, or kana and ideographs (lead E1 to EC: any two may continue).
std::size_t everyday_bytes(std::string_view text, std::size_t offset) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::size_t at = offset;
    while (at < text.size()) {
        if (byte(at) < 0x80) {
            ++at;
        } else if (byte(at) >= 0xE1 && byte(at) <= 0xEC && at + 2 < text.size() && (byte(at + 1) & 0xC0) == 0x80 &&
                   (byte(at + 2) & 0xC0) == 0x80) {
            at += 3;
        } else {
            break;
        }
    }
    return at - offset;
}

}  // namespace

std::size_t find_ill_formed_utf8(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        offset += everyday_bytes(text, offset);
        if (offset == text.size()) break;
        const std::size_t length = sequence_length(text, offset);
        if (length == 0) return offset;
        offset += length;
    }
    return std::string_view::npos;
}

void append_utf8(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    return count;
}

std::size_t count_utf16_units(std::string_view text) {
    // A code point above U+FFFF takes four bytes of UTF-8 and two units.
    std::size_t units = count_code_points(text);
    for (const char c : text) units += static_cast<unsigned char>(c) >= 0xF0;
    return units;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto [c, bytes] = code_point_at(text, offset);
        offset += bytes;
        const bool voicing_mark = c == 0x3099 || c == 0x309A;
        if (c != U'\n' && !voicing_mark && !is_variation_selector(c)) ++count;
    }
    return count;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size() / 3 + 1);
    for (std::size_t offset = 0; offset < text.size();) {
        const auto [c, bytes] = code_point_at(text, offset);
        out += c;
        offset += bytes;
    }
    return out;
}

std::string code_point_name(char32_t c) {
    return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

}  // namespace besshi::base
