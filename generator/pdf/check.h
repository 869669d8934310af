#pragma once

#include "draw/draw.h"

namespace besshi::pdf {

/// What keeps this list from becoming a PDF, all of it.
Diagnostics find_faults(const draw::DrawList& list);

}  // namespace besshi::pdf
