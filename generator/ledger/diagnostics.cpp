#include "ledger/diagnostics.h"

#include "ledger/record.h"

#include <fmt/format.h>
#include <soci/version.h>
#include <sqlite3.h>

#include <array>

namespace besshi::ledger {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr std::array all{kinds::missing,
                                    kinds::folder_shared,
                                    kinds::folder_unusable,
                                    kinds::schema_newer,
                                    kinds::schema_older,
                                    kinds::schema_broken,
                                    kinds::office_present,
                                    kinds::database_full,
                                    kinds::database_busy,
                                    kinds::database_broken,
                                    kinds::database_unreachable,
                                    kinds::database_failed,
                                    kinds::document_differs,
                                    kinds::file_gone,
                                    kinds::file_damaged,
                                    kinds::event_changed,
                                    kinds::event_missing,
                                    kinds::event_misplaced,
                                    kinds::head_behind,
                                    kinds::head_differs,
                                    kinds::row_differs,
                                    kinds::row_foreign,
                                    kinds::file_missing,
                                    kinds::delivery_unknown_document,
                                    kinds::delivery_withheld,
                                    kinds::delivery_self_plan,
                                    kinds::delivery_no_agreement,
                                    kinds::delivery_no_privacy_consent,
                                    kinds::delivery_not_consented,
                                    kinds::delivery_other_version,
                                    kinds::delivery_draft,

                                    kinds::retention_running,
                                    kinds::retention_open,
                                    kinds::file_left,
                                    kinds::file_shared};
    return all;
}

std::vector<base::Library> libraries() {
    const std::string soci =
        fmt::format("{}.{}.{}", SOCI_VERSION / 100000, SOCI_VERSION / 100 % 1000, SOCI_VERSION % 100);
    return {{"SOCI", soci}, {"SQLite", sqlite3_libversion()}};
}

}  // namespace besshi::ledger
