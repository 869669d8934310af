#include "layout/diagnostics.h"

#include "layout/layout.h"

#include <array>

namespace besshi::layout {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr std::array all{kinds::page_no_room, kinds::text_lost};
    return all;
}

}  // namespace besshi::layout
