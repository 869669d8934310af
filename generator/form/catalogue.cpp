#include "form/diagnostics.h"
#include "form/faults.h"
#include "form/form.h"
#include "form/read_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace besshi::form {

namespace {

namespace fs = std::filesystem;

/// `<folder>/<form>/<revision>/form.toml`, sorted by name, whatever the file system's order is.
Result<std::vector<fs::path>> find_form_files(const fs::path& folder) {
    const auto folders_in = [](const fs::path& where, std::error_code& error) {
        std::vector<fs::path> folders;
        for (fs::directory_iterator entry(where, error), end; !error && entry != end; entry.increment(error))
            if (entry->is_directory()) folders.push_back(entry->path());
        std::ranges::sort(folders);
        return folders;
    };
    std::error_code error;
    std::vector<fs::path> files;
    for (const fs::path& form : folders_in(folder, error))
        for (const fs::path& revision : folders_in(form, error))
            if (fs::exists(revision / "form.toml", error)) files.push_back(revision / "form.toml");
    if (error) return fail(diagnose(kinds::file_unreadable, {{}, folder.string()}, {error.message()}));
    return files;
}

void append(Diagnostics& all, Diagnostics more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// `forms/support-plan/2024-05-17/form.toml`: what messages call a file, wherever the folder lies.
std::string name_of(const fs::path& file, const fs::path& folder) {
    return (folder.filename() / file.lexically_relative(folder)).string();
}

void check_folder(const FormDefinition& definition, const fs::path& file, Diagnostics& faults) {
    const std::string in_path =
        file.parent_path().parent_path().filename().string() + "/" + file.parent_path().filename().string();
    const std::string in_file = definition.form + "/" + definition.revision;
    if (in_path != in_file)
        faults.push_back(diagnose(kinds::catalogue_folder, {{}, definition.file, 1, 1}, {in_path, in_file}));
}

CatalogueEntry to_entry(const FormDefinition& definition, const fs::path& path) {
    return {definition.document.id, definition.document.number, definition.document.title,
            definition.form,        definition.revision,        definition.notice,
            definition.in_force,    definition.accepted_until,  path};
}

bool is_in_force(const FormDefinition& definition, Date on) {
    return definition.in_force <= on && (!definition.accepted_until || on <= *definition.accepted_until);
}

/// Every released revision is still there.
void check_presence(const std::vector<Release>& releases, const Catalogue& catalogue, Diagnostics& faults) {
    for (const Release& release : releases) {
        const bool present = std::ranges::any_of(catalogue.entries(), [&](const CatalogueEntry& entry) {
            return entry.form == release.form && entry.revision == release.revision;
        });
        if (!present) faults.push_back(diagnose(kinds::released_missing, {}, {release.form, release.revision}));
    }
}

}  // namespace

Result<std::string> read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) return fail(diagnose(kinds::file_unreadable, {{}, path.string()}, {""}));
    return bytes;
}

Result<Catalogue> Catalogue::read(const field::Table& table, const fs::path& folder) {
    const Result<std::vector<fs::path>> files = find_form_files(folder);
    if (!files) return tl::unexpected(files.error());
    const Result<std::vector<Release>> releases = read_releases(folder);
    if (!releases) return tl::unexpected(releases.error());

    Catalogue catalogue;
    Diagnostics faults;
    for (const fs::path& file : *files) {
        const Result<std::string> toml = read_file(file);
        if (!toml) {
            append(faults, toml.error());
            continue;
        }
        Result<std::vector<FormDefinition>> definitions = load(table, *toml, name_of(file, folder));
        if (!definitions) {
            append(faults, std::move(definitions.error()));
            continue;
        }
        check_folder(definitions->front(), file, faults);
        append(faults, check_released(*releases, definitions->front()));
        for (FormDefinition& definition : *definitions) {
            for (const CatalogueEntry& entry : catalogue.entries_)
                if (entry.document == definition.document.id && entry.revision == definition.revision)
                    faults.push_back(diagnose(kinds::catalogue_twice, {{}, definition.file, 1, 1},
                                              {entry.document, name_of(entry.path, folder)}));
            catalogue.entries_.push_back(to_entry(definition, file));
            catalogue.definitions_.push_back(std::move(definition));
        }
    }
    if (faults.empty()) check_presence(*releases, catalogue, faults);
    if (!faults.empty()) return fail(std::move(faults));
    return catalogue;
}

Result<const FormDefinition*> Catalogue::find(std::string_view document, std::optional<std::string_view> revision,
                                              std::optional<Date> on) const {
    std::vector<const FormDefinition*> found;  // oldest revision first
    std::set<std::string_view> names;
    for (const FormDefinition& definition : definitions_) {
        names.insert(definition.document.id);
        if (!definition.document.number.empty()) names.insert(definition.document.number);
        if (definition.document.id == document || (!document.empty() && definition.document.number == document))
            found.push_back(&definition);
    }
    const std::vector<std::string_view> all(names.begin(), names.end());
    if (found.empty()) {
        const std::string otherwise = "あるのは" + quoted_list(all) + "です。";
        const std::string hint = suggestion(find_nearest(document, all), otherwise);
        return fail(diagnose(kinds::document_unknown, {}, {document, hint}));
    }
    std::ranges::stable_sort(found, {}, &FormDefinition::revision);

    if (revision) {
        const auto exact = std::ranges::find(found, *revision, &FormDefinition::revision);
        if (exact != found.end()) return *exact;
        std::vector<std::string_view> revisions;
        for (const FormDefinition* definition : found) revisions.push_back(definition->revision);
        return fail(diagnose(kinds::revision_unknown, {}, {document, *revision, quoted_list(revisions)}));
    }
    if (on)
        for (auto definition = found.rbegin(); definition != found.rend(); ++definition)
            if (is_in_force(**definition, *on)) return *definition;
    return found.back();
}

}  // namespace besshi::form
