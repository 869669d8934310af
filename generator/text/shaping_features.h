#pragma once

#include <array>
#include <cstdint>

namespace besshi::text {

constexpr std::uint32_t feature_tag(char a, char b, char c, char d) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(a)) << 24 |
           static_cast<std::uint32_t>(static_cast<unsigned char>(b)) << 16 |
           static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 8 | static_cast<unsigned char>(d);
}

/// Features that act on horizontal text here: what HarfBuzz applies to every run, less `disabled_features`.
/// Ends with 0.
inline constexpr std::array<std::uint32_t, 15> default_features = {
    feature_tag('r', 'v', 'r', 'n'), feature_tag('l', 't', 'r', 'a'), feature_tag('l', 't', 'r', 'm'),
    feature_tag('c', 'c', 'm', 'p'), feature_tag('l', 'o', 'c', 'l'), feature_tag('r', 'l', 'i', 'g'),
    feature_tag('c', 'a', 'l', 't'), feature_tag('r', 'c', 'l', 't'), feature_tag('c', 'u', 'r', 's'),
    feature_tag('d', 'i', 's', 't'), feature_tag('m', 'a', 'r', 'k'), feature_tag('m', 'k', 'm', 'k'),
    feature_tag('a', 'b', 'v', 'm'), feature_tag('b', 'l', 'w', 'm'), 0};

/// Off: Japanese is set solid (JLREQ §2.1.3), so kana are not kerned; ligatures would hide characters
/// from line breaking.
inline constexpr std::array<std::uint32_t, 3> disabled_features = {
    feature_tag('k', 'e', 'r', 'n'), feature_tag('l', 'i', 'g', 'a'), feature_tag('c', 'l', 'i', 'g')};

}  // namespace besshi::text
