#include "layout/diagnostics.h"

#include "layout/layout.h"

namespace besshi::layout {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::layout
