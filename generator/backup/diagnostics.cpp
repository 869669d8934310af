#include "backup/diagnostics.h"

#include "backup/backup.h"

#include <archive.h>
#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace besshi::backup {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr std::array all{kinds::passphrase_short, kinds::file_foreign, kinds::file_newer,
                                    kinds::file_damaged,     kinds::file_changed, kinds::folder_occupied,
                                    kinds::memory_short};
    return all;
}

std::vector<base::Library> libraries() {
    const int archive = archive_version_number();
    return {{"libsodium", sodium_version_string()},
            {"libarchive", fmt::format("{}.{}.{}", archive / 1000000, archive / 1000 % 1000, archive % 1000)}};
}

}  // namespace besshi::backup
