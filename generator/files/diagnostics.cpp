#include "files/diagnostics.h"

#include "files/files.h"

#include <array>

namespace besshi::files {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr std::array all{kinds::unreadable, kinds::too_large, kinds::unwritable, kinds::present};
    return all;
}

}  // namespace besshi::files
