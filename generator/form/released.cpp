#include "form/diagnostics.h"
#include "form/form.h"
#include "form/read_file.h"
#include "form/table_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::form {

namespace {

/// `"support-plan/2024-05-17" = { sha256 = "…", on = 2026-04-01 }`
Release read_entry(const Member& member, Faults& faults) {
    Release release;
    const std::size_t slash = member.key.find('/');
    release.form = member.key.substr(0, slash);
    if (slash != std::string::npos) release.revision = member.key.substr(slash + 1);
    TableReader reader(member.value, faults);
    release.sha256 = reader.text("sha256", Presence::required).value_or("");
    release.on = reader.date("on", Presence::required).value_or(Date{});
    reader.finish();
    if (!base::parse_date(release.revision)) faults.add(kinds::released_entry, member.place, {member.key});
    return release;
}

}  // namespace

Result<std::vector<Release>> read_releases(const std::filesystem::path& folder) {
    std::vector<Release> releases;
    std::error_code ignored;
    if (!std::filesystem::exists(folder / releases_file, ignored)) return releases;
    const Result<std::string> toml = read_file(folder / releases_file);
    if (!toml) return fail(toml.error());
    const std::string name = (folder.filename() / releases_file).string();
    const Result<Node> parsed = parse_toml(*toml, name);
    if (!parsed) return fail(parsed.error());
    Faults faults(name);
    for (const Member& member : parsed->members) releases.push_back(read_entry(member, faults));
    if (!faults.empty()) return fail(faults.take());
    return releases;
}

std::string to_line(const Release& release) {
    return fmt::format("\"{}/{}\" = {{ sha256 = \"{}\", on = {} }}\n", release.form, release.revision, release.sha256,
                       base::to_iso(release.on));
}

const Release* find_release(std::span<const Release> releases, const FormDefinition& form) {
    const auto found = std::ranges::find_if(releases, [&](const Release& release) {
        return release.form == form.form && release.revision == form.revision;
    });
    return found == releases.end() ? nullptr : &*found;
}

Diagnostics check_released(std::span<const Release> releases, const FormDefinition& form) {
    const Release* release = find_release(releases, form);
    if (!release || release->sha256 == form.sha256) return {};
    return {diagnose(kinds::released_changed, {{}, form.file, 1, 1}, {base::to_iso(release->on)})};
}

}  // namespace besshi::form
