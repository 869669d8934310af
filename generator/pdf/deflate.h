#pragma once

#include "pdf/pdf.h"

#include <string>
#include <string_view>

namespace besshi::pdf {

/// What a stream holds decides how much compressing it pays: glyph outlines hardly shrink, drawings very much.
enum class Material { text, outlines, pixels };

/// `data` in zlib format (RFC 1950), as FlateDecode reads it. Same bytes on every processor.
std::string deflate(std::string_view data, Material material, Size size);

}  // namespace besshi::pdf
