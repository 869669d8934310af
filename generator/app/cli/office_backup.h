#pragma once

#include "backup/backup.h"
#include "cli/office_record.h"

/// What backup, restore and ledger migrate share.
namespace besshi::app {

/// Where a backup goes, and of what.
struct BackupArguments {
    std::optional<std::filesystem::path> office;
    std::filesystem::path file;
    std::string passphrase_file;
    bool force = false;
};

/// Where the record of the office stands, by its office.toml.
Result<ledger::Place> place_of(const BackupArguments& arguments);

/// Asks for the passphrase and makes the backup.
Result<backup::Made> make_backup(const BackupArguments& arguments, const ledger::Place& place, const Common& common);

/// Below the verb `ledger`.
void add_ledger_migrate(CLI::App& ledger, Invocation& invocation);

nlohmann::ordered_json to_json(const backup::Made& made, const std::filesystem::path& file);
std::string to_text(const backup::Made& made, const std::filesystem::path& file);

}  // namespace besshi::app
