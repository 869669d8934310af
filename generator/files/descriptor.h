#pragma once

#include "base/base.h"

#include <unistd.h>

#include <filesystem>
#include <utility>

/// What the parts of this layer share: POSIX file descriptors and the words for what the system says.
namespace besshi::files {

/// A POSIX file descriptor; closed at the end of its life.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }
    /// The last chance of a file system to say that a write failed.
    bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

/// A fault of `file` with the system's reason (errno) in the words of the person in front of the screen.
Diagnostic fault(const DiagnosticKind& kind, const std::filesystem::path& file, int error);

/// So that a new name in it outlasts a power cut.
Result<void> sync_folder(const std::filesystem::path& folder);
/// With those above it; mode 0700.
Result<void> make_folders(const std::filesystem::path& folder);

}  // namespace besshi::files
