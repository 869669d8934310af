#pragma once

#include "base/base.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

/// Files that may be too large for memory.
namespace besshi::files {

class Descriptor;

enum class Existing { keep, replace };

/// A regular file, read a piece at a time.
class Source {
public:
    /// Errors: `files.unreadable`.
    static Result<Source> open(const std::filesystem::path& file);

    Source(Source&&) noexcept;
    Source& operator=(Source&&) noexcept;
    ~Source();

    const std::filesystem::path& path() const { return path_; }
    std::uint64_t size() const { return size_; }  ///< when it was opened
    /// Fills `room`; gives fewer bytes only at the end of the file.
    Result<std::size_t> read(std::span<char> room);

private:
    Source(std::filesystem::path path, std::unique_ptr<Descriptor> descriptor, std::uint64_t size);
    std::filesystem::path path_;
    std::unique_ptr<Descriptor> descriptor_;
    std::uint64_t size_;
};

/// When a finished file outlasts a power cut: at once, or when the `NewFolder` it lies in is finished.
enum class Durable { at_once, with_folder };

/// A file in the making, mode 0600, beside the place it is for. It is gone unless `finish` gives it its name.
class NewFile {
public:
    /// Makes the folders that are missing (0700). Errors: `files.unwritable`, `files.exists` if there is one to keep.
    static Result<NewFile> begin(std::filesystem::path file, Existing existing);

    NewFile(NewFile&&) noexcept;
    NewFile& operator=(NewFile&&) noexcept;
    ~NewFile();

    Result<void> append(std::string_view bytes);
    /// Where it lies until it is finished.
    const std::filesystem::path& beside() const { return beside_; }
    /// Gives it its name, in one step.
    Result<void> finish(Durable durable = Durable::at_once);

private:
    NewFile(std::filesystem::path file, std::filesystem::path beside, std::unique_ptr<Descriptor> descriptor);
    void discard() noexcept;

    std::filesystem::path file_, beside_;
    std::unique_ptr<Descriptor> descriptor_;  ///< null once it is finished
};

/// A folder in the making, mode 0700. It is gone, with all that lies in it, unless `finish` gives it its name.
class NewFolder {
public:
    /// Below `parent`, which is made if it is missing.
    static Result<NewFolder> begin(const std::filesystem::path& parent);
    /// In this machine's folder for what passes (TMPDIR, /tmp).
    static Result<NewFolder> begin_in_passing();

    NewFolder(NewFolder&& other) noexcept;
    NewFolder& operator=(NewFolder&&) = delete;
    ~NewFolder();

    const std::filesystem::path& path() const { return path_; }
    /// All in it being durable, takes the place of `folder`, which is empty or not there. Errors: `files.unwritable`.
    Result<void> finish(const std::filesystem::path& folder);

private:
    explicit NewFolder(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;  ///< empty once it is finished
};

}  // namespace besshi::files
