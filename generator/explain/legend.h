#pragma once

#include "explain/lettering.h"

namespace besshi::explain {

/// A page of the form's paper that says how to read the overlay.
draw::Page legend(const layout::PagedForm& paged, Lettering& lettering);

/// Why a page ends.
std::string_view sentence_of(layout::PageEnd end);

}  // namespace besshi::explain
