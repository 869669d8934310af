#include "files/stream.h"

#include "files/descriptor.h"
#include "files/diagnostics.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>

namespace besshi::files {

namespace {

constexpr const char* pattern = ".besshi-XXXXXX";

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

Source::Source(std::filesystem::path path, std::unique_ptr<Descriptor> descriptor, std::uint64_t size)
    : path_(std::move(path)), descriptor_(std::move(descriptor)), size_(size) {}
Source::Source(Source&&) noexcept = default;
Source& Source::operator=(Source&&) noexcept = default;
Source::~Source() = default;

Result<Source> Source::open(const std::filesystem::path& file) {
    auto descriptor = std::make_unique<Descriptor>(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!descriptor->is_open() || ::fstat(descriptor->number(), &status) != 0)
        return fail(fault(kinds::unreadable, file, errno));
    if (!S_ISREG(status.st_mode))
        return fail(fault(kinds::unreadable, file, S_ISDIR(status.st_mode) ? EISDIR : EINVAL));
    return Source(file, std::move(descriptor), static_cast<std::uint64_t>(status.st_size));
}

Result<std::size_t> Source::read(std::span<char> room) {
    std::size_t filled = 0;
    while (filled < room.size()) {
        const ssize_t count = ::read(descriptor_->number(), room.data() + filled, room.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(fault(kinds::unreadable, path_, errno));
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    return filled;
}

NewFile::NewFile(std::filesystem::path file, std::filesystem::path beside, std::unique_ptr<Descriptor> descriptor)
    : file_(std::move(file)), beside_(std::move(beside)), descriptor_(std::move(descriptor)) {}
NewFile::NewFile(NewFile&&) noexcept = default;
NewFile& NewFile::operator=(NewFile&& other) noexcept {
    discard();
    file_ = std::move(other.file_);
    beside_ = std::move(other.beside_);
    descriptor_ = std::move(other.descriptor_);
    return *this;
}
NewFile::~NewFile() {
    discard();
}

void NewFile::discard() noexcept {
    if (descriptor_) ::unlink(beside_.c_str());
    descriptor_.reset();
}

Result<NewFile> NewFile::begin(std::filesystem::path file, Existing existing) {
    std::error_code ignored;
    if (existing == Existing::keep && std::filesystem::exists(file, ignored))
        return fail(diagnose(kinds::present, {"", file.string(), 0, 0}));
    const std::filesystem::path folder = folder_of(file);
    if (auto made = make_folders(folder); !made) return fail(std::move(made.error()));
    std::string beside = (folder / pattern).string();
    auto descriptor = std::make_unique<Descriptor>(::mkostemp(beside.data(), O_CLOEXEC));  // mode 0600
    if (!descriptor->is_open()) return fail(fault(kinds::unwritable, file, errno));
    return NewFile(std::move(file), std::move(beside), std::move(descriptor));
}

Result<void> NewFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_->number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(fault(kinds::unwritable, file_, errno));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> NewFile::finish(Durable durable) {
    const bool at_once = durable == Durable::at_once;
    if ((at_once && ::fsync(descriptor_->number()) != 0) || !descriptor_->close() ||
        ::rename(beside_.c_str(), file_.c_str()) != 0)
        return fail(fault(kinds::unwritable, file_, errno));
    descriptor_.reset();
    return at_once ? sync_folder(folder_of(file_)) : Result<void>();
}

NewFolder::NewFolder(NewFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

NewFolder::~NewFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

Result<NewFolder> NewFolder::begin(const std::filesystem::path& parent) {
    if (auto made = make_folders(parent); !made) return fail(std::move(made.error()));
    std::string path = (parent / pattern).string();
    if (!::mkdtemp(path.data())) return fail(fault(kinds::unwritable, parent, errno));  // mode 0700
    return NewFolder(std::move(path));
}

Result<NewFolder> NewFolder::begin_in_passing() {
    std::error_code error;
    const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
    if (error) return fail(fault(kinds::unwritable, "TMPDIR", error.value()));
    return begin(parent);
}

Result<void> NewFolder::finish(const std::filesystem::path& folder) {
    const Descriptor made(::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!made.is_open() || ::syncfs(made.number()) != 0 || ::rename(path_.c_str(), folder.c_str()) != 0)
        return fail(fault(kinds::unwritable, folder, errno));
    path_.clear();
    return sync_folder(folder_of(folder));
}

}  // namespace besshi::files
