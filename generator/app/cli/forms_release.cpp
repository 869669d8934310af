#include "cli/form_name.h"
#include "cli/forms.h"
#include "cli/report.h"

#include <fmt/format.h>

#include <chrono>

namespace besshi::app {

namespace {

constexpr std::string_view heading =
    "# 使い始めた改定の記録。besshi forms release が書く。手では直さない（forms/EDITING.ja.md の 1.）。\n";

/// The day it is here, for a release whose day nobody gave.
Date today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    ::localtime_r(&now, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

/// Adds the line of `release` to `forms/released.toml`.
Result<void> record(const form::Release& release, const std::filesystem::path& file) {
    std::string text(heading);
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        auto present = files::read(file);
        if (!present) return fail(present.error());
        text = std::move(*present);
        if (!text.ends_with('\n')) text += '\n';
    }
    return files::write(file, text + form::to_line(release), files::Existing::replace);
}

int report(const form::Release& release, std::string_view sentence, const Common& common) {
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true},
                                     {"form", release.form},
                                     {"revision", release.revision},
                                     {"sha256", release.sha256},
                                     {"on", base::to_iso(release.on)}});
    else
        print(std::string_view(fmt::format("{} の {} 版{}\n", release.form, release.revision, sentence)));
    return 0;
}

int release(const std::string& name, const std::string& on, const Common& common) {
    const auto [document, revision] = parse_form_name(name);
    if (!revision)
        return report_wrong_argument("どの版を確定するのかがわかりません。", "例: F01@2026-04-01", common.json);
    const std::optional<Date> day = on.empty() ? today() : base::parse_date(on);
    if (!day) return report_wrong_argument("--on の日付が正しくありません。", "例: --on 2026-04-01", common.json);
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    const auto form = stock->forms().find(document, revision, std::nullopt);
    if (!form) return report_faults(form.error(), common.json);

    const std::filesystem::path folder = common.data / "forms";
    const auto releases = form::read_releases(folder);
    if (!releases) return report_faults(releases.error(), common.json);
    if (const form::Release* present = form::find_release(*releases, **form))
        return report(*present, fmt::format("は、{} に確定ずみです。", base::to_iso(present->on)), common);
    const form::Release made{(*form)->form, (*form)->revision, (*form)->sha256, *day};
    if (const auto recorded = record(made, folder / form::releases_file); !recorded)
        return report_faults(recorded.error(), common.json);
    return report(made, "を確定しました。このファイルはもう直せません。直すときは新しい版を作ってください。", common);
}

}  // namespace

void add_forms_release(CLI::App& forms, Invocation& invocation) {
    auto name = std::make_shared<std::string>();
    auto on = std::make_shared<std::string>();
    CLI::App* verb = forms.add_subcommand("release", "使い始める版を確定し、ファイルが後で変わらないようにする");
    verb->add_option("form", *name, "様式の番号か名前と版（例: F01@2026-04-01）")->required()->type_name("様式@版");
    verb->add_option("--on", *on, "確定した日（はじめの値は今日）")->type_name("日付");
    verb->callback([name, on, &invocation] {
        invocation.work = [name, on](const Common& common) { return release(*name, *on, common); };
    });
}

}  // namespace besshi::app
