#include "cli/form_name.h"
#include "cli/office_record.h"
#include "cli/output_words.h"
#include "cli/render_task.h"

#include <algorithm>

namespace besshi::app {

namespace {

constexpr DiagnosticKind record_missing{"app.record.missing", Severity::error, Failure::arguments,
                                        "--record は、台帳のある事業所でだけ使えます。",
                                        "besshi ledger start で台帳を始めてください。"};

constexpr DiagnosticKind record_one_by_one{
    "app.record.one_by_one", Severity::error, Failure::arguments,
    "台帳のある事業所では、署名用の書類（と --record、--disclose）は、一つずつ作ります。",
    "--set や --bind の代わりに、--form で一つずつ作ってください。中身を台帳が保管します。"};

bool is_file(const std::string& out) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(out, ignored);
}

/// The file a person named, or the explanation of it: `plan.explain.pdf` beside `plan.pdf`.
std::filesystem::path beside(std::filesystem::path file, job::Output output) {
    if (output == job::Output::explanation) file.replace_extension(job::extension(output));
    return file;
}

/// A document as it was rendered, recorded or not.
struct Made {
    job::Commission commission;
    job::Rendered rendered;
};

bool is_worth_recording(const Task& task) {
    return task.arguments.record || !task.request.disclose_reason.empty() ||
           task.request.purpose == form::Purpose::sign;
}

Result<Made> render_unrecorded(const Task& task, const job::CaseBytes& bytes) {
    auto commission = job::commission(task.stock, bytes, task.request);
    if (!commission) return fail(std::move(commission.error()));
    auto rendered = job::render(task.stock, *commission, task.wanted);
    if (!rendered) return fail(std::move(rendered.error()));
    return Made{std::move(*commission), std::move(*rendered)};
}

/// Where an office keeps a record, what has to be in it is made one by one.
Result<void> check_unrecorded(const Task& task) {
    if (!is_worth_recording(task)) return {};
    const auto record = find_office_record(office_folder_of({task.arguments.cases.front(), task.arguments.office}));
    if (!record) return fail(record.error());
    if (*record) return fail(diagnose(record_one_by_one, {}));
    return {};
}

/// What is printed for signature is recorded where an office keeps a record, and anything that a person asks it of.
Result<Made> make_document(const Task& task, const job::CaseBytes& bytes) {
    const bool is_asked = task.arguments.record;
    if (!is_worth_recording(task)) return render_unrecorded(task, bytes);
    auto record = find_office_record(office_folder_of({task.arguments.cases.front(), task.arguments.office}));
    if (!record) return fail(std::move(record.error()));
    if (is_asked && !*record) return fail(diagnose(record_missing, {}));
    if (!*record || !task.arguments.document_id.empty()) return render_unrecorded(task, bytes);
    if (task.arguments.strict) {  // what is refused is not recorded
        auto tried = render_unrecorded(task, bytes);
        if (!tried || is_refused(tried->rendered, task)) return tried;
    }
    const auto version = job::record_version(task.stock, bytes, (*record)->recording());
    if (!version) return fail(version.error());
    auto made =
        job::render_recorded(task.stock, {bytes, *version, {}}, task.request, task.wanted, (*record)->recording());
    if (!made) return fail(std::move(made.error()));
    return Made{std::move(made->commission), std::move(made->rendered)};
}

int render_document(const Task& task, const job::CaseBytes& bytes) {
    const auto made = make_document(task, bytes);
    if (!made) return report_faults(made.error(), task.common.json);
    const auto& [commission, rendered] = *made;
    if (is_refused(rendered, task)) return refuse(rendered, task);
    nlohmann::ordered_json answer = tell(rendered, task);
    if (!commission.request.document_id.empty()) answer["document"] = commission.request.document_id;
    if (task.arguments.out == "-") {
        const std::string& first = rendered.artifacts.front().bytes;
        std::fwrite(first.data(), 1, first.size(), stdout);
        return 0;
    }

    const std::filesystem::path place = place_of(task.arguments);
    std::vector<Destination> destinations;
    const std::vector<job::Output>& outputs = task.wanted.outputs;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const std::string own_name = job::default_file_name(commission, rendered, outputs[i]);
        const std::filesystem::path file = is_folder(task.arguments.out) ? place / own_name : beside(place, outputs[i]);
        destinations.push_back({file, commission.form->document.number, rendered.pages, &rendered.artifacts[i]});
    }
    return write_documents(destinations, task, std::move(answer));
}

