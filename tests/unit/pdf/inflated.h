#pragma once

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace besshi::pdf::tests {

/// The bytes of a stream in zlib format, which must be `length` of them and end with the stream.
inline std::string inflated(std::string_view deflated, std::size_t length) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    std::string bytes(length, '\0');
    std::size_t read = 0, written = 0;
    if (libdeflate_zlib_decompress_ex(decompressor.get(), deflated.data(), deflated.size(), bytes.data(), bytes.size(),
                                      &read, &written) != LIBDEFLATE_SUCCESS ||
        written != length || read != deflated.size()) {
        throw std::runtime_error("not a zlib stream of this length");
    }
    return bytes;
}

}  // namespace besshi::pdf::tests
