#include "sheet/diagnostics.h"

#include "sheet/sheet.h"

namespace besshi::sheet {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr DiagnosticKind all[] = {kinds::header_too_long, kinds::scale_too_small};
    return all;
}

}  // namespace besshi::sheet
