#pragma once

#include "pdf/glyf_program.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace besshi::pdf {

/// A TrueType file with some of a face's glyphs and no more than a PDF needs of it (ISO 32000-1 §9.9):
/// glyf, head, hhea, hmtx, loca, maxp.
struct GlyfSubset {
    std::string deflated;               ///< the file in zlib format (RFC 1950)
    std::size_t length = 0;             ///< of the file before deflating
    std::vector<text::GlyphId> glyphs;  ///< the face's glyph for each glyph of the file
};

/// Glyph i of the subset is `glyphs[i]`; the parts of composite glyphs follow behind. `glyphs[0]` must be
/// 0 (.notdef), no glyph may stand twice. Outlines and advances stay as they are, hinting instructions
/// are dropped. The program's coded glyphs are put together, nothing is compressed. Nothing if the face lacks
/// one of the glyphs or is broken.
std::optional<GlyfSubset> subset_glyf(const GlyfProgram& program, std::span<const text::GlyphId> glyphs);

}  // namespace besshi::pdf
