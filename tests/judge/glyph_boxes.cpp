#include "judge/glyph_boxes.h"

#include <stdexcept>

namespace besshi::tests {

GlyphBoxes::GlyphBoxes(std::string sfnt) : bytes_(std::move(sfnt)) {
    constexpr std::size_t units_per_em = 18, index_to_loc_format = 50;
    const std::size_t head = offset_of("head");
    units_per_em_ = unsigned_at(head + units_per_em, 2);
    offset_bytes_ = unsigned_at(head + index_to_loc_format, 2) == 0 ? 2 : 4;
    loca_ = offset_of("loca");
    glyf_ = offset_of("glyf");
}

std::optional<GlyphBoxes::Extent> GlyphBoxes::find(std::uint32_t glyph) const {
    constexpr std::size_t x_min = 2, x_max = 6;
    const std::size_t entry = loca_ + std::size_t{glyph} * static_cast<std::size_t>(offset_bytes_);
    const std::size_t unit = offset_bytes_ == 2 ? 2 : 1;
    const std::size_t begin = unsigned_at(entry, offset_bytes_) * unit;
    const std::size_t end = unsigned_at(entry + static_cast<std::size_t>(offset_bytes_), offset_bytes_) * unit;
    if (begin == end) return std::nullopt;
    return Extent{signed_at(glyf_ + begin + x_min) / units_per_em_, signed_at(glyf_ + begin + x_max) / units_per_em_};
}

std::uint32_t GlyphBoxes::unsigned_at(std::size_t at, int bytes) const {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes_.at(at + static_cast<std::size_t>(i)));
    return value;
}

std::size_t GlyphBoxes::offset_of(const char* table) const {
    constexpr std::size_t directory = 12, record = 16, offset_in_record = 8;
    for (std::size_t i = 0; i < unsigned_at(4, 2); ++i) {
        if (bytes_.compare(directory + i * record, 4, table) == 0)
            return unsigned_at(directory + i * record + offset_in_record, 4);
    }
    throw std::runtime_error(std::string("an embedded font without ") + table);
}

}  // namespace besshi::tests
