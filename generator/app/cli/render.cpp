#include "cli/command.h"
#include "cli/form_name.h"
#include "cli/report.h"

namespace besshi::app {

namespace {

struct RenderArguments {
    std::string case_file, form, purpose = "record", to = "pdf", out, document_id, version;
    std::optional<std::filesystem::path> office;
    std::vector<std::string> parameters;
    bool force = false;
};

std::optional<std::vector<job::Output>> to_outputs(std::string_view words) {
    std::vector<job::Output> outputs;
    while (!words.empty()) {
        const std::size_t comma = words.find(',');
        const std::string_view word = words.substr(0, comma);
        if (word == "pdf")
            outputs.push_back(job::Output::pdf);
        else if (word == "xlsx")
            outputs.push_back(job::Output::xlsx);
        else
            return std::nullopt;
        words = comma == std::string_view::npos ? std::string_view() : words.substr(comma + 1);
    }
    return outputs.empty() ? std::nullopt : std::optional(outputs);
}

/// Where each artifact goes: standard output, the file named, or a default name in the folder named.
std::vector<std::filesystem::path> destinations(const std::string& out, const job::Commission& commission,
                                                const job::Rendered& rendered,
                                                const std::vector<job::Output>& outputs) {
    const std::filesystem::path place = out.empty() ? "." : out;
    const bool is_folder = out.empty() || out.back() == '/' || std::filesystem::is_directory(place);
    std::vector<std::filesystem::path> files;
    for (const job::Output output : outputs)
        files.push_back(is_folder ? place / job::default_file_name(commission, rendered, output) : place);
    return files;
}

int write_documents(const RenderArguments& arguments, const job::Commission& commission, const job::Rendered& rendered,
                    const std::vector<job::Output>& outputs, const Common& common) {
    if (arguments.out == "-") {
        std::fwrite(rendered.artifacts.front().bytes.data(), 1, rendered.artifacts.front().bytes.size(), stdout);
        report_notes(rendered.notes);
        return std::fflush(stdout) == 0 ? 0 : static_cast<int>(Failure::storage);
    }
    const auto files = destinations(arguments.out, commission, rendered, outputs);
    const job::Existing existing = arguments.force ? job::Existing::replace : job::Existing::keep;
    nlohmann::ordered_json documents = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Artifact& artifact = rendered.artifacts[i];
        if (const auto written = job::write_file(files[i], artifact.bytes, existing); !written)
            return report_faults(written.error(), common.json);
        documents.push_back({{"file", files[i].string()},
                             {"media_type", artifact.media_type},
                             {"sha256", artifact.sha256},
                             {"size", artifact.bytes.size()},
                             {"pages", rendered.pages},
                             {"made_from", artifact.made_from}});
    }
    if (common.json) {
        print(nlohmann::ordered_json{{"ok", true}, {"documents", documents}, {"diagnostics", to_json(rendered.notes)}});
        return 0;
    }
    report_notes(rendered.notes);
    for (const std::filesystem::path& file : files) print(std::string_view(file.string()));
    return 0;
}

int render(const RenderArguments& arguments, const Common& common) {
    const auto purpose = form::find_purpose(arguments.purpose);
    if (!purpose)
        return report_wrong_argument("--purpose の値が正しくありません。",
                                     "draft（原案）、sign（署名用）、record（控え）、blank（白紙）、prefilled（一部記入"
                                     "ずみ）のどれかにしてください。",
                                     common.json);
    const auto outputs = to_outputs(arguments.to);
    if (!outputs)
        return report_wrong_argument("--to の値が正しくありません。", "pdf、xlsx、または pdf,xlsx にしてください。",
                                     common.json);
    if (arguments.out == "-" && (outputs->size() > 1 || common.json))
        return report_wrong_argument("標準出力には文書を一つしか出せません。",
                                     "--to を一つにし、--json を外してください。", common.json);
    if (outputs->size() > 1 && !arguments.out.empty() && arguments.out.back() != '/' &&
        !std::filesystem::is_directory(arguments.out))
        return report_wrong_argument("文書が二つあるので、-o にはフォルダーを指定してください。", "例: -o out/",
                                     common.json);

    const auto [document, revision] = parse_form_name(arguments.form);
    form::RenderRequest request{document, revision, *purpose, {}, arguments.document_id, arguments.version};
    for (const std::string& parameter : arguments.parameters) {
        const std::size_t equals = parameter.find('=');
        if (equals == std::string::npos)
            return report_wrong_argument("--param は 名前=値 の形で書いてください。", "例: --param honorific=さん",
                                         common.json);
        request.parameters[parameter.substr(0, equals)] = parameter.substr(equals + 1);
    }

    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    const auto bytes = job::read_case(arguments.case_file, arguments.office);
    if (!bytes) return report_faults(bytes.error(), common.json);
    const auto commission = job::commission(*stock, *bytes, std::move(request));
    if (!commission) return report_faults(commission.error(), common.json);
    const auto rendered = job::render(*stock, *commission, *outputs);
    if (!rendered) return report_faults(rendered.error(), common.json);
    return write_documents(arguments, *commission, *rendered, *outputs, common);
}

}  // namespace

void add_render(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<RenderArguments>();
    CLI::App* verb = app.add_subcommand("render", "ケース（JSON）を様式に入れて、PDF や Excel にする");
    verb->add_option("case", arguments->case_file, "ケースのファイル（- は標準入力）")->required()->type_name("ケース");
    verb->add_option("--form", arguments->form,
                     "様式の番号か名前。版を選ぶときは @ の後に（例: F01、support-plan@2024-05-17）")
        ->required()
        ->type_name("様式[@版]");
    verb->add_option("--purpose", arguments->purpose,
                     "draft 原案／sign 署名用／record 控え（はじめの値）／blank 白紙／prefilled 一部記入ずみ")
        ->type_name("用途");
    verb->add_option("--to", arguments->to, "pdf（はじめの値）、xlsx、または pdf,xlsx")->type_name("形式");
    verb->add_option("-o,--out", arguments->out, "書くファイルかフォルダー（- は標準出力）")->type_name("場所");
    verb->add_option("--param", arguments->parameters, "様式の設定（名前=値）。forms show で一覧を見られます")
        ->type_name("名前=値");
    verb->add_option("--office", arguments->office, "事業所のフォルダー（ケースが cases フォルダーにないとき）")
        ->type_name("フォルダー");
    verb->add_option("--document-id", arguments->document_id, "各ページに入れる文書番号")->type_name("番号");
    verb->add_option("--version-no", arguments->version, "各ページに入れる計画の版")->type_name("版");
    verb->add_flag("--force", arguments->force, "同じ名前で内容のちがうファイルを置きかえる");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return render(*arguments, common); };
    });
}

}  // namespace besshi::app
