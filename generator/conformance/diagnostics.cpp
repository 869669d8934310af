#include "conformance/diagnostics.h"

#include "conformance/conformance.h"

namespace besshi::conformance {

std::span<const DiagnosticKind> diagnostic_kinds() {
    using namespace kinds;
    static constexpr DiagnosticKind all[] = {too_large, not_pdf, foreign, broken};
    return all;
}

}  // namespace besshi::conformance
