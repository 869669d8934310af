#pragma once

#include "backup/backup.h"

/// Which files a backup holds besides the record.
namespace besshi::backup {

/// Names in the archive, which are those in the restored folder.
namespace name {
inline constexpr const char *about = "backup.json", *ledger = "besshi.db";
}

struct Member {
    std::string name;
    std::filesystem::path file;
};

struct Contents {
    std::vector<Member> members;
    std::size_t left_out = 0;  ///< as in `Made`
};

/// `office.toml`, `cases/`, `documents/` and `templates/` of the office's folder, `forms/` and the list of fonts of the
/// folder `data`. Errors: `files.unreadable`.
Result<Contents> find_contents(const std::filesystem::path& office, const std::filesystem::path& data);

/// What stands in `backup.json`.
struct About {
    std::string office;  ///< its number
    ledger::Head head;
};

std::string to_json(const About& about);

/// The same as it is read back: the head value as a person would have kept it.
struct ReadAbout {
    std::string office;
    ledger::KeptHead head;
};
/// Error: `backup.file.damaged`.
Result<ReadAbout> read_about(std::string_view json);

}  // namespace besshi::backup
