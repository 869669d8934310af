#include "plan/diagnostics.h"
#include "plan/office_choices.h"
#include "plan/record_reader.h"

#include <algorithm>

#include <memory>

namespace besshi::plan {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t office_bytes = 1u << 20;  ///< an office.toml is never larger: toml++ knows no limits of its own

enum class Language { json, toml };

/// Fills `tree` from `source`, which has lost its byte order mark. False: there is no tree.
bool parse(raw::Tree& tree, std::string_view bytes, Language language, const ReadLimits& limits, Faults& faults) {
    Faults syntax;
    const bool whole = language == Language::json ? raw::read_json(tree, bytes, limits, syntax)
                                                  : raw::read_toml(tree, bytes, limits, syntax);
    if (whole) return true;
    // A syntax fault hides that the file is not UTF-8 at all: say that instead.
    const std::size_t first = base::find_ill_formed_utf8(bytes);
    if (first == std::string_view::npos) {
        faults.append(std::move(syntax));
        return false;
    }
    std::size_t count = 0;
    for (std::size_t at = first; at != std::string_view::npos; ++count) {
        const std::size_t next = base::find_ill_formed_utf8(bytes.substr(at + 1));
        at = next == std::string_view::npos ? next : at + 1 + next;
    }
    faults.add(kinds::not_utf8, tree.origin_at(first), {std::to_string(count), std::to_string(first + 1)});
    return false;
}

/// The tree of an office; null: there is none. All cases of a run have the same office, so each thread keeps the
/// last one it read, which is good until the next call.
const raw::Tree* read_office(const Source& office, const ReadLimits& limits, Faults& faults) {
    struct Kept {
        Kept(std::string read, std::string name, const ReadLimits& under)
            : bytes(std::move(read)), file(std::move(name)), limits(under), tree(Source{bytes, file}) {}
        std::string bytes, file;
        ReadLimits limits;
        raw::Tree tree;  ///< of `bytes`
    };
    thread_local std::unique_ptr<const Kept> kept;
    if (kept && kept->bytes == office.bytes && kept->file == office.file && kept->limits == limits) return &kept->tree;
    auto fresh = std::make_unique<Kept>(std::string(office.bytes), office.file, limits);
    if (!parse(fresh->tree, fresh->bytes, Language::toml, limits, faults)) return nullptr;
    kept = std::move(fresh);
    return &kept->tree;
}

/// What of a source is read: its bytes without the byte order mark. Refuses what is too large.
std::optional<Source> without_mark(const Source& source, std::size_t most, Faults& faults) {
    if (source.bytes.size() > most) {
        faults.add(kinds::file_too_large, Origin{{}, source.file},
                   {std::to_string(source.bytes.size()), std::to_string(most)});
        return std::nullopt;
    }
    Source body = source;
    if (body.bytes.starts_with(byte_order_mark)) {
        body.bytes.remove_prefix(byte_order_mark.size());
        faults.add(kinds::byte_order_mark, Origin{{}, source.file, 1});
    }
    return body;
}

}  // namespace

Result<CaseDocument> read(const field::Table& table, Source case_json, std::optional<Source> office_toml,
                          const ReadLimits& limits) {
    Faults faults;
    const auto case_body = without_mark(case_json, limits.bytes, faults);
    std::optional<Source> office_body;
    if (office_toml) office_body = without_mark(*office_toml, std::min(office_bytes, limits.bytes), faults);
    if (faults.has_error()) return fail(std::move(faults).take());

    raw::Tree case_tree(*case_body);
    const bool whole = parse(case_tree, case_body->bytes, Language::json, limits, faults);
    const raw::Tree* const office_tree = office_body ? read_office(*office_body, limits, faults) : nullptr;
    if (!whole || (office_body && !office_tree)) return fail(std::move(faults).take());

    auto storage = std::make_unique<CaseDocument::Storage>();
    storage->table = &table;
    RecordReader(*storage, faults).read(case_tree, office_tree);
    OfficeChoices choices;
    if (office_tree) choices = read_office_choices(*office_tree, faults);
    if (faults.has_error()) return fail(std::move(faults).take());

    CaseDocument document(std::move(storage));
    document.form_parameters = std::move(choices.form_parameters);
    document.document_sets = std::move(choices.document_sets);
    document.notes = std::move(faults).take();
    document.sha256 = office_toml ? base::sha256_hex(std::string(case_json.bytes) + std::string(office_toml->bytes))
                                  : base::sha256_hex(case_json.bytes);
    return document;
}

}  // namespace besshi::plan
