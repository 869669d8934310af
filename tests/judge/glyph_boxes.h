#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace besshi::tests {

/// Horizontal extents of the outlines of a TrueType font (tables head, loca, glyf), in em.
class GlyphBoxes {
public:
    explicit GlyphBoxes(std::string sfnt);

    struct Extent {
        double left, right;
    };
    /// Nothing for a glyph without an outline.
    std::optional<Extent> find(std::uint32_t glyph) const;

private:
    std::uint32_t unsigned_at(std::size_t at, int bytes) const;
    int signed_at(std::size_t at) const { return static_cast<std::int16_t>(unsigned_at(at, 2)); }
    std::size_t offset_of(const char* table) const;

    std::string bytes_;
    std::size_t loca_ = 0, glyf_ = 0;
    int offset_bytes_ = 2;
    double units_per_em_ = 1;
};

}  // namespace besshi::tests
