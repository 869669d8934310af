#include "cli/office_record.h"
#include "cli/output_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

/// Verbs of handing over: deliver, receive, deliveries.
namespace besshi::app {

namespace {

struct DeliverArguments : EventArguments {
    std::string to, method = "hand", name, person, tracking, because, out = ".";
    bool prepare = false, force = false;
};

/// A fact is recorded even if the case behind it is gone.
constexpr DiagnosticKind delivery_unchecked{
    "app.delivery.unchecked", Severity::warning, Failure::data,
    "保管したケースを読めないので、交付先の名前と、非開示・セルフプランの点検をしていません。",
    "besshi ledger verify --files で台帳を確かめてください。"};

/// The papers that go with a delivery.
constexpr std::array papers{"F24", "F25", "F27"};

/// What a delivery is about, found and checked.
struct Prepared {
    ledger::Delivery delivery;
    ledger::History history;
    Diagnostics findings;
};

/// The one case that all documents are of.
Result<std::string> case_of(OfficeRecord& record, const std::vector<std::string>& documents) {
    std::set<std::string> cases;
    for (const std::string& id : documents) {
        const auto document = record.ledger.find_document(id);
        if (!document) return fail(document.error());
        if (!*document)
            return fail(diagnose(wrong_argument, {},
                                 {"書類 " + id + " は台帳にありません。", "besshi status で番号を見られます。"}));
        cases.insert((*document)->case_number);
    }
    if (cases.size() != 1)
        return fail(diagnose(wrong_argument, {},
                             {"一度に交付できるのは、一人の児童の書類だけです。", "児童ごとに分けてください。"}));
    return *cases.begin();
}

/// What the kept case says about the recipient; names the person did not give are put in.
Result<ledger::Circumstances> look_up(const Common& common, OfficeRecord& record, Prepared& prepared) {
    const auto stock = job::Stock::load(common.data);
    if (!stock) return fail(stock.error());
    const ledger::Document* first = prepared.history.find_document(prepared.delivery.documents.front());
    const auto& versions = prepared.history.versions;
    const auto version = std::ranges::find(versions, first ? first->version : std::string(), &ledger::Version::id);
    if (version == versions.end()) return fail(diagnose(delivery_unchecked, {}));
    const auto bytes = job::read_version(record.ledger, *version);
    if (!bytes) return fail(bytes.error());
    return job::complete_delivery(*stock, *bytes, prepared.delivery);
}

Result<Prepared> prepare(const DeliverArguments& arguments, const Common& common, OfficeRecord& record) {
    const auto to = ledger::find_word(ledger::recipients(), arguments.to);
    if (!to) return fail(diagnose(wrong_argument, {}, {"--to の交付先が正しくありません。", recipient_words()}));
    const auto method = ledger::find_word(ledger::methods(), arguments.method);
    if (!method)
        return fail(diagnose(
            wrong_argument, {},
            {"--method の方法が正しくありません。", "hand、post、fax、email、system のどれかにしてください。"}));
    const auto case_number = case_of(record, arguments.documents);
    if (!case_number) return fail(case_number.error());
    EventArguments event = arguments;
    event.when = arguments.prepare ? When::planned : When::happened;
    const auto checked = to_entry(ledger::EventKind::delivered, event, record, *case_number);
    if (!checked) return fail(checked.error());
    auto history = ledger::read_history(record.ledger, *case_number);
    if (!history) return fail(std::move(history.error()));
    Prepared prepared{.delivery = {.documents = arguments.documents,
                                   .to = to->kind,
                                   .name = arguments.name,
                                   .person = arguments.person,
                                   .method = method->kind,
                                   .tracking = arguments.tracking,
                                   .on = arguments.on,
                                   .at = arguments.at,
                                   .by = arguments.by,
                                   .note = arguments.note},
                      .history = std::move(*history),
                      .findings = {}};
    const auto circumstances = look_up(common, record, prepared);
    if (!circumstances && arguments.prepare) return fail(circumstances.error());
    prepared.findings =
        ledger::check_delivery(prepared.delivery, prepared.history, circumstances.value_or(ledger::Circumstances{}));
    if (!circumstances) prepared.findings.push_back(diagnose(delivery_unchecked, {}));
    return prepared;
}

/// The letter, the receipt and the dispatch sheet, recorded and written.
int make_papers(const DeliverArguments& arguments, const Common& common, OfficeRecord& record,
                const Prepared& prepared) {
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    const auto letter = job::with_letter(record.ledger, prepared.history, prepared.delivery);
    if (!letter) return report_faults(letter.error(), common.json);
    std::vector<job::RecordedDocument> made;
    job::Recording recording = record.recording();
    recording.because = arguments.because;
    for (const char* paper : papers) {
        form::RenderRequest request;
        request.document = paper;
        request.purpose = form::Purpose::record;
        request.disclose_reason = arguments.because;
        auto one = job::render_recorded(*stock, *letter, std::move(request), {{job::Output::pdf}}, recording);
        if (!one) return report_faults(one.error(), common.json);
        made.push_back(std::move(*one));
    }
    std::vector<std::filesystem::path> paths;
    std::vector<files::FileToWrite> to_write;
    for (const job::RecordedDocument& one : made) {
        const std::string name = fmt::format("{}_{}_{}.pdf", one.document.case_number, one.document.id, arguments.to);
        paths.push_back(std::filesystem::path(arguments.out) / name);
        to_write.push_back({paths.back(), one.rendered.artifacts.front().bytes});
    }
    const auto existing = arguments.force ? files::Existing::replace : files::Existing::keep;
    if (const auto written = files::write(to_write, existing); !written)
        return report_faults(written.error(), common.json);
    if (common.json) {
        nlohmann::ordered_json documents = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < made.size(); ++i)
            documents.push_back({{"document", made[i].document.id}, {"file", paths[i].string()}});
        print(nlohmann::ordered_json{{"ok", true}, {"documents", documents}});
    } else {
        for (const std::filesystem::path& path : paths) print(std::string_view(path.string()));
    }
    return 0;
}

int deliver(const DeliverArguments& arguments, const Common& common) {
    auto record = open_office_record(office_folder_of(arguments.of), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto prepared = prepare(arguments, common, *record);
    if (!prepared) return report_faults(prepared.error(), common.json);
    if (arguments.prepare) {
        if (has_error(prepared->findings) && arguments.because.empty())
            return report_faults(prepared->findings, common.json);
        report_notes(prepared->findings);
        return make_papers(arguments, common, *record, *prepared);
    }
    // what took place is recorded whatever was found
    Diagnostics told = prepared->findings;
    for (Diagnostic& finding : told) finding.severity = Severity::warning;
    report_notes(told);
    ledger::Entry entry = ledger::delivery_entry(prepared->delivery, prepared->history.case_number, prepared->findings);
    if (!arguments.because.empty()) entry.facts["because"] = arguments.because;
    return record_entry(entry, *record, common);
}

struct ReceiveArguments : EventArguments {
    std::int64_t delivery = 0;
    std::string kind = "receipt-form";
};

int receive(const ReceiveArguments& arguments, const Common& common) {
    auto record = open_office_record(office_folder_of(arguments.of), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto event = record->ledger.find_event(arguments.delivery);
    if (!event) return report_faults(event.error(), common.json);
    const auto history = ledger::read_history(record->ledger, *event ? (*event)->case_number : std::string());
    if (!history) return report_faults(history.error(), common.json);
    const std::vector<ledger::Delivered> all = ledger::deliveries_of(*history);
    const auto delivery =
        std::ranges::find(all, arguments.delivery, [](const ledger::Delivered& one) { return one.event.number; });
    if (delivery == all.end())
        return report_wrong_argument("その番号の交付はありません。", "besshi status で番号を見られます。", common.json);
    if (arguments.on < delivery->event.on)
        return report_wrong_argument("--on が、交付した日より前です。", "交付した日か受領した日を確かめてください。",
                                     common.json);
    auto entry = to_entry(ledger::EventKind::received, arguments, *record, history->case_number);
    if (!entry) return report_faults(entry.error(), common.json);
    entry->facts[ledger::fact::event] = std::to_string(arguments.delivery);
    entry->facts["kind"] = arguments.kind;
    return record_entry(*entry, *record, common);
}

struct BookArguments {
    CaseArguments of;
    std::string month, to = "pdf", out = ".";
    bool force = false;
};

int print_book(const BookArguments& arguments, const Common& common) {
    const auto month = base::parse_month(arguments.month);
    if (arguments.of.named.empty() == arguments.month.empty() || (!arguments.month.empty() && !month))
        return report_wrong_argument("ケースか --month（例: 2025-10）の、どちらか一つを書いてください。",
                                     "児童ごとの記録簿はケース、月ごとの記録簿は --month です。", common.json);
    auto record = open_office_record(office_folder_of(arguments.of), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    const auto outputs = to_outputs(arguments.to);
    if (!outputs) return report_wrong_output(common.json);
    Result<job::CaseBytes> bytes = fail(Diagnostics{});
    form::RenderRequest request;
    request.document = "F23";
    std::string name;
    if (month) {
        bytes = job::delivery_book(*stock, record->ledger, *month, today());
        request.parameters["monthly"] = "true";
        name = arguments.month;
    } else {
        const auto number = case_number_of(arguments.of, *record);
        if (!number) return report_faults(number.error(), common.json);
        bytes = job::delivery_book(record->ledger, *number, today());
        name = *number;
    }
    if (!bytes) return report_faults(bytes.error(), common.json);
    const auto commission = job::commission(*stock, *bytes, std::move(request));
    if (!commission) return report_faults(commission.error(), common.json);
    const auto rendered = job::render(*stock, *commission, {*outputs});
    if (!rendered) return report_faults(rendered.error(), common.json);
    std::vector<std::filesystem::path> paths;
    std::vector<files::FileToWrite> to_write;
    for (std::size_t i = 0; i < outputs->size(); ++i) {
        paths.push_back(std::filesystem::path(arguments.out) /
                        fmt::format("{}_F23_{}{}", name, today(), job::extension((*outputs)[i])));
        to_write.push_back({paths.back(), rendered->artifacts[i].bytes});
    }
    const auto existing = arguments.force ? files::Existing::replace : files::Existing::keep;
    if (const auto written = files::write(to_write, existing); !written)
        return report_faults(written.error(), common.json);
    for (const std::filesystem::path& path : paths)
        if (!common.json) print(std::string_view(path.string()));
    if (common.json) print(nlohmann::ordered_json{{"ok", true}, {"pages", rendered->pages}});
    return 0;
}

}  // namespace

void add_deliver(CLI::App& app, Invocation& invocation) {
    auto delivery = std::make_shared<DeliverArguments>();
    CLI::App* deliver_verb =
        app.add_subcommand("deliver", "書類の交付を記録する。--prepare なら、交付書・受領書・送付票を作る");
    deliver_verb->add_option("document", delivery->documents, "書類の番号（いくつでも）")
        ->required()
        ->type_name("書類");
    deliver_verb->add_option("--to", delivery->to, recipient_words())->required()->type_name("交付先");
    deliver_verb
        ->add_option("--method", delivery->method, "hand 手渡し／post 郵送／fax／email 電子メール／system 電磁的方法")
        ->type_name("方法");
    deliver_verb->add_option("--name", delivery->name, "交付先の名称")->type_name("文");
    deliver_verb->add_option("--person", delivery->person, "交付先の担当者")->type_name("文");
    deliver_verb->add_option("--tracking", delivery->tracking, "追跡番号・送信先")->type_name("文");
    deliver_verb->add_option("--on", delivery->on, "交付した日（--prepare では発信日）")
        ->required()
        ->type_name("年-月-日");
    deliver_verb->add_option("--time", delivery->at, "時刻")->type_name("時:分");
    deliver_verb->add_option("--by", delivery->by, "交付した職員（office.toml の id）")->required()->type_name("職員");
    deliver_verb->add_option("--note", delivery->note, "備考")->type_name("文");
    deliver_verb->add_option("--because", delivery->because, "止められたものを、それでも作るわけ（記録に残る）")
        ->type_name("文");
    deliver_verb->add_flag("--prepare", delivery->prepare, "交付の用意をする。交付してはならないときは作らない");
    deliver_verb->add_option("-o,--out", delivery->out, "--prepare で書くフォルダー")->type_name("フォルダー");
    deliver_verb->add_flag("--force", delivery->force, "同じ名前で内容のちがうファイルを置きかえる");
    add_office_option(*deliver_verb, delivery->of.office);
    deliver_verb->callback([delivery, &invocation] {
        invocation.work = [delivery](const Common& common) { return deliver(*delivery, common); };
    });

    auto receipt = std::make_shared<ReceiveArguments>();
    CLI::App* receive_verb = app.add_subcommand("receive", "交付した書類を、相手が受け取ったことを記録する");
    receive_verb->add_option("delivery", receipt->delivery, "交付の記録の番号")->required()->type_name("番号");
    receive_verb
        ->add_option("--kind", receipt->kind,
                     "receipt-form 受領書／signature 署名／signature-on-plan 計画書の署名／reply 返信／opened 開封確認")
        ->check(CLI::IsMember({"receipt-form", "signature", "signature-on-plan", "reply", "opened"}))
        ->type_name("確認");
    add_event_options(*receive_verb, *receipt);
    receive_verb->callback([receipt, &invocation] {
        invocation.work = [receipt](const Common& common) { return receive(*receipt, common); };
    });

    auto book = std::make_shared<BookArguments>();
    CLI::App* book_verb = app.add_subcommand("deliveries", "交付記録簿（F23）を、児童ごとか月ごとに台帳から作る");
    book_verb->add_option("case", book->of.named, "ケースのファイルか管理番号")->type_name("ケース");
    book_verb->add_option("--month", book->month, "この月のすべての児童の交付")->type_name("年-月");
    book_verb->add_option("--to", book->to, "pdf（はじめの値）、xlsx、または pdf,xlsx")->type_name("形式");
    book_verb->add_option("-o,--out", book->out, "書くフォルダー")->type_name("フォルダー");
    book_verb->add_flag("--force", book->force, "同じ名前で内容のちがうファイルを置きかえる");
    add_office_option(*book_verb, book->of.office);
    book_verb->callback(
        [book, &invocation] { invocation.work = [book](const Common& common) { return print_book(*book, common); }; });
}

}  // namespace besshi::app
