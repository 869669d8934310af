#include "cli/form_name.h"
#include "cli/forms.h"
#include "cli/report.h"

#include "review/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace besshi::app {

namespace {

using form::Strain;
using Json = nlohmann::ordered_json;

struct LintArguments {
    std::vector<std::string> forms;
    bool all = false;  ///< also what is accepted, and what happens at the limit
};

/// All documents of one form file.
struct FormFile {
    std::string name;
    std::vector<review::Lint> documents;
    std::vector<review::UnusedAcceptance> unused;

    bool is_clean() const { return unused.empty() && std::ranges::all_of(documents, review::is_clean); }
};

/// The files of the forms named, or all.
Result<std::set<std::string>> chosen_files(const form::Catalogue& catalogue, const std::vector<std::string>& names) {
    std::set<std::string> files;
    Diagnostics faults;
    for (const std::string& name : names) {
        const auto [document, revision] = parse_form_name(name);
        const auto form = catalogue.find(document, revision, std::nullopt);
        if (form)
            files.insert((*form)->file);
        else
            faults.insert(faults.end(), form.error().begin(), form.error().end());
    }
    if (names.empty()) {
        for (const form::FormDefinition& form : catalogue.definitions()) files.insert(form.file);
        for (const form::BrokenForm& form : catalogue.broken())
            faults.insert(faults.end(), form.faults.begin(), form.faults.end());
    }
    if (!faults.empty()) return fail(std::move(faults));
    return files;
}

FormFile lint_file(const job::Stock& stock, const std::string& name) {
    FormFile file{name, {}, {}};
    for (const form::FormDefinition& form : stock.forms().definitions())
        if (form.file == name) file.documents.push_back(review::lint(form, {stock.table(), stock.fonts()}));
    file.unused = review::find_unused(file.documents);
    return file;
}

std::string_view words_of(Strain strain) {
    switch (strain) {
        case Strain::shrink:
            return "縮む";
        case Strain::narrow:
            return "字の幅が狭まる";
        case Strain::emergency_break:
            return "切れないところで折れる";
        case Strain::carry_over:
            return "別紙へ続く";
        case Strain::note:
            return "番号になり、文は別の欄へ行く";
        case Strain::pages:
            return "ページが増える";
        case Strain::signature:
            return "ほかの様式にない名前の署名欄";
    }
    return {};
}

std::string sentence_of(const review::Finding& finding) {
    std::string text = fmt::format("    {}", words_of(finding.strain));
    if (finding.strain == Strain::shrink) text += fmt::format("（{:.1f} pt まで）", finding.size.pt());
    if (!finding.cell.empty()) text += "　" + finding.cell;
    if (!finding.label.empty()) text += "「" + finding.label + "」";
    if (finding.places > 1) text += fmt::format("　{} か所", finding.places);
    if (!finding.accepted_as.empty()) text += fmt::format("　── 承知：{}", finding.accepted_as);
    return text + "\n";
}

enum class Shown { open, all };

std::string describe(const review::Trial& trial, std::string_view heading, Shown shown) {
    std::string text;
    for (const review::Finding& finding : trial.findings)
        if (shown == Shown::all || finding.accepted_as.empty()) text += sentence_of(finding);
    for (const Diagnostic& refusal : trial.refusals) text += base::to_line(refusal) + "\n";
    return text.empty() ? text : fmt::format("  {}\n{}", heading, text);
}

/// Of a form that cannot be laid out there is no number of pages.
std::string pages_of(const review::Trial& trial) {
    return trial.refusals.empty() ? fmt::format("{}", trial.pages) : "作れない";
}

std::string describe(const review::Lint& lint, const LintArguments& arguments) {
    const form::FormDefinition& form = *lint.form;
    std::string text = fmt::format("{} {}（{} 版）　ページ数：白紙 {}、目安の字数 {}、上限の字数 {}\n",
                                   form.document.number, form.document.title, form.revision, pages_of(lint.blank),
                                   pages_of(lint.expected), pages_of(lint.limit));
    const Shown shown = arguments.all ? Shown::all : Shown::open;
    review::Trial limit = lint.limit;
    if (!arguments.all) limit.findings.clear();
    review::Trial blank = lint.blank;
    blank.findings.clear();
    return text + describe(blank, "白紙", shown) + describe(lint.expected, "目安の字数を入れると", shown) +
           describe(limit, "上限の字数を入れると", shown);
}

std::string describe(const FormFile& file, const LintArguments& arguments) {
    std::string text;
    for (const review::Lint& lint : file.documents) text += describe(lint, arguments);
    for (const review::UnusedAcceptance& unused : file.unused)
        text += fmt::format("  起きていないことの [[accept]]　{} {}　{}:{}\n", form::to_string(unused.strain),
                            unused.cell, file.name, unused.line);
    return text;
}

Json to_json(const review::Trial& trial) {
    Json findings = Json::array();
    for (const review::Finding& finding : trial.findings) {
        Json one{{"kind", form::to_string(finding.strain)},
                 {"cell", finding.cell},
                 {"label", finding.label},
                 {"places", finding.places}};
        if (finding.strain == Strain::shrink) one["size_pt"] = finding.size.pt();
        if (!finding.accepted_as.empty()) one["accepted"] = finding.accepted_as;
        findings.push_back(std::move(one));
    }
    return {{"pages", trial.pages}, {"findings", findings}, {"diagnostics", app::to_json(trial.refusals)}};
}

Json to_json(const FormFile& file) {
    Json documents = Json::array(), unused = Json::array();
    for (const review::Lint& lint : file.documents)
        documents.push_back({{"number", lint.form->document.number},
                             {"id", lint.form->document.id},
                             {"revision", lint.form->revision},
                             {"blank", to_json(lint.blank)},
                             {"expected", to_json(lint.expected)},
                             {"limit", to_json(lint.limit)}});
    for (const review::UnusedAcceptance& one : file.unused)
        unused.push_back({{"kind", form::to_string(one.strain)}, {"cell", one.cell}, {"line", one.line}});
    return {{"file", file.name}, {"ok", file.is_clean()}, {"documents", documents}, {"unused", unused}};
}

int lint(const LintArguments& arguments, const Common& common) {
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    const auto files = chosen_files(stock->forms(), arguments.forms);
    if (!files) return report_faults(files.error(), common.json);

    bool clean = true;
    Json list = Json::array();
    for (const std::string& name : *files) {
        const FormFile file = lint_file(*stock, name);
        clean = clean && file.is_clean();
        if (common.json)
            list.push_back(to_json(file));
        else if (arguments.all || !file.is_clean())
            print(std::string_view(describe(file, arguments)));
    }
    if (common.json) print(Json{{"ok", clean}, {"files", list}});
    return clean ? 0 : static_cast<int>(Failure::data);
}

}  // namespace

void add_forms_lint(CLI::App& forms, Invocation& invocation) {
    auto arguments = std::make_shared<LintArguments>();
    CLI::App* verb = forms.add_subcommand("lint", "長い文字を入れたとき、どの欄がどうなるかを調べる");
    verb->add_option("form", arguments->forms, "様式の番号か名前（なければ全部）")->type_name("様式[@版]");
    verb->add_flag("--all", arguments->all, "承知したことと、上限の字数で起きることも出す");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return lint(*arguments, common); };
    });
}

}  // namespace besshi::app
