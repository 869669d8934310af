#include "layout/diagnostics.h"

#include "layout/layout.h"

#include <array>

namespace besshi::layout {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr std::array all{kinds::page_no_room, kinds::text_lost,     kinds::size_chosen,
                                    kinds::text_shrunk,  kinds::text_narrowed, kinds::rows_grown,
                                    kinds::text_broken,  kinds::text_noted,    kinds::text_carried_over};
    return all;
}

}  // namespace besshi::layout
