#pragma once

#include "ledger/record.h"

/// The bytes of what was kept, by their hash, in the folder `documents/` of the office. They never change.
namespace besshi::ledger {

class Vault {
public:
    explicit Vault(const std::filesystem::path& office_folder) : folder_(office_folder / "documents") {}

    /// Durable when it returns: written beside, fsynced, renamed, the folders fsynced.
    Result<void> keep(const KeptFile& file) const;

    /// Where the bytes of a file lie.
    std::filesystem::path path_of(const StoredFile& file) const;
    Result<std::string> read(const StoredFile& file) const;
    Result<void> remove(const StoredFile& file) const;

private:
    std::filesystem::path path_of(std::string_view sha256, std::string_view media_type) const;

    std::filesystem::path folder_;
};

}  // namespace besshi::ledger
