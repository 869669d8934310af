#pragma once

#include "backup/backup.h"

#include <memory>
#include <optional>
#include <vector>

/// Bytes under a passphrase. The file begins with a line that names it, its version, the cost and salt of the key
/// (libsodium `crypto_pwhash`, Argon2id) and the header of the stream (`crypto_secretstream_xchacha20poly1305`). Pieces
/// of 64 KiB follow, each with the beginning of the file under its seal, the last marked as the last: nothing can be
/// changed, moved, left out or added without the reader seeing it.
namespace besshi::backup {

class SealedWriter {
public:
    /// Writes the beginning. Errors: `backup.memory.short`, `files.unwritable`.
    static Result<SealedWriter> begin(files::NewFile& file, std::string_view passphrase, Cost cost);

    SealedWriter(SealedWriter&&) noexcept;
    ~SealedWriter();

    Result<void> append(std::string_view bytes);
    /// Seals the last piece.
    Result<void> end();

private:
    struct State;
    explicit SealedWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

class SealedReader {
public:
    /// Errors: `backup.file.foreign`, `backup.file.newer`, `backup.file.damaged`, `backup.memory.short`,
    /// `files.unreadable`.
    static Result<SealedReader> open(const std::filesystem::path& file, std::string_view passphrase);

    SealedReader(SealedReader&&) noexcept;
    ~SealedReader();

    /// The next piece, good until the next call; nothing after the last. Only then is it certain that all is there.
    /// Errors: `backup.file.damaged`, `files.unreadable`.
    Result<std::optional<std::string_view>> next();

private:
    struct State;
    explicit SealedReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace besshi::backup
