#include "form/diagnostics.h"
#include "form/faults.h"
#include "form/form.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace besshi::form {

namespace {

bool is_called(const DocumentId& document, std::string_view name) {
    return document.id == name || (!name.empty() && document.number == name);
}

bool is_in_force(const FormDefinition& definition, Date on) {
    return definition.in_force <= on && (!definition.accepted_until || on <= *definition.accepted_until);
}

/// The newest that is in force, else the newest. `revisions` has one at least, oldest first.
const FormDefinition* choose(const std::vector<const FormDefinition*>& revisions, std::optional<Date> on) {
    if (on)
        for (auto definition = revisions.rbegin(); definition != revisions.rend(); ++definition)
            if (is_in_force(**definition, *on)) return *definition;
    return revisions.back();
}

/// Whether `broken` may have the document: it says so, or nobody can read what it says and its folder, or another
/// revision of it, does.
bool may_have(const BrokenForm& broken, std::string_view document, std::span<const FormDefinition* const> others) {
    if (!broken.names.empty()) return std::ranges::find(broken.names, document) != broken.names.end();
    const auto is_same = [&](const FormDefinition* other) { return other->form == broken.form; };
    return broken.form == document || std::ranges::any_of(others, is_same);
}

Diagnostic unknown_revision(std::string_view document, std::string_view revision,
                            const std::vector<const FormDefinition*>& found) {
    std::vector<std::string_view> revisions;
    for (const FormDefinition* definition : found) revisions.push_back(definition->revision);
    return diagnose(kinds::revision_unknown, {}, {document, revision, quoted_list(revisions)});
}

}  // namespace

Result<const FormDefinition*> Catalogue::find(std::string_view document, std::optional<std::string_view> revision,
                                              std::optional<Date> on) const {
    const std::vector<const FormDefinition*> found = revisions_of(document);
    const FormDefinition* chosen = found.empty() ? nullptr : choose(found, on);
    if (revision) {
        const auto exact = std::ranges::find(found, *revision, &FormDefinition::revision);
        chosen = exact == found.end() ? nullptr : *exact;
    }
    const auto stands_in_the_way = [&](const BrokenForm& broken) {
        if (!may_have(broken, document, found)) return false;
        if (revision) return !chosen && broken.revision == *revision;
        const bool is_due = !on || !broken.in_force || *broken.in_force <= *on;
        return !chosen || (broken.revision > chosen->revision && is_due);
    };
    Diagnostics faults;
    for (const BrokenForm& broken : broken_)
        if (stands_in_the_way(broken)) std::ranges::copy(broken.faults, std::back_inserter(faults));
    if (!faults.empty()) return fail(std::move(faults));
    if (chosen) return chosen;
    if (found.empty()) return fail(unknown_document(document));
    return fail(unknown_revision(document, *revision, found));
}

const FormDefinition* Catalogue::find_newest(std::string_view document) const {
    const std::vector<const FormDefinition*> found = revisions_of(document);
    return found.empty() ? nullptr : found.back();
}

/// Oldest first.
std::vector<const FormDefinition*> Catalogue::revisions_of(std::string_view document) const {
    std::vector<const FormDefinition*> found;
    for (const FormDefinition& definition : definitions_)
        if (is_called(definition.document, document)) found.push_back(&definition);
    std::ranges::stable_sort(found, {}, &FormDefinition::revision);
    return found;
}

Diagnostics Catalogue::unknown_document(std::string_view document) const {
    std::set<std::string_view> names;
    for (const FormDefinition& definition : definitions_) {
        names.insert(definition.document.id);
        if (!definition.document.number.empty()) names.insert(definition.document.number);
    }
    const std::vector<std::string_view> all(names.begin(), names.end());
    const std::string hint = suggestion(find_nearest(document, all), "あるのは" + quoted_list(all) + "です。");
    Diagnostics faults{diagnose(kinds::document_unknown, {}, {document, hint})};
    for (const BrokenForm& broken : broken_)  // one of these may be it
        if (broken.names.empty()) std::ranges::copy(broken.faults, std::back_inserter(faults));
    return faults;
}

}  // namespace besshi::form
