#pragma once

#include "fill/filled_form.h"
#include "fill/scope.h"

namespace besshi::fill {

/// The content of one place of a grid; its position and name are the caller's. A condition that is not met
/// leaves the place empty. Faults: a kind of content besshi cannot print yet.
Cell fill_cell(const form::CellTemplate& source, const Scope& scope, Diagnostics& faults);

/// A place with nothing in it that has borders like a value.
Cell empty_cell(const form::CellTemplate& source, const Scope& scope);

}  // namespace besshi::fill
