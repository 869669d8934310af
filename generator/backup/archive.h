#pragma once

#include "backup/sealed.h"

#include <functional>
#include <map>

/// Files one after another under a seal: a tar archive (POSIX pax) whose last entry, `SHA256SUMS`, lists the others.
namespace besshi::backup {

/// Names in the archive and their SHA-256.
using Sums = std::map<std::string, std::string>;

class ArchiveWriter {
public:
    explicit ArchiveWriter(SealedWriter& sealed);
    ArchiveWriter(ArchiveWriter&&) noexcept;
    ~ArchiveWriter();

    /// Errors: `backup.file.changed` if the file is not what it was when it was opened; `files.*`.
    Result<void> add(const std::string& name, files::Source& source);
    Result<void> add(const std::string& name, std::string_view bytes);
    /// Adds the list and ends the archive, not the seal. Gives the list.
    Result<Sums> end();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Takes what an archive holds.
class Receiver {
public:
    virtual ~Receiver() = default;
    /// A file begins: a relative name without `..`, once.
    virtual Result<void> begin(const std::string& name) = 0;
    virtual Result<void> append(std::string_view bytes) = 0;
    virtual Result<void> end() = 0;
};

/// Gives every file but the list to `receiver`, to the end of the seal, and checks them against the list. What it gave
/// is certain only when it has returned the list. Errors: `backup.file.damaged`, those of `receiver`.
Result<Sums> read_archive(SealedReader& sealed, Receiver& receiver);

}  // namespace besshi::backup
