#pragma once

#include "draw/draw.h"
#include "pdf/font_use.h"

#include <string>

namespace besshi::pdf {

/// Size and horizontal scale as they stand in the content stream; all positions are worked out from these.
struct PrintedSize {
    std::int64_t thousandths_of_point = 0;  ///< > 0
    std::int32_t narrow_permille = 1000;    ///< > 0
    bool operator==(const PrintedSize&) const = default;
};

PrintedSize printed_size(const draw::GlyphRun& run);

/// Appends the operators that show the glyphs of `run` from the current text position on (ISO 32000-1
/// §9.4.3), with font, size, scale and direction set before. Each glyph lands within 1/2000 em of its place,
/// however long the run. Whatever a reader extracts is `run.text`: where a glyph cannot say it by
/// itself, /ActualText does (§14.9.4).
void append_glyphs(std::string& out, const draw::GlyphRun& run, const PrintedSize& size, FontUse& font);

}  // namespace besshi::pdf
