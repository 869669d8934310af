#include "text/diagnostics.h"

#include "text/text.h"

#include <array>

namespace besshi::text {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr std::array all = {
        kinds::manifest_malformed, kinds::manifest_incomplete, kinds::font_missing,      kinds::font_changed,
        kinds::glyph_missing,      kinds::character_private,   kinds::variation_missing, kinds::name_mixed,
    };
    return all;
}

}  // namespace besshi::text
