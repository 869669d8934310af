#include "cli/field_table.h"
#include "cli/forms.h"
#include "cli/report.h"

#include <fmt/format.h>

namespace besshi::app {

namespace {

/// `forms/` of `forms/<form>/<revision>/form.toml`, wherever that lies.
std::filesystem::path forms_folder_of(const std::filesystem::path& file) {
    return std::filesystem::absolute(file).parent_path().parent_path().parent_path();
}

/// The definitions of one file, without fault and as released.
Result<std::vector<form::FormDefinition>> examine(const field::Table& table, const std::string& file) {
    const auto bytes = files::read(file);
    if (!bytes) return fail(bytes.error());
    auto forms = form::load(table, *bytes, file);
    if (!forms) return forms;
    const std::filesystem::path forms_folder = forms_folder_of(file);
    if (forms_folder.filename() == "forms")  // elsewhere a form may lie as it likes
        if (Diagnostics faults = form::check_folder(forms->front(), std::filesystem::absolute(file)); !faults.empty())
            return fail(std::move(faults));
    const auto releases = form::read_releases(forms_folder);
    if (!releases) return fail(releases.error());
    if (Diagnostics faults = form::check_released(*releases, forms->front()); !faults.empty())
        return fail(std::move(faults));
    return forms;
}

int check(const std::vector<std::string>& files, const Common& common) {
    const auto table = read_field_table(common);
    if (!table) return report_faults(table.error(), common.json);

    Diagnostics faults;
    std::string summary;
    for (const std::string& file : files) {
        const auto forms = examine(*table, file);
        if (!forms) {
            faults.insert(faults.end(), forms.error().begin(), forms.error().end());
            continue;
        }
        for (const form::FormDefinition& form : *forms)
            summary += fmt::format("{}: {} {}（{} 版）に誤りはありません。\n", file, form.document.number,
                                   form.document.id, form.revision);
    }
    if (!faults.empty()) return report_faults(faults, common.json);
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"diagnostics", nlohmann::ordered_json::array()}});
    else
        print(std::string_view(summary));
    return 0;
}

}  // namespace

void add_forms_check(CLI::App& forms, Invocation& invocation) {
    auto files = std::make_shared<std::vector<std::string>>();
    CLI::App* verb = forms.add_subcommand("check", "様式のファイルを点検し、誤りを行と桁で知らせる");
    verb->add_option("file", *files, "様式のファイル（form.toml）")->required()->type_name("ファイル");
    verb->callback(
        [files, &invocation] { invocation.work = [files](const Common& common) { return check(*files, common); }; });
}

}  // namespace besshi::app
