#include "pdf/diagnostics.h"

#include "pdf/pdf.h"

namespace besshi::pdf {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::pdf
