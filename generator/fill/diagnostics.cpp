#include "fill/diagnostics.h"

#include "fill/fill.h"

namespace besshi::fill {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::fill
