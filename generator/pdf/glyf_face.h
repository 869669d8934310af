#pragma once

#include "pdf/big_endian.h"
#include "text/text.h"

#include <optional>

namespace besshi::pdf {

/// The tables of a face with TrueType outlines that a PDF needs (OpenType 1.9), with their lengths checked. It
/// looks into the font file.
struct GlyfFace {
    Bytes glyf, head, hhea, hmtx, loca, maxp;
    std::size_t glyph_count = 0;
    std::size_t full_metrics = 0;  ///< numberOfHMetrics
    bool long_loca = false;

    /// Nothing if the file has no such face, the face no glyf outlines, or a table is too short.
    static std::optional<GlyfFace> open(Bytes file, int index_in_file);

    /// The description of a glyph, empty for a glyph without outline. Nothing if it is out of bounds.
    std::optional<Bytes> find_outline(text::GlyphId glyph) const;

    /// `glyph` < glyph_count
    std::uint16_t advance(text::GlyphId glyph) const;
    std::uint16_t left_side_bearing(text::GlyphId glyph) const;
};

}  // namespace besshi::pdf
