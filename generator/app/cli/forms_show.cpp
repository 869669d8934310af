#include "cli/form_name.h"
#include "cli/forms.h"
#include "cli/report.h"

#include <fmt/format.h>

namespace besshi::app {

namespace {

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
        for (const std::string& choice : parameter.choices) text += fmt::format("\n{:33}選べる値「{}」", "", choice);
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

}  // namespace

void add_forms_show(CLI::App& forms, Invocation& invocation) {
    auto name = std::make_shared<std::string>();
    CLI::App* verb = forms.add_subcommand("show", "一つの様式の設定と、必要な項目");
    verb->add_option("form", *name, "様式の番号か名前（例: F01）")->required()->type_name("様式[@版]");
    verb->callback(
        [name, &invocation] { invocation.work = [name](const Common& common) { return show(*name, common); }; });
}

}  // namespace besshi::app
