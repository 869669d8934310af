#include "cli/command.h"
#include "cli/form_name.h"
#include "cli/report.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::app {

namespace {

int list(const Common& common) {
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    nlohmann::ordered_json documents = nlohmann::ordered_json::array();
    std::string table;
    std::vector<form::CatalogueEntry> entries(stock->forms().entries().begin(), stock->forms().entries().end());
    std::ranges::stable_sort(entries, {}, &form::CatalogueEntry::number);
    for (const form::CatalogueEntry& entry : entries) {
        documents.push_back({{"number", entry.number},
                             {"id", entry.document},
                             {"revision", entry.revision},
                             {"in_force", base::to_iso(entry.in_force)},
                             {"title", entry.title},
                             {"notice", entry.notice}});
        table += fmt::format("{:4} {:24} {}  施行 {}  {}\n", entry.number, entry.document, entry.revision,
                             base::to_iso(entry.in_force), entry.title);
    }
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"forms", documents}});
    else
        print(std::string_view(table));
    return 0;
}

std::string_view type_word(form::Parameter::Type type) {
    switch (type) {
        case form::Parameter::Type::text:
            return "文字";
        case form::Parameter::Type::boolean:
            return "true／false";
        case form::Parameter::Type::count:
            return "数";
        case form::Parameter::Type::time:
            return "時刻";
    }
    return {};
}

std::string describe(const form::FormDefinition& form) {
    std::string text =
        fmt::format("{} {}（{} 版）\n{}\n施行: {}\n日付: {}\n\n設定（--param 名前=値）\n", form.document.number,
                    form.document.id, form.revision, form.notice, base::to_iso(form.in_force), form.dated);
    for (const auto& [name, parameter] : form.parameters) {
        const auto own = form.document.parameters.find(name);
        text += fmt::format("  {:16} {:12} はじめの値「{}」", name, type_word(parameter.type),
                            own == form.document.parameters.end() ? parameter.default_value : own->second);
        for (const auto& [purpose, value] : parameter.by_purpose)
            text += fmt::format("  {} では「{}」", form::to_string(purpose), value);
        text += '\n';
    }
    for (const auto& [purpose, paths] : form.needs) {
        text += fmt::format("\n{} に必要な項目\n", form::to_string(purpose));
        for (const std::string& path : paths) text += "  " + path + "\n";
    }
    return text;
}

int show(const std::string& name, const Common& common) {
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    const auto [document, revision] = parse_form_name(name);
    const auto form = stock->forms().find(document, revision, std::nullopt);
    if (!form) return report_faults(form.error(), common.json);
    const std::string text = describe(**form);
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"form", (*form)->document.id}, {"text", text}});
    else
        print(std::string_view(text));
    return 0;
}

int check(const std::vector<std::string>& files, const Common& common) {
    const auto fields = job::read_file(common.data / "forms" / "fields.toml");
    if (!fields) return report_faults(fields.error(), common.json);
    const auto table = field::Table::read(*fields, "forms/fields.toml");
    if (!table) return report_faults(table.error(), common.json);

    Diagnostics faults;
    std::string summary;
    for (const std::string& file : files) {
        const auto bytes = job::read_file(file);
        const auto forms = bytes ? form::load(*table, *bytes, file) : fail(bytes.error());
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

void add_forms(CLI::App& app, Invocation& invocation) {
    CLI::App* verb = app.add_subcommand("forms", "様式の一覧、内容、点検");
    verb->require_subcommand(1);

    CLI::App* lister = verb->add_subcommand("list", "使える様式と版の一覧");
    lister->callback([&invocation] { invocation.work = list; });

    auto name = std::make_shared<std::string>();
    CLI::App* shower = verb->add_subcommand("show", "一つの様式の設定と、必要な項目");
    shower->add_option("form", *name, "様式の番号か名前（例: F01）")->required()->type_name("様式[@版]");
    shower->callback(
        [name, &invocation] { invocation.work = [name](const Common& common) { return show(*name, common); }; });

    auto files = std::make_shared<std::vector<std::string>>();
    CLI::App* checker = verb->add_subcommand("check", "様式のファイルを点検し、誤りを行と桁で知らせる");
    checker->add_option("file", *files, "様式のファイル（form.toml）")->required()->type_name("ファイル");
    checker->callback(
        [files, &invocation] { invocation.work = [files](const Common& common) { return check(*files, common); }; });
}

}  // namespace besshi::app
