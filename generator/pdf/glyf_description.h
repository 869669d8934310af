#pragma once

#include "pdf/big_endian.h"
#include "text/text.h"

#include <functional>
#include <optional>
#include <string>

/// Descriptions of glyphs (OpenType 1.9, "glyf") as a PDF needs them: without instructions, filled to an even number
/// of bytes, as short offsets in loca want.
namespace besshi::pdf {

/// Bytes before contours or parts: the number of contours and the box.
constexpr std::size_t glyph_header_size = 10;

/// `outline` holds a header
bool is_composite(Bytes outline);

/// The contours as they are. Nothing if the description is cut off.
std::optional<std::string> simple_description(Bytes outline);

/// The references to other glyphs under new numbers. Nothing if the description is cut off.
std::optional<std::string> composite_description(Bytes outline,
                                                 const std::function<std::uint16_t(text::GlyphId)>& number_of_part);

}  // namespace besshi::pdf
