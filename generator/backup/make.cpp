#include "backup/archive.h"
#include "backup/contents.h"
#include "backup/diagnostics.h"

namespace besshi::backup {

namespace {

Result<void> check_passphrase(std::string_view passphrase) {
    const bool is_text = base::find_ill_formed_utf8(passphrase) == std::string_view::npos;
    const std::size_t characters = is_text ? base::count_characters(passphrase) : passphrase.size();
    if (characters >= shortest_passphrase) return {};
    return fail(diagnose(kinds::passphrase_short, {},
                         {std::to_string(characters), std::to_string(std::size_t{shortest_passphrase})}));
}

/// A copy of the record in a folder of its own: beside the record, or on this machine if that is elsewhere.
struct Copy {
    files::NewFolder folder;
    ledger::Head head;
};

Result<Copy> copy_record(const ledger::Place& place) {
    auto folder =
        place.connection.empty() ? files::NewFolder::begin(place.folder) : files::NewFolder::begin_in_passing();
    if (!folder) return fail(std::move(folder.error()));
    auto head = ledger::copy(place, {.office = place.office, .folder = folder->path()});
    if (!head) return fail(std::move(head.error()));
    return Copy{std::move(*folder), std::move(*head)};
}

/// Holds the copy, which no one else writes to, against the papers of the office. Nothing can be said of tables of an
/// older version.
Result<Diagnostics> find_faults(const ledger::Place& place, const Copy& copy) {
    const ledger::Place copied{.office = place.office, .folder = copy.folder.path(), .papers = place.folder};
    const auto version = ledger::schema_version_of(copied);
    if (!version) return fail(version.error());
    if (*version < ledger::schema_version()) return Diagnostics();
    auto opened = ledger::Ledger::open(copied, ledger::Opening::existing);
    if (!opened) return fail(std::move(opened.error()));
    auto verified = opened->verify(std::nullopt, ledger::FileCheck::contents);
    if (!verified) return fail(std::move(verified.error()));
    return std::move(verified->faults);
}

Result<Sums> write(ArchiveWriter archive, const About& about, std::span<const Member> members) {
    if (auto added = archive.add(name::about, to_json(about)); !added) return fail(std::move(added.error()));
    for (const Member& member : members) {
        auto source = files::Source::open(member.file);
        if (!source) return fail(std::move(source.error()));
        if (auto added = archive.add(member.name, *source); !added) return fail(std::move(added.error()));
    }
    return archive.end();
}

class Nowhere : public Receiver {
public:
    Result<void> begin(const std::string&) override { return {}; }
    Result<void> append(std::string_view) override { return {}; }
    Result<void> end() override { return {}; }
};

/// Reads what was written as `restore` will.
Result<void> read_back(const std::filesystem::path& file, std::string_view passphrase, const Sums& written) {
    auto sealed = SealedReader::open(file, passphrase);
    if (!sealed) return fail(std::move(sealed.error()));
    Nowhere nowhere;
    const auto read = read_archive(*sealed, nowhere);
    if (!read) return fail(read.error());
    if (*read != written) return fail(diagnose(kinds::file_damaged, {"", file.string(), 0, 0}));
    return {};
}

}  // namespace

Result<Made> make(const Order& order, const std::filesystem::path& file, files::Existing existing) {
    if (auto checked = check_passphrase(order.passphrase); !checked) return fail(std::move(checked.error()));
    auto made_file = files::NewFile::begin(file, existing);
    if (!made_file) return fail(std::move(made_file.error()));

    // The record first: the papers it names never change, and those that come later do no harm. One that is removed
    // after it was found fails the backup; one that is gone before is a fault of the copy.
    const auto copy = copy_record(order.place);
    if (!copy) return fail(copy.error());
    auto contents = find_contents(order.place.folder, order.data);
    if (!contents) return fail(std::move(contents.error()));
    contents->members.push_back({name::ledger, copy->folder.path() / name::ledger});
    auto faults = find_faults(order.place, *copy);
    if (!faults) return fail(std::move(faults.error()));

    auto sealed = SealedWriter::begin(*made_file, order.passphrase, order.cost);
    if (!sealed) return fail(std::move(sealed.error()));
    const auto written = write(ArchiveWriter(*sealed), {order.place.office, copy->head}, contents->members);
    if (!written) return fail(written.error());
    if (auto ended = sealed->end(); !ended) return fail(std::move(ended.error()));
    if (auto checked = read_back(made_file->beside(), order.passphrase, *written); !checked)
        return fail(std::move(checked.error()));

    std::error_code ignored;
    const std::uintmax_t bytes = std::filesystem::file_size(made_file->beside(), ignored);
    if (auto finished = made_file->finish(); !finished) return fail(std::move(finished.error()));
    return Made{copy->head, bytes, written->size(), contents->left_out, std::move(*faults)};
}

}  // namespace besshi::backup
