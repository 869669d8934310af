#include "plan/diagnostics.h"

#include "plan/plan.h"

namespace besshi::plan {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::plan
