#pragma once

#include "fill/scope.h"

namespace besshi::fill {

/// What the purpose needs and `scope` does not have: errors for `sign` and `record`, notes for `draft`, which
/// looks at what `sign` will need. `blank` and `prefilled` need nothing.
Diagnostics missing_needs(const Scope& scope);

}  // namespace besshi::fill
