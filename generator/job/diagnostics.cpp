#include "job/diagnostics.h"

#include "backup/backup.h"
#include "conformance/conformance.h"
#include "cycle/cycle.h"
#include "job/job.h"
#include "ledger/ledger.h"

#include <array>

namespace besshi::job {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr std::array all{kinds::folder_missing,
                                    kinds::set_empty,
                                    kinds::text_adapted,
                                    kinds::office_form_unknown,
                                    kinds::bind_empty,
                                    kinds::bind_mixed_paper,
                                    kinds::record_no_office_number,
                                    kinds::record_no_case_number,
                                    kinds::record_settings,
                                    kinds::record_no_version,
                                    kinds::record_not_manager};
    return all;
}

std::vector<DiagnosticKind> all_diagnostic_kinds() {
    std::vector<DiagnosticKind> all;
    for (const std::span<const DiagnosticKind> layer :
         {files::diagnostic_kinds(), field::diagnostic_kinds(), plan::diagnostic_kinds(), cycle::diagnostic_kinds(),
          form::diagnostic_kinds(), fill::diagnostic_kinds(), text::diagnostic_kinds(), layout::diagnostic_kinds(),
          draw::diagnostic_kinds(), pdf::diagnostic_kinds(), conformance::diagnostic_kinds(), sheet::diagnostic_kinds(),
          xlsx::diagnostic_kinds(), ledger::diagnostic_kinds(), backup::diagnostic_kinds(), diagnostic_kinds()})
        all.insert(all.end(), layer.begin(), layer.end());
    return all;
}

}  // namespace besshi::job
