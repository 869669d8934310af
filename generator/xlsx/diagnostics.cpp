#include "xlsx/diagnostics.h"

#include "xlsx/xlsx.h"

namespace besshi::xlsx {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::xlsx
