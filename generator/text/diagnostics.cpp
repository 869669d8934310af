#include "text/diagnostics.h"

#include "text/text.h"

namespace besshi::text {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::text
