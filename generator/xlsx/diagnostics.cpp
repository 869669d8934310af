#include "xlsx/diagnostics.h"

#include "xlsx/xlsx.h"

namespace besshi::xlsx {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr DiagnosticKind all[] = {
        kinds::text_too_long, kinds::text_ill_formed, kinds::text_forbidden,
        kinds::sheet_name,    kinds::sheet_too_large, kinds::paper_unknown,
        kinds::cells_overlap, kinds::plan_broken,     kinds::file_unwritable,
    };
    return all;
}

}  // namespace besshi::xlsx
