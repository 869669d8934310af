#pragma once

#include "draw/tree.h"

namespace besshi::draw {

/// `check_text` of draw.h with the nodes at hand.
Diagnostics check_text(const DrawList& list, const layout::PagedForm& paged, const FormNodes& nodes);

}  // namespace besshi::draw
