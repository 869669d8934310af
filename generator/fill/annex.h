#pragma once

#include "fill/filled_form.h"
#include "fill/scope.h"

namespace besshi::fill {

/// Prepares an annex (別紙) for every text of the section that may be carried over: its grid at the end of the
/// section, and what the cell then says in its place. Whether they are printed is layout's decision.
void add_annexes(Section& section, const Source& source);

}  // namespace besshi::fill
