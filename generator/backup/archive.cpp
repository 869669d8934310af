#include "backup/archive.h"

#include "backup/diagnostics.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <stdexcept>

namespace besshi::backup {

namespace {

constexpr const char* list_name = "SHA256SUMS";
constexpr std::size_t portion = 1 << 16;

/// `sha256sum -c` reads it.
std::string to_text(const Sums& sums) {
    std::string text;
    for (const auto& [name, sum] : sums) text += sum + "  " + name + "\n";
    return text;
}

struct FreeWriter {
    void operator()(archive* written) const {
        archive_write_fail(written);  // what was not ended is given up, not flushed
        archive_write_free(written);
    }
};
struct FreeReader {
    void operator()(archive* read) const { archive_read_free(read); }
};
struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

/// A name that stays below the folder it is put into.
bool is_safe(const std::filesystem::path& name) {
    return !name.empty() && name.is_relative() &&
           std::ranges::none_of(name, [](const auto& part) { return part.empty() || part == "." || part == ".."; });
}

}  // namespace

struct ArchiveWriter::State {
    explicit State(SealedWriter& to) : sealed(to) {
        // Names are bytes, whatever the locale; no padding behind the last entry.
        if (archive_write_set_format_pax_restricted(writer.get()) != ARCHIVE_OK ||
            archive_write_set_options(writer.get(), "hdrcharset=BINARY") != ARCHIVE_OK ||
            archive_write_set_bytes_per_block(writer.get(), portion) != ARCHIVE_OK ||
            archive_write_set_bytes_in_last_block(writer.get(), 1) != ARCHIVE_OK ||
            archive_write_open(writer.get(), this, nullptr, write, nullptr) != ARCHIVE_OK)
            throw std::runtime_error("libarchive cannot write pax");
    }

    static la_ssize_t write(archive*, void* self, const void* bytes, std::size_t size) {
        State& state = *static_cast<State*>(self);
        auto written = state.sealed.append({static_cast<const char*>(bytes), size});
        if (written) return static_cast<la_ssize_t>(size);
        state.faults = std::move(written.error());
        return -1;
    }

    /// What the call of libarchive that gave `outcome` came to. Only the seal below it can fail.
    Result<void> check(la_ssize_t outcome) {
        if (outcome >= ARCHIVE_OK) return {};
        if (faults.empty()) throw std::runtime_error(archive_error_string(writer.get()));
        return fail(std::move(faults));
    }

    Result<void> begin(const std::string& name, std::uint64_t size) {
        entry.reset(archive_entry_new());
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
        return check(archive_write_header(writer.get(), entry.get()));
    }

    Result<void> append(std::string_view bytes) {
        return check(archive_write_data(writer.get(), bytes.data(), bytes.size()));
    }

    SealedWriter& sealed;
    std::unique_ptr<archive, FreeWriter> writer{archive_write_new()};
    std::unique_ptr<archive_entry, FreeEntry> entry;
    Diagnostics faults;
    Sums sums;
};

ArchiveWriter::ArchiveWriter(SealedWriter& sealed) : state_(std::make_unique<State>(sealed)) {}
ArchiveWriter::ArchiveWriter(ArchiveWriter&&) noexcept = default;
ArchiveWriter::~ArchiveWriter() = default;

Result<void> ArchiveWriter::add(const std::string& name, files::Source& source) {
    if (auto begun = state_->begin(name, source.size()); !begun) return begun;
    base::Sha256 sum;
    std::vector<char> room(portion);
    std::uint64_t added = 0;
    while (true) {
        const auto size = source.read(room);
        if (!size) return fail(size.error());
        if (*size == 0) break;
        added += *size;
        if (added > source.size()) break;
        sum.add({room.data(), *size});
        if (auto appended = state_->append({room.data(), *size}); !appended) return appended;
    }
    if (added != source.size()) return fail(diagnose(kinds::file_changed, {"", source.path().string(), 0, 0}));
    state_->sums[name] = std::move(sum).hex();
    return {};
}

Result<void> ArchiveWriter::add(const std::string& name, std::string_view bytes) {
    if (auto begun = state_->begin(name, bytes.size()); !begun) return begun;
    state_->sums[name] = base::sha256_hex(bytes);
    return state_->append(bytes);
}

Result<Sums> ArchiveWriter::end() {
    Sums sums = state_->sums;
    if (auto listed = add(list_name, to_text(sums)); !listed) return fail(std::move(listed.error()));
    if (auto closed = state_->check(archive_write_close(state_->writer.get())); !closed)
        return fail(std::move(closed.error()));
    return sums;
}

namespace {

/// libarchive over a seal.
class ArchiveReader {
public:
    explicit ArchiveReader(SealedReader& sealed) : sealed_(sealed) { archive_read_support_format_tar(reader_.get()); }

