#include "files/files.h"

#include "files/descriptor.h"
#include "files/diagnostics.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace besshi::files {

namespace {

/// What the system said, for the person in front of the screen.
std::string_view reason_of(int error) {
    switch (error) {
        case ENOENT:
            return "見つかりません";
        case EACCES:
        case EPERM:
            return "権限がありません";
        case EISDIR:
            return "フォルダーです";
        case ENOTDIR:
            return "途中にフォルダーでないものがあります";
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return "空きが足りません";
        case EROFS:
            return "書きこめない場所です";
        case EMFILE:
        case ENFILE:
            return "開いているファイルが多すぎます";
        case EIO:
            return "装置の読み書きに失敗しました";
        default:
            return std::strerror(error);
    }
}

/// Whoever wrote a file may have died before it was safe.
Result<void> sync(const std::filesystem::path& file) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.is_open() || ::fsync(descriptor.number()) != 0) return fail(fault(kinds::unwritable, file, errno));
    return sync_folder(file.parent_path());
}

/// The size of a regular file; nothing of what else can be opened.
std::optional<std::size_t> regular_size(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return static_cast<std::size_t>(status.st_size);
}

/// Nothing that besshi reads or makes is larger; a device may have no end.
constexpr std::size_t largest_file = std::size_t{256} << 20;

Result<std::string> read_descriptor(int descriptor, const std::filesystem::path& name, std::size_t most) {
    std::string bytes;
    bytes.reserve(std::min(regular_size(descriptor).value_or(0), most));
    char buffer[1 << 16];
    while (bytes.size() < most) {
        const ssize_t count = ::read(descriptor, buffer, std::min(sizeof buffer, most - bytes.size()));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(fault(kinds::unreadable, name, errno));
        if (count == 0) break;
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
    return bytes;
}

Result<std::string> read_whole(int descriptor, const std::filesystem::path& name) {
    auto bytes = read_descriptor(descriptor, name, largest_file + 1);
    if (bytes && bytes->size() > largest_file)
        return fail(diagnose(kinds::too_large, {"", name.string(), 0, 0}, {std::to_string(largest_file >> 20)}));
    return bytes;
}

enum class Present { nothing, same_bytes, other_bytes };

Present find_present(const FileToWrite& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file.path, ignored)) return Present::nothing;
    const auto present = read(file.path);
    return present && *present == file.bytes ? Present::same_bytes : Present::other_bytes;
}

}  // namespace

Diagnostic fault(const DiagnosticKind& kind, const std::filesystem::path& file, int error) {
    return diagnose(kind, {"", file.string(), 0, 0}, {reason_of(error)});
}

Result<void> sync_folder(const std::filesystem::path& folder) {
    const Descriptor directory(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.is_open() || ::fsync(directory.number()) != 0) return fail(fault(kinds::unwritable, folder, errno));
    return {};
}

Result<void> make_folders(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (folder.empty() || std::filesystem::is_directory(folder, ignored)) return {};
    if (auto above = make_folders(folder.parent_path()); !above) return above;
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return fail(fault(kinds::unwritable, folder, errno));
    return sync_folder(folder.parent_path());
}

Result<std::string> read(const std::filesystem::path& file) {
    if (file == "-") return read_whole(STDIN_FILENO, "標準入力");
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.is_open()) return fail(fault(kinds::unreadable, file, errno));
    return read_whole(descriptor.number(), file);
}

Result<std::string> read_beginning(const std::filesystem::path& file, std::size_t most) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.is_open()) return fail(fault(kinds::unreadable, file, errno));
    if (!regular_size(descriptor.number())) return fail(fault(kinds::unreadable, file, EINVAL));
    return read_descriptor(descriptor.number(), file, most);
}

Result<void> write(std::span<const FileToWrite> files, Existing existing) {
    Diagnostics refused;
    for (const FileToWrite& file : files) {
        if (existing == Existing::keep && find_present(file) == Present::other_bytes)
            refused.push_back(diagnose(kinds::present, {"", file.path.string(), 0, 0}));
    }
    if (!refused.empty()) return fail(std::move(refused));
    for (const FileToWrite& file : files) {
        if (auto written = write(file.path, file.bytes, existing); !written) return written;
    }
    return {};
}

Result<void> write(const std::filesystem::path& file, std::string_view bytes, Existing existing) {
    const Present present = find_present({file, bytes});
    if (present == Present::same_bytes) return sync(file);
    if (present == Present::other_bytes && existing == Existing::keep)
        return fail(diagnose(kinds::present, {"", file.string(), 0, 0}));
    auto made = NewFile::begin(file, Existing::replace);
    if (!made) return fail(std::move(made.error()));
    if (auto written = made->append(bytes); !written) return written;
    return made->finish();
}

Result<std::vector<std::filesystem::path>> list(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> inside;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        inside.push_back(entry->path());
    if (error) return fail(diagnose(kinds::unreadable, {"", folder.string(), 0, 0}, {reason_of(error.value())}));
    std::ranges::sort(inside);
    return inside;
}

Result<void> remove(const std::filesystem::path& file) {
    if (::unlink(file.c_str()) != 0 && errno != ENOENT) return fail(fault(kinds::unwritable, file, errno));
    return sync_folder(file.parent_path());
}

}  // namespace besshi::files
