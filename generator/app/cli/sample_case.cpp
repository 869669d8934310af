#include "cli/sample_case.h"

#include <algorithm>

namespace besshi::app {

namespace {

namespace fs = std::filesystem;

/// Cases as they are shipped, by name.
std::vector<fs::path> sample_cases(const fs::path& root) {
    std::vector<fs::path> cases;
    std::error_code ignored;
    for (fs::recursive_directory_iterator entry(root / "samples", ignored), end; entry != end; entry.increment(ignored))
        if (entry->path().extension() == ".json") cases.push_back(entry->path());
    std::ranges::sort(cases);
    return cases;
}

void collect_fields(const plan::Value& value, std::set<const field::Field*>& fields) {
    fields.insert(value.field);
    if (const auto* members = std::get_if<std::vector<plan::Member>>(&value.content))
        for (const plan::Member& member : *members) collect_fields(*member.value, fields);
    for (const plan::Value* element : value.elements()) collect_fields(*element, fields);
}

bool is_as_expected(const plan::CaseDocument& document) {
    return std::ranges::none_of(document.notes, [](const Diagnostic& d) { return d.severity == Severity::warning; });
}

/// How many of the fields that `form` reads stand in a case; 0 if the form cannot be printed with it.
std::size_t count_fields(const job::Stock& stock, const form::FormDefinition& form, const fs::path& file) {
    const auto bytes = job::read_case(file, std::nullopt);
    if (!bytes) return 0;
    const auto commission =
        job::commission(stock, *bytes, {form.document.id, form.revision, form::Purpose::record, {}, {}, {}});
    if (!commission || !is_as_expected(commission->document)) return 0;
    if (!fill::bind(form, commission->document, commission->request)) return 0;
    std::set<const field::Field*> present;
    collect_fields(commission->document.root(), present);
    const std::set<const field::Field*> read = form::fields_read(form, stock.table());
    return static_cast<std::size_t>(
        std::ranges::count_if(read, [&](const field::Field* field) { return present.contains(field); }));
}

}  // namespace

std::optional<fs::path> find_sample_case(const job::Stock& stock, const form::FormDefinition& form,
                                         const fs::path& root) {
    std::optional<fs::path> best;
    std::size_t most = 0;
    for (const fs::path& file : sample_cases(root)) {
        const std::size_t count = count_fields(stock, form, file);
        if (count <= most) continue;
        most = count;
        best = file;
    }
    return best;
}

}  // namespace besshi::app
