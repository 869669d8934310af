#include "draw/diagnostics.h"

#include "draw/draw.h"

#include <array>

namespace besshi::draw {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr std::array all{kinds::text_lost};
    return all;
}

}  // namespace besshi::draw