int render_set(const Task& task, const job::CaseBytes& bytes) {
    if (const auto checked = check_unrecorded(task); !checked) return report_faults(checked.error(), task.common.json);
    const auto workbook =
        task.arguments.one_workbook ? job::SetRequest::Workbook::one : job::SetRequest::Workbook::per_document;
    const auto set = job::render_set(task.stock, bytes, {{task.arguments.set, task.request}, task.wanted, workbook});
    if (!set) return report_faults(set.error(), task.common.json);
    if (is_refused(*set, task)) return refuse(*set, task);

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

bool is_blank(std::string_view reason) {
    const std::u32string characters = base::to_utf32(reason);
    return std::ranges::all_of(characters, [](char32_t c) { return c <= U' ' || c == U'\u3000' || c == U'\u00A0'; });
}

/// What a person reads who asked for something that cannot be.
struct WrongArgument {
    const char* sentence;
    const char* hint;
};

/// The first combination of arguments that makes no sense.
std::optional<WrongArgument> find_wrong_argument(const RenderArguments& arguments,
                                                 const std::vector<job::Output>& outputs, bool json) {
    if (arguments.disclose && is_blank(*arguments.disclose))
        return WrongArgument{"--disclose には理由を書いてください。", "例: --disclose \"裁判所の調査嘱託への回答\""};
    const bool is_set = !arguments.set.empty();
    const bool has_workbook = std::ranges::find(outputs, job::Output::xlsx) != outputs.end();
    if (arguments.explain && (arguments.bind || arguments.out == "-"))
        return WrongArgument{"--explain は、書類の横にもう一つ PDF を作るので、--bind や標準出力では使えません。",
                             "-o にフォルダーかファイルを指定してください。"};
    if (arguments.out == "-" && (outputs.size() > 1 || json))
        return WrongArgument{"標準出力には文書を一つしか出せません。", "--to を一つにし、--json を外してください。"};
    if (arguments.form.empty() != is_set)
        return WrongArgument{"--form（一つの様式）か --set（書類の組）の、どちらか一つを書いてください。",
                             "例: --form F01、--set issue"};
    if (arguments.one_workbook && !(is_set && has_workbook))
        return WrongArgument{"--one-workbook は、書類の組を Excel にするときだけ使えます。",
                             "例: --set issue --to xlsx --one-workbook"};
    if (arguments.bind) {
        if (has_workbook) return WrongArgument{"--bind でとじられるのは PDF だけです。", "--to を外してください。"};
        if (!arguments.document_id.empty())
            return WrongArgument{"--bind では、どの書類にも同じ文書番号が入ってしまいます。",
                                 "--document-id を外してください。"};
        return std::nullopt;
    }
    if (arguments.cases.size() > 1)
        return WrongArgument{"ケースのファイルは一つだけ書いてください。",
                             "いくつものケースを一つの PDF にとじるときは --bind を付けてください。"};
    if (arguments.out == "-" && is_set) return WrongArgument{"書類の組は標準出力に出せません。", "例: -o out/"};
    if ((outputs.size() > 1 && !is_set && !is_folder(arguments.out)) || (is_set && is_file(arguments.out)))
        return WrongArgument{"文書がいくつもあるので、-o にはフォルダーを指定してください。", "例: -o out/"};
    return std::nullopt;
}

int render(const RenderArguments& arguments, const Common& common) {
    const auto purpose = form::find_purpose(arguments.purpose);
    if (!purpose)
        return report_wrong_argument("--purpose の値が正しくありません。",
                                     "draft（原案）、sign（署名用）、record（控え）、blank（白紙）、prefilled（一部記入"
                                     "ずみ）のどれかにしてください。",
                                     common.json);
    auto outputs = to_outputs(arguments.to);
    if (!outputs) return report_wrong_output(common.json);
    if (const auto wrong = find_wrong_argument(arguments, *outputs, common.json))
        return report_wrong_argument(wrong->sentence, wrong->hint, common.json);

    form::RenderRequest request{
        {}, {}, *purpose, {}, arguments.document_id, arguments.version, arguments.disclose.value_or(std::string{})};
    for (const std::string& parameter : arguments.parameters) {
        const std::size_t equals = parameter.find('=');
        if (equals == std::string::npos)
            return report_wrong_argument("--param は 名前=値 の形で書いてください。", "例: --param honorific=さん",
                                         common.json);
        request.parameters[parameter.substr(0, equals)] = parameter.substr(equals + 1);
    }
    if (!arguments.form.empty()) {
        const FormName name = parse_form_name(arguments.form);
        request.document = name.document;
        request.revision = name.revision;
    }

    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    if (arguments.explain) outputs->push_back(job::Output::explanation);
    const job::Wanted wanted{*outputs, arguments.fast ? pdf::Size::fast : pdf::Size::small,
                             arguments.report ? job::Report::fields : job::Report::none};
    const Task task{arguments, common, *stock, std::move(request), wanted};
    if (arguments.bind) {
        const auto checked = check_unrecorded(task);
        return checked ? render_bound(task) : report_faults(checked.error(), common.json);
    }
    const auto bytes = job::read_case(arguments.cases.front(), arguments.office);
    if (!bytes) return report_faults(bytes.error(), common.json);
    return arguments.set.empty() ? render_document(task, *bytes) : render_set(task, *bytes);
}

}  // namespace

