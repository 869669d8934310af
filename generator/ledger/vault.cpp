#include "ledger/vault.h"

#include "files/files.h"
#include "ledger/diagnostics.h"

#include <array>

namespace besshi::ledger {

namespace {

struct Extension {
    std::string_view media_type, extension;
};

/// So that a person can open what lies there.
constexpr std::array extensions{
    Extension{"application/pdf", ".pdf"},
    Extension{"application/json", ".json"},
    Extension{"application/toml", ".toml"},
    Extension{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
    Extension{"image/png", ".png"},
    Extension{"image/jpeg", ".jpg"},
    Extension{"image/tiff", ".tif"},
};

std::string_view extension_of(std::string_view media_type) {
    for (const Extension& known : extensions)
        if (known.media_type == media_type) return known.extension;
    return "";
}

}  // namespace

std::filesystem::path Vault::path_of(std::string_view sha256, std::string_view media_type) const {
    return folder_ / sha256.substr(0, 2) / (std::string(sha256) + std::string(extension_of(media_type)));
}

std::filesystem::path Vault::path_of(const StoredFile& file) const {
    return path_of(file.sha256, file.media_type);
}

Result<void> Vault::keep(const KeptFile& file) const {
    // A damaged file of the same name is put right: its name says what it must hold.
    return files::write(path_of(base::sha256_hex(file.bytes), file.media_type), file.bytes, files::Existing::replace);
}

Result<std::string> Vault::read(const StoredFile& file) const {
    auto bytes = files::read(path_of(file));
    if (!bytes) return fail(diagnose(kinds::file_missing, {}, {file.sha256.substr(0, 12)}));
    if (base::sha256_hex(*bytes) != file.sha256)
        return fail(diagnose(kinds::file_damaged, {}, {file.sha256.substr(0, 12)}));
    return bytes;
}

Result<void> Vault::remove(const StoredFile& file) const {
    // All of that hash: the same bytes may have been kept as another kind of file.
    const std::filesystem::path folder = path_of(file).parent_path();
    std::error_code ignored;
    if (!std::filesystem::exists(folder, ignored)) return {};
    const auto inside = files::list(folder);
    if (!inside) return fail(inside.error());
    for (const std::filesystem::path& path : *inside) {
        if (!path.filename().string().starts_with(file.sha256)) continue;
        if (auto removed = files::remove(path); !removed) return removed;
    }
    return {};
}

}  // namespace besshi::ledger
