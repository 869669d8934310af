#include "ledger/database.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace besshi::ledger {

namespace {

namespace fs = std::filesystem;

struct FileSystem {
    std::uint32_t magic;  ///< statfs(2)
    const char* name;
};

/// File systems whose locks SQLite cannot trust. FUSE may be a local disk (ntfs-3g) but mostly is not.
constexpr std::array shared_file_systems{
    FileSystem{0x6969, "NFS"},
    FileSystem{0x517B, "SMB"},
    FileSystem{0xFF534D42, "CIFS"},
    FileSystem{0xFE534D42, "SMB2"},
    FileSystem{0x01021997, "9P"},
    FileSystem{0x5346414F, "AFS"},
    FileSystem{0x00C36400, "Ceph"},
    FileSystem{0x73757245, "Coda"},
    FileSystem{0x7461636F, "OCFS2"},
    FileSystem{0x65735546, "FUSE"},
    FileSystem{0x786F4256, "VirtualBox"},
};

/// Folders that a program copies to other machines, by their names.
constexpr std::array synchronised_folders{"dropbox",   "onedrive",     "google drive", "googledrive",
                                          "my drive",  "マイドライブ", "icloud drive", "iclouddrive",
                                          "nextcloud", "owncloud",     "box sync",     "syncthing"};
/// … and by what lies in them.
constexpr std::array synchronised_marks{".dropbox", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log"};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool is_synchronised(const fs::path& folder) {
    const std::string name = lower(folder.filename().string());
    // OneDrive - 会社名, Dropbox (個人用)
    const bool named = std::ranges::any_of(synchronised_folders, [&](const std::string& known) {
        return name == known || name.starts_with(known + " - ") || name.starts_with(known + " (");
    });
    std::error_code ignored;
    return named || std::ranges::any_of(synchronised_marks,
                                        [&](const char* mark) { return fs::exists(folder / mark, ignored); });
}

}  // namespace

std::optional<std::string> shared_file_system(std::uint32_t magic) {
    const auto found = std::ranges::find(shared_file_systems, magic, &FileSystem::magic);
    return found == shared_file_systems.end() ? std::nullopt : std::optional<std::string>(found->name);
}

std::optional<std::string> shared_storage(const fs::path& folder) {
    std::error_code ignored;
    fs::path place = fs::weakly_canonical(fs::absolute(folder, ignored), ignored);
    while (!fs::exists(place, ignored) && place.has_relative_path()) place = place.parent_path();
    struct statfs status {};
    if (::statfs(place.c_str(), &status) == 0) {
        if (auto name = shared_file_system(static_cast<std::uint32_t>(status.f_type))) return name;
    }
    for (; place.has_relative_path(); place = place.parent_path()) {
        if (is_synchronised(place)) return "同期フォルダー " + place.filename().string();
    }
    return std::nullopt;
}

}  // namespace besshi::ledger
