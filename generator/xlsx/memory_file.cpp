#include "xlsx/memory_file.h"

#include <fmt/format.h>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace besshi::xlsx {

MemoryFile::MemoryFile() : descriptor_(memfd_create("besshi", MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
    if (is_open()) close(descriptor_);
}

std::string MemoryFile::path() const {
    return fmt::format("/proc/self/fd/{}", descriptor_);
}

std::string MemoryFile::read() const {
    struct stat status {};
    if (fstat(descriptor_, &status) != 0) return {};
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (count <= 0) return {};
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

std::optional<std::string> find_memory_folder() {
    constexpr const char* folder = "/dev/shm";
    if (access(folder, W_OK | X_OK) != 0) return std::nullopt;
    return folder;
}

}  // namespace besshi::xlsx
