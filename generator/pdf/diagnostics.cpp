#include "pdf/diagnostics.h"

#include "pdf/pdf.h"

namespace besshi::pdf {

std::span<const DiagnosticKind> diagnostic_kinds() {
    using namespace kinds;
    static constexpr DiagnosticKind all[] = {
        document_empty, page_size,      image_unreadable, field_name,     field_locks,  text_forbidden, font_unreadable,
        writer_failed,  file_too_large, file_not_pdf,     file_truncated, file_foreign, file_broken,
    };
    return all;
}

}  // namespace besshi::pdf
