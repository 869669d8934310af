#include "ledger/removal.h"

#include "ledger/diagnostics.h"
#include "ledger/tables.h"

#include <algorithm>

namespace besshi::ledger {

namespace {

void append_kept(std::vector<std::string>& files, const Event& event) {
    for (const Row& row : rows_of(event)) {
        const auto* file = std::get_if<StoredFile>(&row);
        if (file && file->state == FileState::kept && std::ranges::count(files, file->sha256) == 0)
            files.push_back(file->sha256);
    }
}

std::string join(std::span<const std::string> words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

Entry removal_entry(EventKind kind, const std::string& case_number, std::span<const std::string> files,
                    const Removal& removal) {
    Entry entry{.kind = kind, .case_number = case_number, .on = removal.on, .by = removal.by};
    entry.facts[fact::files] = join(files);
    entry.facts["reason"] = removal.reason;
    if (!removal.witness.empty()) entry.facts["witness"] = removal.witness;
    return entry;
}

}  // namespace

std::vector<std::string> files_of(const History& history) {
    std::vector<std::string> files;
    for (const Event& event : history.events) append_kept(files, event);
    return files;
}

Result<std::vector<std::string>> files_of_documents(const History& history, std::span<const std::string> ids) {
    std::vector<std::string> files;
    for (const std::string& id : ids) {
        const Document* document = history.find_document(id);
        if (!document) return fail(diagnose(kinds::delivery_unknown_document, {}, {id}));
        files.push_back(document->sha256);
    }
    return files;
}

Entry sealing_entry(const std::string& case_number, std::span<const std::string> files, const Removal& removal) {
    return removal_entry(EventKind::sealed, case_number, files, removal);
}

std::optional<std::string> keep_until(const History& history, int years) {
    if (!history.is_closed) return std::nullopt;
    std::string closed;
    for (const Event& event : history.events)
        if (event.kind == EventKind::closed) closed = event.on;
    auto day = base::parse_date(closed);
    if (!day) return std::nullopt;
    day->year += years;
    if (day->month == 2 && day->day == 29 && !base::parse_date(base::to_iso(*day))) day->day = 28;
    return base::to_iso(*day);
}

Result<Entry> deletion_entry(const History& history, std::span<const std::string> files, const Removal& removal,
                             int years) {
    const auto until = keep_until(history, years);
    if (!until) return fail(diagnose(kinds::retention_open, {}));
    if (removal.on <= *until) return fail(diagnose(kinds::retention_running, {}, {std::to_string(years), *until}));
    return removal_entry(EventKind::deleted, history.case_number, files, removal);
}

Result<void> check_unshared(Ledger& ledger, const std::string& case_number, std::span<const std::string> files) {
    Diagnostics faults;
    const auto read = ledger.for_each_event([&](const Event& event) {
        if (event.case_number == case_number) return;
        std::vector<std::string> kept;
        append_kept(kept, event);
        const bool shared =
            std::ranges::any_of(kept, [&](const std::string& file) { return std::ranges::count(files, file) > 0; });
        if (shared) faults.push_back(diagnose(kinds::file_shared, {}, {std::to_string(event.number) + "番"}));
    });
    if (!read) return fail(read.error());
    if (!faults.empty()) return fail(std::move(faults));
    return {};
}

}  // namespace besshi::ledger
