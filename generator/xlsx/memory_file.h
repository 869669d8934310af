#pragma once

#include "base/base.h"

#include <optional>
#include <string>

/// A file that is only in memory and has no name in any folder: nothing of a child's data reaches a disk.
namespace besshi::xlsx {

class MemoryFile {
public:
    /// `is_open()` is false if the system has no room for it.
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    bool is_open() const { return descriptor_ >= 0; }

    /// The path under which this process (and no other) can open it.
    std::string path() const;

    /// Everything written so far; empty if it cannot be read.
    std::string read() const;

private:
    int descriptor_;
};

/// Folder in memory for the unnamed temporary files of libxlsxwriter. Where the system has none the library
/// takes the system's own folder.
std::optional<std::string> find_memory_folder();

}  // namespace besshi::xlsx
