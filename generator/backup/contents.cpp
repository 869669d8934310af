#include "backup/contents.h"

#include "backup/diagnostics.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace besshi::backup {

namespace {

namespace fs = std::filesystem;

constexpr std::array office_entries{"office.toml", "README.txt", "cases", "documents", "templates"};
/// In the office's folder and besshi's, but in a backup as something else, or of a restored one.
constexpr std::array other_entries{name::ledger, "besshi.db-wal", "besshi.db-shm", "forms", "fonts"};

template <class List>
bool is_in(const List& list, const std::string& word) {
    return std::ranges::find(list, word) != list.end();
}

bool is_hidden(const fs::path& file) {
    return file.filename().string().starts_with('.');
}

/// A file, or the files of a folder and of those in it; nothing if it is not there. Links to folders are not followed.
Result<void> add(const fs::path& file, const std::string& as, std::vector<Member>& members) {
    std::error_code ignored;
    const fs::file_status status = fs::status(file, ignored);
    if (fs::is_regular_file(status)) members.push_back({as, file});
    if (!fs::is_directory(status) || fs::is_symlink(fs::symlink_status(file, ignored))) return {};
    const auto inside = files::list(file);
    if (!inside) return fail(inside.error());
    for (const fs::path& entry : *inside) {
        if (is_hidden(entry)) continue;
        if (auto added = add(entry, as + "/" + entry.filename().string(), members); !added) return added;
    }
    return {};
}

}  // namespace

Result<Contents> find_contents(const fs::path& office, const fs::path& data) {
    Contents contents;
    const auto inside = files::list(office);
    if (!inside) return fail(inside.error());
    for (const fs::path& entry : *inside) {
        const std::string entry_name = entry.filename().string();
        if (is_in(office_entries, entry_name)) {
            if (auto added = add(entry, entry_name, contents.members); !added) return fail(std::move(added.error()));
        } else if (!is_in(other_entries, entry_name) && !is_hidden(entry)) {
            ++contents.left_out;
        }
    }
    for (const char* part : {"forms", "fonts/manifest.toml"}) {
        if (auto added = add(data / part, part, contents.members); !added) return fail(std::move(added.error()));
    }
    return contents;
}

std::string to_json(const About& about) {
    return nlohmann::ordered_json{{"office", about.office}, {"head", ledger::to_text(about.head)}}.dump() + "\n";
}

Result<ReadAbout> read_about(std::string_view json) {
    const auto read = nlohmann::json::parse(json, nullptr, false);
    const auto text = [&](const char* key) {
        return read.is_object() && read.contains(key) && read[key].is_string() ? read[key].get<std::string>() : "";
    };
    const auto head = ledger::read_head(text("head"));
    if (text("office").empty() || !head) return fail(diagnose(kinds::file_damaged, {}));
    return ReadAbout{text("office"), *head};
}

}  // namespace besshi::backup
