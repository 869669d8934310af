#include "ledger/tables.h"

#include <fmt/format.h>

#include <charconv>

namespace besshi::ledger {

namespace {

template <class Number>
Number read_number(std::string_view text) {
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The parts of `text` between `separator`, empty ones left out.
std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Version version_of(const Event& event) {
    return {.case_number = event.case_number,
            .number = read_number<int>(event.fact(fact::number)),
            .id = std::string(event.fact(fact::version)),
            .case_sha256 = std::string(event.fact(fact::case_sha256)),
            .office_sha256 = std::string(event.fact(fact::office_sha256)),
            .event = event.number};
}

Document document_of(const Event& event) {
    const auto text = [&](const std::string& name) { return std::string(event.fact(name)); };
    return {.id = event.document,
            .case_number = event.case_number,
            .version = text(fact::version),
            .form = text(fact::form),
            .revision = text(fact::revision),
            .title = text(fact::title),
            .purpose = text(fact::purpose),
            .profile = text(fact::profile),
            .engine = text(fact::engine),
            .fonts = text(fact::fonts),
            .dated = text(fact::dated),
            .sha256 = text(fact::sha256),
            .pages = read_number<int>(event.fact(fact::pages)),
            .event = event.number};
}

void append_files(std::vector<Row>& rows, const Event& event) {
    for (const std::string_view line : split(event.fact(fact::kept), '\n')) {
        const std::vector<std::string_view> parts = split(line, ' ');
        if (parts.size() != 3) continue;
        rows.push_back(StoredFile{.sha256 = std::string(parts[0]),
                                  .media_type = std::string(parts[2]),
                                  .bytes = read_number<std::int64_t>(parts[1])});
    }
    const bool removes = event.kind == EventKind::sealed || event.kind == EventKind::deleted;
    for (const std::string_view sha256 : split(removes ? event.fact(fact::files) : std::string_view(), ' ')) {
        const FileState state = event.kind == EventKind::sealed ? FileState::sealed : FileState::deleted;
        rows.push_back(StoredFile{.sha256 = std::string(sha256), .media_type = {}, .bytes = 0, .state = state});
    }
}

}  // namespace

std::vector<Row> rows_of(const Event& event) {
    std::vector<Row> rows;
    append_files(rows, event);
    if (event.kind == EventKind::version) rows.push_back(version_of(event));
    if (event.kind == EventKind::document) rows.push_back(document_of(event));
    return rows;
}

Entry version_entry(const Version& version, std::span<const KeptFile> files) {
    return {.kind = EventKind::version,
            .case_number = version.case_number,
            .facts = {{fact::version, version.id},
                      {fact::case_sha256, version.case_sha256},
                      {fact::office_sha256, version.office_sha256},
                      {fact::kept, kept_fact(files)}}};
}

Entry document_entry(const Document& document, std::span<const KeptFile> files) {
    return {.kind = EventKind::document,
            .case_number = document.case_number,
            .document = document.id,
            .facts = {{fact::version, document.version},
                      {fact::form, document.form},
                      {fact::revision, document.revision},
                      {fact::title, document.title},
                      {fact::purpose, document.purpose},
                      {fact::profile, document.profile},
                      {fact::engine, document.engine},
                      {fact::fonts, document.fonts},
                      {fact::dated, document.dated},
                      {fact::sha256, document.sha256},
                      {fact::pages, std::to_string(document.pages)},
                      {fact::kept, kept_fact(files)}}};
}

bool is_removed(FileState state) {
    return state == FileState::sealed || state == FileState::deleted;
}

std::string kept_fact(std::span<const KeptFile> files) {
    std::string lines;
    for (const KeptFile& file : files) {
        if (!lines.empty()) lines += '\n';
        lines += fmt::format("{} {} {}", base::sha256_hex(file.bytes), file.bytes.size(), file.media_type);
    }
    return lines;
}

void Tables::apply(const Event& event) {
    for (Row& row : rows_of(event)) {
        if (auto* version = std::get_if<Version>(&row)) {
            versions_[{version->case_number, version->id}] = std::move(*version);
        } else if (auto* document = std::get_if<Document>(&row)) {
            documents_[document->id] = std::move(*document);
        } else {
            apply(std::get<StoredFile>(row), event.number);
        }
    }
}

void Tables::apply(const StoredFile& file, std::int64_t event) {
    const auto known = files_.find(file.sha256);
    if (file.state == FileState::kept) {
        files_[file.sha256] = file;
        file_events_.try_emplace(file.sha256, event);
    } else if (known != files_.end()) {
        known->second.state = file.state;
    }
}

}  // namespace besshi::ledger
