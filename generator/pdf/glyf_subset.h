#pragma once

#include "pdf/glyf_face.h"
#include "text/text.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace besshi::pdf {

/// A TrueType file with some of a face's glyphs and no more than a PDF needs of it (ISO 32000-1 §9.9):
/// glyf, head, hhea, hmtx, loca, maxp.
struct GlyfSubset {
    std::string file;
    std::vector<text::GlyphId> glyphs;  ///< the face's glyph for each glyph of `file`
};

/// Glyph i of the subset is `glyphs[i]`; the parts of composite glyphs follow behind. `glyphs[0]` must be
/// 0 (.notdef), no glyph may stand twice. Outlines and advances stay as they are, hinting instructions
/// are dropped. Nothing if the face lacks one of the glyphs or is broken.
std::optional<GlyfSubset> subset_glyf(const GlyfFace& face, std::span<const text::GlyphId> glyphs);

}  // namespace besshi::pdf
