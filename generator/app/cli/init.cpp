#include "cli/command.h"
#include "cli/report.h"

namespace besshi::app {

namespace {

int init(const std::filesystem::path& folder, const Common& common) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    std::string lines;
    for (const auto& [name, text] : plan::new_office_files()) {
        const std::filesystem::path file = folder / name;
        if (const auto written = files::write(file, text, files::Existing::keep); !written)
            return report_faults(written.error(), common.json);
        files.push_back(file.string());
        lines += file.string() + "\n";
    }
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"files", files}});
    else
        print(std::string_view(lines +
                               "事業所のフォルダーができました。まず office.toml に事業所と職員を書いてください。\n"));
    return 0;
}

}  // namespace

void add_init(CLI::App& app, Invocation& invocation) {
    auto folder = std::make_shared<std::filesystem::path>();
    CLI::App* verb = app.add_subcommand("init", "事業所のフォルダーを新しく作る");
    verb->add_option("folder", *folder, "作るフォルダー")->required()->type_name("フォルダー");
    verb->callback(
        [folder, &invocation] { invocation.work = [folder](const Common& common) { return init(*folder, common); }; });
}

}  // namespace besshi::app
