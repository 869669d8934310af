#include "backup/archive.h"
#include "backup/contents.h"
#include "backup/diagnostics.h"

namespace besshi::backup {

namespace {

namespace fs = std::filesystem;

/// Absolute, without links and without a slash at the end.
fs::path settled(const fs::path& folder) {
    std::error_code ignored;
    const fs::path absolute = fs::weakly_canonical(fs::absolute(folder, ignored), ignored);
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

Result<void> check_empty(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder, ignored)) return {};
    const auto inside = fs::is_directory(folder, ignored) ? files::list(folder) : std::vector{folder};
    if (!inside) return fail(inside.error());
    if (!inside->empty()) return fail(diagnose(kinds::folder_occupied, {"", folder.string(), 0, 0}));
    return {};
}

/// Puts each file into a folder, the record into one of its own.
class Unpacker : public Receiver {
public:
    Unpacker(const fs::path& office, const fs::path& ledger) : office_(office), ledger_(ledger) {}

    Result<void> begin(const std::string& file) override {
        is_about_ = file == name::about;
        if (is_about_) return {};
        auto made = files::NewFile::begin((file == name::ledger ? ledger_ : office_) / file, files::Existing::keep);
        if (!made) return fail(std::move(made.error()));
        file_ = std::move(*made);
        return {};
    }
    Result<void> append(std::string_view bytes) override {
        if (!is_about_) return file_->append(bytes);
        about_ += bytes;
        return {};
    }
    Result<void> end() override { return is_about_ ? Result<void>() : file_->finish(files::Durable::with_folder); }

    const std::string& about() const { return about_; }

private:
    const fs::path &office_, &ledger_;
    bool is_about_ = false;
    std::string about_;
    std::optional<files::NewFile> file_;
};

/// Takes the record from its file into the database it is for.
Result<void> put_into_database(const ledger::Place& from, const ledger::Place& to) {
    if (auto migrated = ledger::migrate(from); !migrated) return migrated;
    if (auto copied = ledger::copy(from, to); !copied) return fail(std::move(copied.error()));
    return {};
}

/// Looks at the record where it lies now.
Result<Restored> examine(const ledger::Place& place, const ledger::KeptHead& head) {
    Restored restored;
    restored.office = place.office;
    const auto version = ledger::schema_version_of(place);
    if (!version) return fail(version.error());
    restored.is_older = *version < ledger::schema_version();
    if (restored.is_older) return restored;
    auto opened = ledger::Ledger::open(place, ledger::Opening::existing);
    if (!opened) return fail(std::move(opened.error()));
    auto verified = opened->verify(head, ledger::FileCheck::contents);
    if (!verified) return fail(std::move(verified.error()));
    restored.head = verified->head;
    restored.faults = std::move(verified->faults);
    return restored;
}

}  // namespace

Result<Restored> restore(const fs::path& file, std::string_view passphrase, const Target& target) {
    const fs::path folder = settled(target.folder);
    if (auto empty = check_empty(folder); !empty) return fail(std::move(empty.error()));
    auto sealed = SealedReader::open(file, passphrase);
    if (!sealed) return fail(std::move(sealed.error()));

    auto office = files::NewFolder::begin(folder.parent_path());
    if (!office) return fail(std::move(office.error()));
    // On the way into another database the record is read on this machine, wherever the folder may lie.
    std::optional<files::NewFolder> passing;
    if (!target.connection.empty()) {
        auto made = files::NewFolder::begin_in_passing();
        if (!made) return fail(std::move(made.error()));
        passing.emplace(std::move(*made));
    }
    const fs::path ledger_folder = passing ? passing->path() : office->path();
    Unpacker unpacker(office->path(), ledger_folder);
    const auto sums = read_archive(*sealed, unpacker);
    if (!sums) return fail(sums.error());
    const auto about = read_about(unpacker.about());
    if (!about) return fail(about.error());

    const ledger::Place place{.office = about->office, .folder = office->path(), .connection = target.connection};
    if (passing) {
        if (auto put = put_into_database({.office = about->office, .folder = ledger_folder}, place); !put)
            return fail(std::move(put.error()));
    }
    auto restored = examine(place, about->head);
    if (!restored) return fail(std::move(restored.error()));
    restored->files = sums->size();
    if (auto finished = office->finish(folder); !finished) return fail(std::move(finished.error()));
    return restored;
}

}  // namespace besshi::backup
