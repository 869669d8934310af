#include "plan/data_uri.h"

#include <cstdint>

namespace besshi::plan {

namespace {

/// Six bits of a character of base64; nothing if it is none.
std::optional<std::uint32_t> sextet(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+') return 62;
    if (c == '/') return 63;
    return std::nullopt;
}

/// Groups of four characters, the last one padded with `=`.
std::optional<std::string> decode_base64(std::string_view text) {
    if (text.empty() || text.size() % 4 != 0) return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    text.remove_suffix(padding);
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto six = sextet(c);
        if (!six) return std::nullopt;
        bits = bits << 6 | *six;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>(bits >> count & 0xFF);
    }
    return bytes;
}

}  // namespace

std::optional<std::string> read_data_uri(std::string_view uri) {
    constexpr std::string_view scheme = "data:", encoding = ";base64,";
    if (!uri.starts_with(scheme)) return std::nullopt;
    const std::size_t comma = uri.find(',');
    if (comma == std::string_view::npos || !uri.substr(0, comma + 1).ends_with(encoding)) return std::nullopt;
    return decode_base64(uri.substr(comma + 1));
}

}  // namespace besshi::plan
