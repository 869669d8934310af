#pragma once

#include "draw/draw.h"

#include <span>

namespace besshi::pdf {

/// What keeps these lists from becoming a PDF, all of it.
Diagnostics find_faults(std::span<const draw::DrawList> lists);

}  // namespace besshi::pdf
