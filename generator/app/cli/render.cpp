#include "cli/command.h"
#include "cli/form_name.h"
#include "cli/output_words.h"
#include "cli/report.h"

#include <algorithm>

namespace besshi::app {

namespace {

struct RenderArguments {
    std::string case_file, form, set, purpose = "record", to = "pdf", out, document_id, version;
    std::optional<std::filesystem::path> office;
    std::vector<std::string> parameters;
    bool force = false, one_workbook = false, report = false, strict = false;
};

bool is_folder(const std::string& out) {
    std::error_code ignored;
    return out.empty() || out.back() == '/' || std::filesystem::is_directory(out, ignored);
}

bool is_file(const std::string& out) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(out, ignored);
}

int write_to_standard_output(const job::Rendered& rendered) {
    const std::string& bytes = rendered.artifacts.front().bytes;
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return std::fflush(stdout) == 0 ? 0 : static_cast<int>(Failure::storage);
}

/// A finished document and where it goes.
struct Destination {
    std::filesystem::path file;
    std::string number;
    int pages = 0;
    const Artifact* artifact = nullptr;
};

/// A command line that was understood, and what it needs.
struct Task {
    const RenderArguments& arguments;
    const Common& common;
    const job::Stock& stock;
    const job::CaseBytes& bytes;
    form::RenderRequest request;  ///< its form is that of the arguments
    std::vector<job::Output> outputs;
};

/// On stderr, or with --json in the answer.
nlohmann::ordered_json tell(const job::Findings& findings, const Task& task) {
    nlohmann::ordered_json answer{{"ok", true}};
    if (task.common.json) {
        answer["diagnostics"] = to_json(findings.notes);
        if (task.arguments.report) answer["decisions"] = to_json(findings.decisions);
    } else {
        report_notes(findings.notes);
        if (task.arguments.report) report_notes(findings.decisions);
    }
    return answer;
}

bool is_refused(const job::Findings& findings, const Task& task) {
    return task.arguments.strict && !findings.adapted.empty();
}

int write_documents(const std::vector<Destination>& destinations, const Task& task, nlohmann::ordered_json result) {
    std::vector<job::FileToWrite> files;
    nlohmann::ordered_json documents = nlohmann::ordered_json::array();
    for (const Destination& destination : destinations) {
        const Artifact& artifact = *destination.artifact;
        files.push_back({destination.file, artifact.bytes});
        documents.push_back({{"number", destination.number},
                             {"file", destination.file.string()},
                             {"media_type", artifact.media_type},
                             {"sha256", artifact.sha256},
                             {"size", artifact.bytes.size()},
                             {"pages", destination.pages},
                             {"made_from", artifact.made_from}});
    }
    const job::Existing existing = task.arguments.force ? job::Existing::replace : job::Existing::keep;
    if (const auto written = job::write_files(files, existing); !written)
        return report_faults(written.error(), task.common.json);
    if (task.common.json) {
        result["documents"] = std::move(documents);
        print(result);
    } else {
        for (const Destination& destination : destinations) print(std::string_view(destination.file.string()));
    }
    return 0;
}

std::filesystem::path place_of(const RenderArguments& arguments) {
    return arguments.out.empty() ? "." : arguments.out;
}

int render_document(const Task& task) {
    form::RenderRequest request = task.request;
    const FormName name = parse_form_name(task.arguments.form);
    request.document = name.document;
    request.revision = name.revision;
    const auto commission = job::commission(task.stock, task.bytes, std::move(request));
    if (!commission) return report_faults(commission.error(), task.common.json);
    const auto rendered = job::render(task.stock, *commission, task.outputs);
    if (!rendered) return report_faults(rendered.error(), task.common.json);
    if (is_refused(*rendered, task)) return report_faults(rendered->adapted, task.common.json);
    nlohmann::ordered_json answer = tell(*rendered, task);
    if (task.arguments.out == "-") return write_to_standard_output(*rendered);

    const std::filesystem::path place = place_of(task.arguments);
    std::vector<Destination> destinations;
    for (std::size_t i = 0; i < task.outputs.size(); ++i) {
        const std::string own_name = job::default_file_name(*commission, *rendered, task.outputs[i]);
        destinations.push_back({is_folder(task.arguments.out) ? place / own_name : place,
                                commission->form->document.number, rendered->pages, &rendered->artifacts[i]});
    }
    return write_documents(destinations, task, std::move(answer));
}

int render_set(const Task& task) {
    const auto workbook =
        task.arguments.one_workbook ? job::SetRequest::Workbook::one : job::SetRequest::Workbook::per_document;
    const auto set =
        job::render_set(task.stock, task.bytes, {task.arguments.set, task.request, task.outputs, workbook});
    if (!set) return report_faults(set.error(), task.common.json);
    if (is_refused(*set, task)) return report_faults(set->adapted, task.common.json);

    nlohmann::ordered_json answer = tell(*set, task);
    answer["left_out"] = set->left_out;
    if (!task.common.json) {
        for (const std::string& document : set->left_out)
            std::fprintf(stderr, "記録に中身がないので作りません：%s\n", document.c_str());
    }
    std::vector<Destination> destinations;
    for (const job::NamedArtifact& file : set->files)
        destinations.push_back({place_of(task.arguments) / file.file_name, file.number, file.pages, &file.artifact});
    return write_documents(destinations, task, std::move(answer));
}

int render(const RenderArguments& arguments, const Common& common) {
    const auto purpose = form::find_purpose(arguments.purpose);
    if (!purpose)
        return report_wrong_argument("--purpose の値が正しくありません。",
                                     "draft（原案）、sign（署名用）、record（控え）、blank（白紙）、prefilled（一部記入"
                                     "ずみ）のどれかにしてください。",
                                     common.json);
    const auto outputs = to_outputs(arguments.to);
    if (!outputs) return report_wrong_output(common.json);
    if (arguments.out == "-" && (outputs->size() > 1 || common.json))
        return report_wrong_argument("標準出力には文書を一つしか出せません。",
                                     "--to を一つにし、--json を外してください。", common.json);
    if (arguments.form.empty() == arguments.set.empty())
        return report_wrong_argument("--form（一つの様式）か --set（書類の組）の、どちらか一つを書いてください。",
                                     "例: --form F01、--set issue", common.json);
    if (arguments.one_workbook &&
        (arguments.set.empty() || std::ranges::find(*outputs, job::Output::xlsx) == outputs->end()))
        return report_wrong_argument("--one-workbook は、書類の組を Excel にするときだけ使えます。",
                                     "例: --set issue --to xlsx --one-workbook", common.json);
    if (arguments.out == "-" && !arguments.set.empty())
        return report_wrong_argument("書類の組は標準出力に出せません。", "例: -o out/", common.json);
    if ((outputs->size() > 1 && arguments.set.empty() && !is_folder(arguments.out)) ||
        (!arguments.set.empty() && is_file(arguments.out)))
        return report_wrong_argument("文書がいくつもあるので、-o にはフォルダーを指定してください。", "例: -o out/",
                                     common.json);

    form::RenderRequest request{{}, {}, *purpose, {}, arguments.document_id, arguments.version};
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
    const Task task{arguments, common, *stock, *bytes, std::move(request), *outputs};
    return arguments.set.empty() ? render_document(task) : render_set(task);
}

}  // namespace

void add_render(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<RenderArguments>();
    CLI::App* verb = app.add_subcommand("render", "ケース（JSON）を様式に入れて、PDF や Excel にする");
    verb->add_option("case", arguments->case_file, "ケースのファイル（- は標準入力）")->required()->type_name("ケース");
    verb->add_option("--form", arguments->form,
                     "様式の番号か名前。版を選ぶときは @ の後に（例: F01、support-plan@2024-05-17）")
        ->type_name("様式[@版]");
    verb->add_option("--set", arguments->set,
                     "一緒に作る書類の組（issue 交付、ward 区市町村へ、consultation 利用計画の交付、all すべて）")
        ->type_name("組");
    verb->add_flag("--one-workbook", arguments->one_workbook, "組の Excel を、様式ごとのシートで一つのファイルにする");
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
    verb->add_flag("--report", arguments->report, "文字を縮めたところ、別紙に移したところなどを知らせる");
    verb->add_flag("--strict", arguments->strict,
                   "文字を縮めたり、別紙に移したりしないと入らないときは作らない（終了コード 4）");
    verb->add_flag("--force", arguments->force, "同じ名前で内容のちがうファイルを置きかえる");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return render(*arguments, common); };
    });
}

}  // namespace besshi::app
