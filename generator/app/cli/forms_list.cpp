#include "cli/forms.h"
#include "cli/report.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::app {

namespace {

/// What is wrong with the forms that cannot be used; it does not keep the others from being listed.
Diagnostics warnings_of(std::span<const form::BrokenForm> broken) {
    Diagnostics warnings;
    for (const form::BrokenForm& form : broken) warnings.insert(warnings.end(), form.faults.begin(), form.faults.end());
    for (Diagnostic& warning : warnings) warning.severity = Severity::warning;
    return warnings;
}

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
    const Diagnostics warnings = warnings_of(stock->forms().broken());
    if (common.json) {
        print(nlohmann::ordered_json{{"ok", true}, {"diagnostics", to_json(warnings)}, {"forms", documents}});
    } else {
        print(std::string_view(table));
        report_notes(warnings);
    }
    return 0;
}

}  // namespace

void add_forms_list(CLI::App& forms, Invocation& invocation) {
    CLI::App* verb = forms.add_subcommand("list", "使える様式と版の一覧");
    verb->callback([&invocation] { invocation.work = list; });
}

}  // namespace besshi::app
