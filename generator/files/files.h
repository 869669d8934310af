#pragma once

#include "base/base.h"
#include "files/stream.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Files of a person: read whole or not at all, written so that neither a crash nor a power cut leaves half of one.
namespace besshi::files {

/// Writes beside, fsyncs, renames, fsyncs the folder; mode 0600, new folders 0700. A file with the same bytes
/// is left alone, one with other bytes is a fault unless it may be replaced.
Result<void> write(const std::filesystem::path& file, std::string_view bytes, Existing existing);

struct FileToWrite {
    std::filesystem::path path;
    std::string_view bytes;
};

/// Writes several, each like one; none if one of them may not be replaced.
Result<void> write(std::span<const FileToWrite> files, Existing existing);

/// `-` is standard input.
Result<std::string> read(const std::filesystem::path& file);

/// The first bytes of a regular file, `most` at most. Of a device or pipe, which may never end, nothing is read.
Result<std::string> read_beginning(const std::filesystem::path& file, std::size_t most);

/// What lies in a folder, in the order of the names.
Result<std::vector<std::filesystem::path>> list(const std::filesystem::path& folder);

/// Removes a file and fsyncs its folder. One that is not there is gone already.
Result<void> remove(const std::filesystem::path& file);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::files
