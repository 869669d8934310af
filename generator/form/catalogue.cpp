#include "form/broken_form.h"
#include "form/diagnostics.h"
#include "form/form.h"
#include "form/read_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

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

/// `forms/support-plan/2024-05-17/form.toml`: what messages call a file, wherever the folder lies.
std::string name_of(const fs::path& file, const fs::path& folder) {
    return (folder.filename() / file.lexically_relative(folder)).string();
}

CatalogueEntry to_entry(const FormDefinition& definition, const fs::path& path) {
    return {definition.document.id, definition.document.number, definition.document.title,
            definition.form,        definition.revision,        definition.notice,
            definition.in_force,    definition.accepted_until,  path};
}

}  // namespace

Diagnostics check_folder(const FormDefinition& definition, const fs::path& file) {
    const std::string in_path =
        file.parent_path().parent_path().filename().string() + "/" + file.parent_path().filename().string();
    const std::string in_file = definition.form + "/" + definition.revision;
    if (in_path == in_file) return {};
    return {diagnose(kinds::catalogue_folder, {{}, definition.file, 1, 1}, {in_path, in_file})};
}

Result<std::string> read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    if (stream) bytes << stream.rdbuf();  // what cannot be read does not throw here, as an iterator over it would
    if (!stream || stream.bad()) return fail(diagnose(kinds::file_unreadable, {{}, path.string()}, {""}));
    return bytes.str();
}

Result<Catalogue> Catalogue::read(const field::Table& table, const fs::path& folder) {
    const Result<std::vector<fs::path>> files = find_form_files(folder);
    if (!files) return tl::unexpected(files.error());
    const Result<std::vector<Release>> releases = read_releases(folder);
    if (!releases) return tl::unexpected(releases.error());

    Catalogue catalogue;
    for (const fs::path& file : *files) {
        const Result<std::string> toml = read_file(file);
        if (!toml) {
            catalogue.broken_.push_back(to_broken(file, {}, toml.error()));
            continue;
        }
        Result<std::vector<FormDefinition>> definitions = load(table, *toml, name_of(file, folder));
        Diagnostics faults = definitions ? check_folder(definitions->front(), file) : std::move(definitions.error());
        if (definitions) {
            std::ranges::move(check_released(*releases, definitions->front()), std::back_inserter(faults));
            std::ranges::move(catalogue.find_twins(*definitions, folder), std::back_inserter(faults));
        }
        if (!faults.empty()) {
            catalogue.broken_.push_back(to_broken(file, *toml, std::move(faults)));
            continue;
        }
        for (FormDefinition& definition : *definitions) {
            catalogue.entries_.push_back(to_entry(definition, file));
            catalogue.definitions_.push_back(std::move(definition));
        }
    }
    catalogue.add_missing(*releases);
    return catalogue;
}

Diagnostics Catalogue::find_twins(std::span<const FormDefinition> definitions, const fs::path& folder) const {
    Diagnostics faults;
    for (const FormDefinition& definition : definitions) {
        const DocumentId& document = definition.document;
        for (const CatalogueEntry& entry : entries_) {
            const Origin origin{{}, definition.file, 1, 1};
            const bool is_same = entry.document == document.id;
            if (is_same && entry.revision == definition.revision)
                faults.push_back(
                    diagnose(kinds::catalogue_twice, origin, {entry.document, name_of(entry.path, folder)}));
            if (!is_same && !document.number.empty() && entry.number == document.number)
                faults.push_back(
                    diagnose(kinds::catalogue_number, origin, {entry.number, name_of(entry.path, folder)}));
        }
    }
    return faults;
}

void Catalogue::add_missing(std::span<const Release> releases) {
    for (const Release& release : releases) {
        const auto is_released = [&](const auto& form) {
            return form.form == release.form && form.revision == release.revision;
        };
        if (std::ranges::any_of(entries_, is_released) || std::ranges::any_of(broken_, is_released)) continue;
        BrokenForm missing;
        missing.form = release.form;
        missing.revision = release.revision;
        missing.faults = {diagnose(kinds::released_missing, {}, {release.form, release.revision})};
        broken_.push_back(std::move(missing));
    }
}

}  // namespace besshi::form
