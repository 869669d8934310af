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

/// Those of `files` that events of other cases keep as well.
Result<std::vector<std::string>> shared_files(Ledger& ledger, const std::string& case_number,
                                              std::span<const std::string> files) {
    std::vector<std::string> shared;
    const auto read = ledger.for_each_event([&](const Event& event) {
        if (event.case_number == case_number) return;
        std::vector<std::string> kept;
        append_kept(kept, event);
        for (const std::string& file : kept)
            if (std::ranges::count(files, file) > 0 && std::ranges::count(shared, file) == 0) shared.push_back(file);
    });
    if (!read) return fail(read.error());
    return shared;
}

}  // namespace

std::vector<std::string> files_of(const History& history) {
    std::vector<std::string> files;
    for (const Event& event : history.events) append_kept(files, event);
    return files;
}

std::vector<std::string> files_of_event(const History& history, std::int64_t number) {
    std::vector<std::string> files;
    for (const Event& event : history.events)
        if (event.number == number) append_kept(files, event);
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

Result<std::vector<std::string>> removable_files(Ledger& ledger, const History& history,
                                                 std::span<const std::string> named) {
    const std::vector<std::string> own = files_of(history);
    for (const std::string& file : named)
        if (std::ranges::count(own, file) == 0) return fail(diagnose(kinds::file_missing, {}, {file.substr(0, 12)}));
    std::vector<std::string> files = named.empty() ? own : std::vector(named.begin(), named.end());
    const auto shared = shared_files(ledger, history.case_number, files);
    if (!shared) return fail(shared.error());
    if (!named.empty() && !shared->empty())
        return fail(diagnose(kinds::file_shared, {}, {shared->front().substr(0, 12)}));
    std::erase_if(files, [&](const std::string& file) { return std::ranges::count(*shared, file) > 0; });
    return files;
}

}  // namespace besshi::ledger
