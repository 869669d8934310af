#include "draw/diagnostics.h"

#include "draw/draw.h"

namespace besshi::draw {

std::span<const DiagnosticKind> diagnostic_kinds() { return {}; }

}  // namespace besshi::draw