void add_render(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<RenderArguments>();
    CLI::App* verb = app.add_subcommand("render", "ケース（JSON）を様式に入れて、PDF や Excel にする");
    verb->add_option("case", arguments->cases,
                     "ケースのファイル（- は標準入力）。--bind のときは、いくつでも。フォルダーなら、その中のすべて")
        ->required()
        ->type_name("ケース");
    verb->add_option("--form", arguments->form,
                     "様式の番号か名前。版を選ぶときは @ の後に（例: F01、support-plan@2024-05-17）")
        ->type_name("様式[@版]");
    verb->add_option("--set", arguments->set,
                     "一緒に作る書類の組（issue 交付、ward 区市町村へ、consultation 利用計画の交付、all すべて）")
        ->type_name("組");
    verb->add_flag("--one-workbook", arguments->one_workbook, "組の Excel を、様式ごとのシートで一つのファイルにする");
    verb->add_flag("--bind", arguments->bind,
                   "いくつものケースの書類を、印刷用の一つの PDF にとじる（書類ごとに紙を分け、しおりを付ける）");
    verb->add_flag("--fast", arguments->fast, "PDF を速く作る（ファイルは少し大きくなる）");
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
    verb->add_flag("--report", arguments->report, "どの欄に文字がどう入ったか、あと何字入るかを、表で知らせる");
    verb->add_flag("--explain", arguments->explain,
                   "なぜそう組んだかを重ねて描いた PDF（….explain.pdf）も作る（様式を直す人向け）");
    verb->add_flag(
        "--strict", arguments->strict,
        "文字を縮めたり、折れないところで折ったり、別紙に移したりしないと入らないときは作らない（終了コード 4。"
        "行が高くなることと、様式が挙げる大きさから選ぶことは、様式のとおりなので認める）");
    verb->add_flag("--record", arguments->record,
                   "台帳に記録し、PDF を保管する（台帳のある事業所では、--purpose sign と --disclose のときはいつも）");
    verb->add_option("--disclose", arguments->disclose,
                     "非開示・支援措置の印がある住所・学校・電話番号や相手を、あえて出す理由（書類には印刷しない）")
        ->type_name("理由");
    verb->add_flag("--force", arguments->force, "同じ名前で内容のちがうファイルを置きかえる");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return render(*arguments, common); };
    });
}

}  // namespace besshi::app
