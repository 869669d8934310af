#pragma once

#include "pdf/big_endian.h"
#include "text/text.h"

#include <optional>
#include <span>
#include <string>

namespace besshi::pdf {

/// A CFF font program with some of a face's glyphs, for a FontFile3 of subtype CIDFontType0C (ISO 32000-1
/// §9.9). Its glyphs keep their CIDs, and the CID of a glyph is its number in the face: that is the code
/// that must stand in a content stream. Hinting is dropped. Nothing if the face has no CID-keyed CFF
/// outlines with such CIDs, lacks one of the glyphs, or is broken.
std::optional<std::string> subset_cff(Bytes file, int index_in_file, std::span<const text::GlyphId> glyphs);

}  // namespace besshi::pdf
