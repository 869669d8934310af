#pragma once

#include "draw/draw.h"
#include "pdf/font_use.h"
#include "pdf/picture_use.h"

#include <string>

namespace besshi::pdf {

/// The content stream of a page (ISO 32000-1 §8, §9), marks in painting order. Signature fields leave
/// nothing in it. Glyphs are entered into `fonts`, images into `pictures`.
std::string page_content(const draw::Page& page, FontUses& fonts, PictureUses& pictures);

}  // namespace besshi::pdf
