#include "form/diagnostics.h"

#include "form/form.h"

namespace besshi::form {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::form
