#include "pdf/glyf_description.h"

namespace besshi::pdf {

namespace {

// Flags of a component (OpenType 1.9, "glyf", composite glyph description).
constexpr std::uint16_t words_flag = 0x0001, scale_flag = 0x0008, more_flag = 0x0020, two_scales_flag = 0x0040,
                        matrix_flag = 0x0080, instructions_flag = 0x0100;

void make_even(std::string& description) {
    if (description.size() % 2 != 0) description += '\0';
}

}  // namespace

bool is_composite(Bytes outline) {
    return (u16(outline, 0) & 0x8000) != 0;
}

std::optional<std::string> simple_description(Bytes outline) {
    const std::size_t contours = u16(outline, 0);
    const std::size_t length_at = glyph_header_size + 2 * contours;
    if (length_at + 2 > outline.size()) return std::nullopt;
    const std::size_t points_at = length_at + 2 + u16(outline, length_at);
    if (points_at > outline.size()) return std::nullopt;
    std::string description;
    append_bytes(description, outline.first(length_at));
    append_u16(description, 0);
    append_bytes(description, outline.subspan(points_at));
    make_even(description);
    return description;
}

std::optional<std::string> composite_description(Bytes outline,
                                                 const std::function<std::uint16_t(text::GlyphId)>& number_of_part) {
    std::string description;
    append_bytes(description, outline.first(glyph_header_size));
    std::size_t at = glyph_header_size;
    std::uint16_t flags = more_flag;
    while ((flags & more_flag) != 0) {
        if (at + 4 > outline.size()) return std::nullopt;
        flags = u16(outline, at);
        std::size_t size = 4 + ((flags & words_flag) != 0 ? 4u : 2u);
        if ((flags & scale_flag) != 0) size += 2;
        if ((flags & two_scales_flag) != 0) size += 4;
        if ((flags & matrix_flag) != 0) size += 8;
        if (at + size > outline.size()) return std::nullopt;
        append_u16(description, static_cast<std::uint32_t>(flags & ~instructions_flag));
        append_u16(description, number_of_part(u16(outline, at + 2)));
        append_bytes(description, outline.subspan(at + 4, size - 4));
        at += size;
    }
    make_even(description);
    return description;
}

}  // namespace besshi::pdf
