#pragma once

#include "files/files.h"
#include "ledger/ledger.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

/// A copy of an office in one file that only a passphrase opens: the record as of one moment, the papers kept, the
/// cases, and the forms they were made with.
namespace besshi::backup {

/// What it costs to try one passphrase (Argon2id). Kept in the file, so that it may rise with the years.
struct Cost {
    std::uint64_t passes;
    std::uint64_t memory;  ///< bytes
};

/// 256 MiB: a second on an old PC.
Cost usual_cost();

inline constexpr std::size_t shortest_passphrase = 12;  ///< characters

struct Order {
    ledger::Place place;
    std::filesystem::path data;  ///< folder with forms/ and fonts/
    std::string_view passphrase;
    Cost cost = usual_cost();
};

struct Made {
    ledger::Head head;
    std::uint64_t bytes = 0;   ///< of the backup
    std::size_t files = 0;     ///< in it
    std::size_t left_out = 0;  ///< entries of the office's folder that are none of besshi's
    Diagnostics faults;        ///< of the record; the backup is made all the same
};

/// Writes beside, reads all of it back, and only then gives it its name. Others may go on recording. Of a record whose
/// tables are of an older version no faults are looked for. Errors: `backup.passphrase.short`, `backup.file.changed`,
/// those of the record and of the file system.
Result<Made> make(const Order& order, const std::filesystem::path& file, files::Existing existing);

/// Where an office goes.
struct Target {
    std::filesystem::path folder;  ///< not there, or empty
    std::string connection{};      ///< `postgresql://…` for the record; empty: SQLite in the folder
};

struct Restored {
    std::string office;  ///< its number
    ledger::Head head;
    std::size_t files = 0;
    bool is_older = false;  ///< the record's tables: they need `ledger migrate`
    Diagnostics faults;     ///< of the record as it was when the backup was made
};

/// All or nothing. Errors: `backup.folder.occupied`, `backup.file.*`, those of the record and of the file system.
Result<Restored> restore(const std::filesystem::path& file, std::string_view passphrase, const Target& target);

std::span<const DiagnosticKind> diagnostic_kinds();
/// With the versions that are linked.
std::vector<base::Library> libraries();

}  // namespace besshi::backup
