#include "cli/command.h"
#include "cli/conformance_report.h"
#include "cli/field_table.h"
#include "cli/form_name.h"
#include "cli/report.h"

#include <fmt/format.h>

/// Verbs that only look: schema, dump, inspect, codes.
namespace besshi::app {

namespace {

int schema(const Common& common) {
    const auto table = read_field_table(common);
    if (!table) return report_faults(table.error(), common.json);
    print(std::string_view(field::to_json_schema(*table)));
    return 0;
}

struct DumpArguments {
    std::string stage, case_file, form, purpose = "record";
    std::optional<std::filesystem::path> office;
};

int dump(const DumpArguments& arguments, const Common& common) {
    const auto stage = job::find_stage(arguments.stage);
    const auto purpose = form::find_purpose(arguments.purpose);
    if (!stage || !purpose)
        return report_wrong_argument("段階か用途の名前が正しくありません。",
                                     "段階は form、plan、fill、measure、layout、draw、sheet、用途は "
                                     "draft、sign、record、blank、prefilled です。",
                                     common.json);
    if (common.json && !common.show_values)
        return report_wrong_argument("dump の結果には氏名などの値が入ります。",
                                     "JSON で出すときは --show-values も付けてください。", common.json);
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    const auto bytes = job::read_case(arguments.case_file, arguments.office);
    if (!bytes) return report_faults(bytes.error(), common.json);
    const auto [document, revision] = parse_form_name(arguments.form);
    const auto commission = job::commission(*stock, *bytes, {document, revision, *purpose, {}, {}, {}});
    if (!commission) return report_faults(commission.error(), common.json);
    const auto text = job::dump(*stock, *commission, *stage);
    if (!text) return report_faults(text.error(), common.json);
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"stage", arguments.stage}, {"text", *text}});
    else
        print(std::string_view(*text));
    return 0;
}

struct InspectArguments {
    std::string file;
    bool conformance = false;
};

int judge(std::string_view pdf, const Common& common) {
    const auto report = conformance::check(pdf);
    if (!report) return report_faults(report.error(), common.json);
    if (common.json)
        print(to_json(*report));
    else
        print(std::string_view(to_text(*report)));
    return report->conforms() ? 0 : static_cast<int>(Failure::data);
}

int inspect(const InspectArguments& arguments, const Common& common) {
    const auto bytes = files::read(arguments.file);
    if (!bytes) return report_faults(bytes.error(), common.json);
    if (arguments.conformance) return judge(*bytes, common);
    const auto text = pdf::inspect(*bytes);
    if (!text) return report_faults(text.error(), common.json);
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"text", *text}});
    else
        print(std::string_view(*text));
    return 0;
}

int codes(const Common& common) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    std::string table;
    std::vector<DiagnosticKind> kinds = job::all_diagnostic_kinds();
    kinds.push_back(wrong_argument);
    for (const DiagnosticKind& kind : kinds) {
        list.push_back({{"code", kind.code},
                        {"severity", base::to_string(kind.severity)},
                        {"exit_code", static_cast<int>(kind.failure)},
                        {"sentence", kind.sentence},
                        {"hint", kind.hint}});
        table += fmt::format("{}  {}  終了コード {}\n    {}\n", kind.code, base::to_string(kind.severity),
                             kind.severity == Severity::error ? std::to_string(static_cast<int>(kind.failure)) : "0",
                             kind.sentence);
        if (!kind.hint.empty()) table += fmt::format("    → {}\n", kind.hint);
    }
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"codes", list}});
    else
        print(std::string_view(table));
    return 0;
}

}  // namespace

void add_schema(CLI::App& app, Invocation& invocation) {
    CLI::App* verb = app.add_subcommand("schema", "ケースの JSON Schema を出す");
    verb->callback([&invocation] { invocation.work = schema; });
}

void add_dump(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<DumpArguments>();
    CLI::App* verb = app.add_subcommand("dump", "途中の段階を文字で見る（form plan fill measure layout draw sheet）");
    verb->add_option("stage", arguments->stage, "段階")->required()->type_name("段階");
    verb->add_option("case", arguments->case_file, "ケースのファイル（- は標準入力）")->required()->type_name("ケース");
    verb->add_option("--form", arguments->form, "様式の番号か名前")->required()->type_name("様式[@版]");
    verb->add_option("--purpose", arguments->purpose, "用途")->type_name("用途");
    verb->add_option("--office", arguments->office, "事業所のフォルダー")->type_name("フォルダー");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return dump(*arguments, common); };
    });
}

void add_inspect(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<InspectArguments>();
    CLI::App* verb = app.add_subcommand("inspect", "besshi の PDF の中身（ページ、書体、署名欄など）を見る");
    verb->add_option("file", arguments->file, "PDF のファイル")->required()->type_name("ファイル");
    verb->add_flag("--conformance", arguments->conformance,
                   "長期保存（PDF/A-2u）と読み上げ（PDF/UA-1）の決まりに合うかを調べる");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return inspect(*arguments, common); };
    });
}

void add_codes(CLI::App& app, Invocation& invocation) {
    CLI::App* verb = app.add_subcommand("codes", "お知らせ・注意・エラーのすべての種類");
    verb->callback([&invocation] { invocation.work = codes; });
}

}  // namespace besshi::app
