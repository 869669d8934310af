#include "ledger/verification.h"

#include "ledger/diagnostics.h"

#include <system_error>

namespace besshi::ledger {

namespace {

std::pair<std::string, std::string> key_of(const Version& row) {
    return {row.case_number, row.id};
}
std::string key_of(const Document& row) {
    return row.id;
}
std::string key_of(const StoredFile& row) {
    return row.sha256;
}

std::string name_of_row(const Version& row) {
    return row.case_number + " " + std::to_string(row.number);
}
std::string name_of_row(const Document& row) {
    return row.id;
}
std::string name_of_row(const StoredFile& row) {
    return row.sha256.substr(0, 12);
}

}  // namespace

void Verifier::check_event(const EventRow& row) {
    const Event& event = row.event;
    Head& head = verification_.head;
    const std::string number = std::to_string(event.number);
    if (event.number <= head.events) {  // there is one of this number, or it is none that is given
        add(diagnose(kinds::event_misplaced, {}, {number}));
        return;
    }
    for (std::int64_t missing = head.events + 1; missing < event.number; ++missing) {
        add(diagnose(kinds::event_missing, {}, {std::to_string(missing)}));
        if (verification_.faults.size() > 20) break;  // a large hole is told by its beginning
    }
    if (!row.is_readable || hash_of(office_, event, row.facts) != event.hash) {
        add(diagnose(kinds::event_changed, {}, {number}));
    } else if (event.number == head.events + 1 && event.previous != head.hash) {
        add(diagnose(kinds::event_misplaced, {}, {number}));
    }
    head = {event.number, event.hash};
    expected_.apply(event);
}

void Verifier::check_chain(const std::optional<KeptHead>& kept) {
    read_event_rows(database_, office_, {}, [&](const EventRow& row) {
        check_event(row);
        if (kept && row.event.number == kept->events) hash_at_kept_ = row.event.hash;
    });
    check_head(kept);
}

void Verifier::check_head(const std::optional<KeptHead>& kept) {
    const Head& found = verification_.head;
    const Head stored = read_head_of(database_, office_, Lock::none).value_or(Head{});
    if (stored.events > found.events)
        add(diagnose(kinds::event_missing, {}, {std::to_string(found.events + 1)}));
    else if (stored != found)
        add(diagnose(kinds::event_misplaced, {}, {std::to_string(found.events)}));
    if (!kept) return;
    const std::string kept_events = std::to_string(kept->events);
    if (kept->events > found.events)
        add(diagnose(kinds::head_behind, {}, {std::to_string(found.events), kept_events}));
    else if (!hash_at_kept_.starts_with(kept->beginning))
        add(diagnose(kinds::head_differs, {}, {kept_events}));
}

template <class RowType>
void Verifier::add_difference(std::string_view table, const RowType& expected) {
    add(diagnose(kinds::row_differs, {}, {table, name_of_row(expected), std::to_string(expected_.event_of(expected))}));
}

template <class Key, class RowType>
void Verifier::compare(std::string_view table, std::map<Key, RowType> expected, std::span<const RowType> present) {
    for (const RowType& row : present) {
        const auto known = expected.find(key_of(row));
        if (known == expected.end()) {
            add(diagnose(kinds::row_foreign, {}, {table, name_of_row(row)}));
            continue;
        }
        if (!(known->second == row)) add_difference(table, known->second);
        expected.erase(known);
    }
    for (const auto& [key, row] : expected) add_difference(table, row);
}

void Verifier::check_tables() {
    compare<std::pair<std::string, std::string>, Version>("版", expected_.versions(),
                                                          read_versions(database_, office_, std::nullopt));
    compare<std::string, Document>("書類", expected_.documents(), read_documents(database_, office_, {}));
    compare<std::string, StoredFile>("ファイル", expected_.files(), read_files(database_, office_, std::nullopt));
}

std::optional<Diagnostic> Verifier::find_damage(const Vault& vault, const StoredFile& file, FileCheck check) {
    const std::string name = name_of_row(file);
    std::error_code error;
    const auto bytes = std::filesystem::file_size(vault.path_of(file), error);
    if (error) return diagnose(kinds::file_missing, {}, {name});
    if (static_cast<std::int64_t>(bytes) != file.bytes) return diagnose(kinds::file_damaged, {}, {name});
    if (check == FileCheck::sizes) return std::nullopt;
    const auto read = vault.read(file);
    return read ? std::nullopt : std::optional(read.error().front());
}

void Verifier::check_files(const Vault& vault, FileCheck check) {
    for (const auto& [sha256, file] : expected_.files()) {
        if (is_removed(file.state)) {
            std::error_code ignored;
            if (std::filesystem::exists(vault.path_of(file), ignored))
                add(diagnose(kinds::file_left, {}, {name_of_row(file)}));
            continue;
        }
        auto damage = find_damage(vault, file, check);
        if (!damage) continue;
        const auto now = read_files(database_, office_, sha256);
        const bool went_meanwhile = !now.empty() && is_removed(now.front().state);
        if (!went_meanwhile) add(std::move(*damage));
    }
}

}  // namespace besshi::ledger
