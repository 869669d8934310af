#pragma once

#include "judge/glyph_boxes.h"

#include <map>
#include <unordered_map>
#include <vector>

class QPDFObjectHandle;

namespace besshi::tests {

/// What a Type 0 font of a PDF says of its codes (two bytes each, Identity-H).
class FontReading {
public:
    /// Throws std::runtime_error for any other font.
    explicit FontReading(QPDFObjectHandle font);

    const std::u32string& text_of(std::uint32_t code) const;
    double width_of(std::uint32_t code) const;  ///< em
    std::optional<GlyphBoxes::Extent> find_ink(std::uint32_t code) const;

private:
    void read_widths(QPDFObjectHandle widths);
    void read_unicode(std::string_view map);

    std::unordered_map<std::uint32_t, double> widths_;
    double default_width_ = 1;
    std::unordered_map<std::uint32_t, std::u32string> texts_;
    std::optional<GlyphBoxes> boxes_;
};

/// UTF-16BE written in hexadecimal digits.
std::u32string from_utf16_hex(std::string_view digits);

}  // namespace besshi::tests
