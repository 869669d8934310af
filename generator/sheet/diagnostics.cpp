#include "sheet/diagnostics.h"

#include "sheet/sheet.h"

namespace besshi::sheet {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::sheet
