#pragma once

#include "base/base.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

/// Pictures made of nothing, for tests: whole files that every reader opens.
namespace besshi::tests {

inline std::string big_endian(std::uint32_t value, int bytes) {
    std::string text;
    for (int at = bytes - 1; at >= 0; --at) text += static_cast<char>(value >> (8 * at) & 0xFF);
    return text;
}

/// The checksum of PNG chunks (ISO/IEC 15948 annex D).
inline std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

inline std::uint32_t adler32(std::string_view bytes) {
    std::uint32_t a = 1, b = 0;
    for (const char c : bytes) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

inline std::string png_chunk(std::string_view type, std::string_view data) {
    const std::string body = std::string(type) + std::string(data);
    return big_endian(static_cast<std::uint32_t>(data.size()), 4) + body + big_endian(crc32(body), 4);
}

enum class PngColor : std::uint8_t { gray = 0, rgb = 2, rgb_with_alpha = 6 };

inline std::string png_header(std::uint32_t width, std::uint32_t height, PngColor color) {
    return png_chunk("IHDR", big_endian(width, 4) + big_endian(height, 4) +
                                 std::string{'\x08', static_cast<char>(color), '\0', '\0', '\0'});
}

/// A PNG of 8 bits per sample with these samples, row by row; not packed, at most 65,535 bytes.
inline std::string png_of(std::uint32_t width, std::uint32_t height, PngColor color, std::string_view samples) {
    const std::size_t row = samples.size() / height;
    std::string lines;
    for (std::uint32_t y = 0; y < height; ++y) lines += '\0' + std::string(samples.substr(y * row, row));
    const auto length = static_cast<std::uint32_t>(lines.size());
    const auto little = [](std::uint32_t n) {
        return std::string{static_cast<char>(n & 0xFF), static_cast<char>(n >> 8 & 0xFF)};
    };
    const std::string stored =
        "\x78\x01\x01" + little(length) + little(~length) + lines + big_endian(adler32(lines), 4);
    return "\x89PNG\r\n\x1A\n" + png_header(width, height, color) + png_chunk("IDAT", stored) + png_chunk("IEND", "");
}

/// A gray slope.
inline std::string tiny_png(std::uint32_t width = 4, std::uint32_t height = 3) {
    std::string samples;
    for (std::uint32_t i = 0; i < width * height; ++i) samples += static_cast<char>(i * 255 / (width * height));
    return png_of(width, height, PngColor::gray, samples);
}

inline std::string jpeg_segment(char marker, std::string_view data) {
    return std::string{'\xFF', marker} + big_endian(static_cast<std::uint32_t>(data.size() + 2), 2) + std::string(data);
}

/// A baseline JPEG of one middle tone: a code of one bit for "no difference", one for "nothing more".
inline std::string tiny_jpeg(std::uint32_t width = 16, std::uint32_t height = 8, int components = 1,
                             std::string_view first_segments = {}) {
    const std::string tables = jpeg_segment('\xDB', '\0' + std::string(64, '\x01')) +
                               jpeg_segment('\xC4', std::string{'\x00', '\x01'} + std::string(16, '\0')) +
                               jpeg_segment('\xC4', std::string{'\x10', '\x01'} + std::string(16, '\0'));
    std::string frame = '\x08' + big_endian(height, 2) + big_endian(width, 2) + static_cast<char>(components);
    std::string scan(1, static_cast<char>(components));
    for (char component = 1; component <= components; ++component) {
        frame += {component, '\x11', '\0'};
        scan += {component, '\0'};
    }
    scan += {'\0', '\x3F', '\0'};
    const std::uint32_t blocks = (width + 7) / 8 * ((height + 7) / 8) * static_cast<std::uint32_t>(components);
    std::string data(blocks * 2 / 8, '\0');
    if (blocks * 2 % 8 != 0) data += static_cast<char>(0xFF >> (blocks * 2 % 8));  // the rest of a byte is ones
    return "\xFF\xD8" + std::string(first_segments) + tables + jpeg_segment('\xC0', frame) +
           jpeg_segment('\xDA', scan) + data + "\xFF\xD9";
}

/// The Exif segment of a photo, with its orientation (1 to 8).
inline std::string exif_segment(std::uint32_t orientation) {
    using namespace std::string_literals;
    return jpeg_segment('\xE1', "Exif\0\0MM\0*"s + big_endian(8, 4) + big_endian(1, 2) + big_endian(0x0112, 2) +
                                    big_endian(3, 2) + big_endian(1, 4) + big_endian(orientation, 2) +
                                    big_endian(0, 2) + big_endian(0, 4));
}

/// What the reader of cases makes of such files.
inline SharedPicture picture_of(std::string bytes, int width, int height, Picture::Color color) {
    Picture picture;
    picture.format = bytes.starts_with("\x89PNG") ? Picture::Format::png : Picture::Format::jpeg;
    picture.color = color;
    picture.width = width;
    picture.height = height;
    picture.bytes = std::move(bytes);
    picture.sha256 = base::sha256_hex(picture.bytes);
    return std::make_shared<const Picture>(std::move(picture));
}

inline SharedPicture tiny_picture(int width = 4, int height = 3) {
    return picture_of(tiny_png(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)), width, height,
                      Picture::Color::gray);
}

inline SharedPicture tiny_photo(int width = 16, int height = 8) {
    return picture_of(tiny_jpeg(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)), width, height,
                      Picture::Color::gray);
}

}  // namespace besshi::tests
