#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

/// Numbers of an OpenType file: big-endian, unaligned.
namespace besshi::pdf {

using Bytes = std::span<const std::byte>;

/// `offset` + 2 ≤ bytes.size()
inline std::uint16_t u16(Bytes bytes, std::size_t offset) {
    return static_cast<std::uint16_t>(static_cast<unsigned>(bytes[offset]) << 8 |
                                      static_cast<unsigned>(bytes[offset + 1]));
}

/// `offset` + 4 ≤ bytes.size()
inline std::uint32_t u32(Bytes bytes, std::size_t offset) {
    return static_cast<std::uint32_t>(u16(bytes, offset)) << 16 | u16(bytes, offset + 2);
}

inline void append_u16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value);
}

inline void append_u32(std::string& out, std::uint32_t value) {
    append_u16(out, value >> 16);
    append_u16(out, value);
}

/// `at` + 2 ≤ out.size()
inline void put_u16(std::string& out, std::size_t at, std::uint32_t value) {
    out[at] = static_cast<char>(value >> 8);
    out[at + 1] = static_cast<char>(value);
}

/// `at` + 4 ≤ out.size()
inline void put_u32(std::string& out, std::size_t at, std::uint32_t value) {
    put_u16(out, at, value >> 16);
    put_u16(out, at + 2, value);
}

inline void append_bytes(std::string& out, Bytes bytes) {
    out.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

}  // namespace besshi::pdf