    Result<void> open() { return check(archive_read_open(reader_.get(), this, nullptr, read, nullptr)); }

    /// The name of the next entry, a regular file; nothing after the last.
    Result<std::optional<std::string>> next() {
        archive_entry* entry = nullptr;
        const int outcome = archive_read_next_header(reader_.get(), &entry);
        if (outcome == ARCHIVE_EOF) return std::nullopt;
        if (auto checked = check(outcome); !checked) return fail(std::move(checked.error()));
        const char* name = archive_entry_pathname(entry);
        if (!name || archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) || !is_safe(name))
            return fail(diagnose(kinds::file_damaged, {}));
        return name;
    }

    /// More of the entry; empty at its end.
    Result<std::string_view> more() {
        const la_ssize_t size = archive_read_data(reader_.get(), room_.data(), room_.size());
        if (auto checked = check(size); !checked) return fail(std::move(checked.error()));
        return std::string_view(room_.data(), static_cast<std::size_t>(size));
    }

    /// Reads the seal to its end, which libarchive need not do.
    Result<void> end() {
        while (true) {
            const auto piece = sealed_.next();
            if (!piece) return fail(piece.error());
            if (!*piece) return {};
        }
    }

private:
    static la_ssize_t read(archive*, void* self, const void** bytes) {
        ArchiveReader& reader = *static_cast<ArchiveReader*>(self);
        auto piece = reader.sealed_.next();
        if (!piece) {
            reader.faults_ = std::move(piece.error());
            return -1;
        }
        *bytes = *piece ? (*piece)->data() : nullptr;
        return *piece ? static_cast<la_ssize_t>((*piece)->size()) : 0;
    }

    Result<void> check(la_ssize_t outcome) {
        if (outcome >= ARCHIVE_OK) return {};
        if (faults_.empty()) return fail(diagnose(kinds::file_damaged, {}));
        return fail(std::move(faults_));
    }

    SealedReader& sealed_;
    std::unique_ptr<archive, FreeReader> reader_{archive_read_new()};
    std::vector<char> room_ = std::vector<char>(portion);
    Diagnostics faults_;
};

Result<std::string> read_list(ArchiveReader& reader) {
    std::string list;
    while (true) {
        const auto more = reader.more();
        if (!more) return fail(more.error());
        if (more->empty()) return list;
        list += *more;
    }
}

/// Gives one entry to `receiver`. Gives its hash.
Result<std::string> hand_over(ArchiveReader& reader, const std::string& name, Receiver& receiver) {
    if (auto begun = receiver.begin(name); !begun) return fail(std::move(begun.error()));
    base::Sha256 sum;
    while (true) {
        const auto more = reader.more();
        if (!more) return fail(more.error());
        if (more->empty()) break;
        sum.add(*more);
        if (auto appended = receiver.append(*more); !appended) return fail(std::move(appended.error()));
    }
    if (auto ended = receiver.end(); !ended) return fail(std::move(ended.error()));
    return std::move(sum).hex();
}

}  // namespace

Result<Sums> read_archive(SealedReader& sealed, Receiver& receiver) {
    ArchiveReader reader(sealed);
    if (auto opened = reader.open(); !opened) return fail(std::move(opened.error()));
    Sums sums;
    std::string list;
    while (true) {
        const auto name = reader.next();
        if (!name) return fail(name.error());
        if (!*name) break;
        if (**name == list_name) {
            auto read = read_list(reader);
            if (!read) return fail(std::move(read.error()));
            list = std::move(*read);
            continue;
        }
        if (sums.contains(**name)) return fail(diagnose(kinds::file_damaged, {}));
        auto sum = hand_over(reader, **name, receiver);
        if (!sum) return fail(std::move(sum.error()));
        sums[**name] = std::move(*sum);
    }
    if (auto ended = reader.end(); !ended) return fail(std::move(ended.error()));
    if (list != to_text(sums)) return fail(diagnose(kinds::file_damaged, {}));
    return sums;
}

}  // namespace besshi::backup
