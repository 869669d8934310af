#include "form/document_set.h"

#include "form/diagnostics.h"
#include "form/table_reader.h"

#include <algorithm>

namespace besshi::form {

Result<std::vector<DocumentSet>> read_sets(std::string_view toml, std::string_view file) {
    const Result<Node> parsed = parse_toml(toml, file);
    if (!parsed) return tl::unexpected(parsed.error());
    Faults faults(file);
    std::vector<DocumentSet> sets;
    for (const Member& member : parsed->members) {
        TableReader reader(member.value, faults);
        DocumentSet set{member.key, reader.text("title", Presence::required).value_or(""), reader.texts("documents")};
        if (set.documents.empty()) faults.add(kinds::set_empty, member.place, {member.key});
        reader.finish();
        sets.push_back(std::move(set));
    }
    if (!faults.empty()) return fail(faults.take());
    return sets;
}

Result<const DocumentSet*> find_set(std::span<const DocumentSet> sets, std::string_view name) {
    const auto found = std::ranges::find(sets, name, &DocumentSet::name);
    if (found != sets.end()) return &*found;
    std::vector<std::string_view> names;
    for (const DocumentSet& set : sets) names.push_back(set.name);
    return fail(diagnose(kinds::set_unknown, {}, {name, quoted_list(names)}));
}

}  // namespace besshi::form
