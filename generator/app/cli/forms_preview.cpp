#include "cli/form_name.h"
#include "cli/forms.h"
#include "cli/output_words.h"
#include "cli/preview_page.h"
#include "cli/report.h"
#include "cli/sample_case.h"

#include <fmt/format.h>

namespace besshi::app {

namespace {

struct PreviewArguments {
    std::string form, to = "pdf", folder = "out/preview";
    std::optional<std::filesystem::path> case_file;
};

/// The newest revision of the same document before this one.
const form::FormDefinition* find_previous(const form::Catalogue& catalogue, const form::FormDefinition& form) {
    const form::FormDefinition* previous = nullptr;
    for (const form::FormDefinition& other : catalogue.definitions())
        if (other.document.id == form.document.id && other.revision < form.revision &&
            (!previous || previous->revision < other.revision))
            previous = &other;
    return previous;
}

/// Makes the previews of one form, one after the other, and writes them into one folder.
class PreviewMaker {
public:
    PreviewMaker(const job::Stock& stock, std::vector<job::Output> outputs, std::filesystem::path folder)
        : stock_(stock), outputs_(std::move(outputs)), folder_(std::move(folder)) {}

    /// `preview` says what it is; pages and files are added.
    void make(const form::FormDefinition& form, form::Purpose purpose, const Result<job::CaseBytes>& bytes,
              Preview preview) {
        const auto rendered = render(form, purpose, bytes);
        if (!rendered) return keep(std::move(preview), rendered.error());
        preview.pages = rendered->pages;
        for (std::size_t i = 0; i < outputs_.size(); ++i) {
            const std::string name = fmt::format("{}_{}_{}{}", form.document.number, form.revision, preview.title,
                                                 outputs_[i] == job::Output::pdf ? ".pdf" : ".xlsx");
            if (const auto written = write(name, rendered->artifacts[i].bytes); !written)
                return keep(std::move(preview), written.error());
            preview.files.push_back(name);
        }
        keep(std::move(preview), {});
    }

    Result<void> write(const std::string& name, std::string_view bytes) const {
        return files::write(folder_ / name, bytes, files::Existing::replace);
    }

    const std::vector<Preview>& previews() const { return previews_; }
    const Diagnostics& faults() const { return faults_; }

private:
    Result<job::Rendered> render(const form::FormDefinition& form, form::Purpose purpose,
                                 const Result<job::CaseBytes>& bytes) const {
        if (!bytes) return fail(bytes.error());
        const auto commission = job::commission(stock_, *bytes, {form.document.id, form.revision, purpose, {}, {}, {}});
        if (!commission) return fail(commission.error());
        return job::render(stock_, *commission, {.outputs = outputs_});
    }

    void keep(Preview preview, const Diagnostics& faults) {
        previews_.push_back(std::move(preview));
        faults_.insert(faults_.end(), faults.begin(), faults.end());
    }

    const job::Stock& stock_;
    std::vector<job::Output> outputs_;
    std::filesystem::path folder_;
    std::vector<Preview> previews_;
    Diagnostics faults_;
};

job::CaseBytes bytes_of(std::string case_json) {
    return {.case_json = std::move(case_json),
            .case_file = "作りもののケース",
            .office_toml = {},
            .office_file = {},
            .folder = {}};
}

void make_previews(PreviewMaker& maker, const job::Stock& stock, const form::FormDefinition& form,
                   const std::optional<std::filesystem::path>& case_file) {
    const auto made_up = [&](synth::Amount amount) { return bytes_of(synth::make_case(stock.table(), form, amount)); };
    maker.make(form, form::Purpose::blank, bytes_of("{}"), {"白紙", "見出し・線・空きの大きさ"});
    if (case_file)
        maker.make(form, form::Purpose::record, job::read_case(*case_file, std::nullopt),
                   {"見本", "値が正しい欄に入っているか"});
    maker.make(form, form::Purpose::record, made_up(synth::Amount::expected),
               {"目安の字数", "どの欄も目安いっぱいのとき、読める大きさか、ページが増えすぎないか"});
    maker.make(form, form::Purpose::record, made_up(synth::Amount::rarest),
               {"珍しい漢字", "氏名や地名の珍しい漢字が、すべて字の形で出ているか"});
}

int report(const PreviewMaker& maker, const std::filesystem::path& page, const Common& common) {
    if (!maker.faults().empty()) return report_faults(maker.faults(), common.json);
    if (!common.json) {
        print(std::string_view(page.string()));
        return 0;
    }
    nlohmann::ordered_json previews = nlohmann::ordered_json::array();
    for (const Preview& preview : maker.previews())
        previews.push_back({{"title", preview.title}, {"pages", preview.pages}, {"files", preview.files}});
    print(nlohmann::ordered_json{{"ok", true}, {"page", page.string()}, {"previews", previews}});
    return 0;
}

int preview(const PreviewArguments& arguments, const Common& common) {
    const auto outputs = to_outputs(arguments.to);
    if (!outputs) return report_wrong_output(common.json);
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    const auto [document, revision] = parse_form_name(arguments.form);
    const auto found = stock->forms().find(document, revision, std::nullopt);
    if (!found) return report_faults(found.error(), common.json);
    const form::FormDefinition& form = **found;

    PreviewMaker maker(*stock, *outputs, arguments.folder);
    make_previews(maker, *stock, form,
                  arguments.case_file ? arguments.case_file : find_sample_case(*stock, form, common.data));
    std::string changes;
    if (const form::FormDefinition* previous = find_previous(stock->forms(), form)) {
        maker.make(*previous, form::Purpose::blank, bytes_of("{}"), {"白紙（前の版）", "新しい版の白紙と見くらべる"});
        changes = describe_changes(*previous, form);
        const std::string name = fmt::format("{}_{}_変わったところ.txt", form.document.number, form.revision);
        if (const auto written = maker.write(name, changes); !written)
            return report_faults(written.error(), common.json);
    }
    constexpr std::string_view page = "index.html";
    if (const auto written = maker.write(std::string(page), preview_page(form, maker.previews(), changes)); !written)
        return report_faults(written.error(), common.json);
    return report(maker, std::filesystem::path(arguments.folder) / page, common);
}

}  // namespace

void add_forms_preview(CLI::App& forms, Invocation& invocation) {
    auto arguments = std::make_shared<PreviewArguments>();
    CLI::App* verb =
        forms.add_subcommand("preview", "白紙・見本・目安の字数・珍しい漢字で試しに作り、前の版とくらべる");
    verb->add_option("form", arguments->form, "様式の番号か名前（例: F01@2026-04-01）")
        ->required()
        ->type_name("様式[@版]");
    verb->add_option("-o,--out", arguments->folder, "書くフォルダー（はじめの値は out/preview）")
        ->type_name("フォルダー");
    verb->add_option("--case", arguments->case_file, "見本にするケース（なければ samples から選ぶ）")
        ->type_name("ケース");
    verb->add_option("--to", arguments->to, "pdf（はじめの値）、xlsx、または pdf,xlsx")->type_name("形式");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return preview(*arguments, common); };
    });
}

}  // namespace besshi::app
