#include "field/diagnostics.h"

#include "field/field.h"

namespace besshi::field {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::field
