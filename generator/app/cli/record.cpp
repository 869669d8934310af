#include "cli/office_record.h"

#include <fmt/format.h>

#include <map>

/// Verbs that say what happened: record, correct, close, reopen.
namespace besshi::app {

namespace {

/// Events a person may record by their names; the others come from verbs of their own.
constexpr ledger::EventKind recordable[] = {ledger::EventKind::interview,
                                            ledger::EventKind::draft,
                                            ledger::EventKind::meeting,
                                            ledger::EventKind::explained,
                                            ledger::EventKind::consented,
                                            ledger::EventKind::withdrawn,
                                            ledger::EventKind::cancelled,
                                            ledger::EventKind::monitored,
                                            ledger::EventKind::privacy_consent,
                                            ledger::EventKind::electronic_agreement,
                                            ledger::EventKind::electronic_agreement_ended,
                                            ledger::EventKind::misdelivered,
                                            ledger::EventKind::recalled};

struct RecordArguments : EventArguments {
    std::string with;
    std::vector<std::string> to;
};

bool is_about_a_document(ledger::EventKind kind) {
    return kind == ledger::EventKind::explained || kind == ledger::EventKind::consented ||
           kind == ledger::EventKind::withdrawn || kind == ledger::EventKind::cancelled;
}

/// The documents an event is about if the person named none: of each form the newest that waits to be signed, or, to
/// take a consent back, what is agreed to.
Result<std::vector<std::string>> find_meant(ledger::EventKind kind, OfficeRecord& record,
                                            const std::string& case_number) {
    const auto wanted =
        kind == ledger::EventKind::cancelled ? ledger::PlanState::consented : ledger::PlanState::awaiting_signature;
    const auto history = ledger::read_history(record.ledger, case_number);
    if (!history) return fail(history.error());
    std::map<std::string, const ledger::Document*> newest;  // by form
    for (const ledger::Document& document : history->documents) {
        const ledger::PlanVersion* plan = history->find_plan(document);
        if (plan && plan->state == wanted && document.purpose == "sign") newest[document.form] = &document;
    }
    std::vector<std::string> ids;
    for (const auto& [form, document] : newest) ids.push_back(document->id);
    return ids;
}

/// Freezes the draft: the version, and its documents with 原案 across the page.
Result<std::vector<std::string>> freeze_draft(const RecordArguments& arguments, const Common& common,
                                              OfficeRecord& record) {
    const auto stock = job::Stock::load(common.data);
    if (!stock) return fail(stock.error());
    const auto bytes = job::read_case(arguments.of.named, record.folder);
    if (!bytes) return fail(bytes.error());
    const auto names = job::documents_with_data(*stock, *bytes, "draft");
    if (!names) return fail(names.error());
    const auto version = job::record_version(*stock, *bytes, record.recording());
    if (!version) return fail(version.error());
    std::vector<std::string> ids;
    for (const std::string& name : *names) {
        form::RenderRequest request;
        request.document = name;
        request.purpose = form::Purpose::draft;
        const auto made = job::render_recorded(*stock, {*bytes, *version, {}}, std::move(request), {{job::Output::pdf}},
                                               record.recording());
        if (!made) return fail(made.error());
        ids.push_back(made->document.id);
    }
    return ids;
}

int record_event(ledger::EventKind kind, RecordArguments arguments, const Common& common) {
    auto record = open_office_record(office_folder_of(arguments.of), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto number = case_number_of(arguments.of, *record);
    if (!number) return report_faults(number.error(), common.json);
    for (const std::string& to : arguments.to)
        if (!ledger::find_word(ledger::recipients(), to))
            return report_wrong_argument("--to の交付先が正しくありません。", recipient_words(), common.json);
    const bool is_of_recipient =
        kind == ledger::EventKind::electronic_agreement || kind == ledger::EventKind::electronic_agreement_ended;
    if (is_of_recipient && arguments.to.empty())
        return report_wrong_argument("だれの承諾かがありません。",
                                     "--to に交付先を書いてください。" + recipient_words(), common.json);
    const bool needs_document = kind == ledger::EventKind::misdelivered || kind == ledger::EventKind::recalled;
    if (needs_document && arguments.documents.empty())
        return report_wrong_argument("どの書類のことかがわかりません。",
                                     "--document に書類の番号を書いてください（besshi status で見られます）。",
                                     common.json);
    // what is wrong with the arguments is told before anything is kept
    if (const auto checked = to_entry(kind, arguments, *record, *number); !checked)
        return report_faults(checked.error(), common.json);
    if (arguments.documents.empty() && (kind == ledger::EventKind::draft || is_about_a_document(kind))) {
        auto ids = kind == ledger::EventKind::draft ? freeze_draft(arguments, common, *record)
                                                    : find_meant(kind, *record, *number);
        if (!ids) return report_faults(ids.error(), common.json);
        if (ids->empty())
            return report_wrong_argument("どの書類のことかがわかりません。",
                                         "--document に書類の番号を書いてください（besshi status で見られます）。",
                                         common.json);
        arguments.documents = std::move(*ids);
    }
    auto entry = to_entry(kind, arguments, *record, *number);
    if (!entry) return report_faults(entry.error(), common.json);
    if (!arguments.with.empty()) entry->facts["with"] = arguments.with;
    const Diagnostics findings = job::check_entry(*entry, record->settings);
    for (const Diagnostic& finding : findings) entry->facts["findings"] = finding.code;
    report_notes(findings);
    if (!arguments.to.empty()) entry->facts["to"] = fmt::format("{}", fmt::join(arguments.to, " "));
    return record_entry(*entry, *record, common);
}

struct CorrectArguments {
    std::int64_t event = 0;
    std::string on, at, by, document, to, method, tracking, reason;
    bool is_void = false;
    std::optional<std::filesystem::path> office;
};

bool can_be_corrected(ledger::EventKind kind) {
    using enum ledger::EventKind;
    return kind != version && kind != document && kind != corrected && kind != sealed && kind != deleted;
}

/// What is wrong with the new values, as of any event.
Result<void> check_values(const CorrectArguments& arguments, OfficeRecord& record, const ledger::Event& event) {
    EventArguments values;
    values.on = arguments.on.empty() ? event.on : arguments.on;
    values.at = arguments.at;
    values.by = arguments.by.empty() ? event.by : arguments.by;
    values.note = arguments.reason;
    if (!arguments.document.empty()) values.documents = {arguments.document};
    const auto entry = to_entry(event.kind, values, record, event.case_number);
    if (!entry) return fail(entry.error());
    const bool is_recipient = arguments.to.empty() || ledger::find_word(ledger::recipients(), arguments.to);
    const bool is_method = arguments.method.empty() || ledger::find_word(ledger::methods(), arguments.method);
    if (!is_recipient || !is_method)
        return fail(diagnose(wrong_argument, {}, {"--to か --method が正しくありません。", recipient_words()}));
    return {};
}

int correct(const CorrectArguments& arguments, const Common& common) {
    auto record = open_office_record(office_folder_of({{}, arguments.office}), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto event = record->ledger.find_event(arguments.event);
    if (!event) return report_faults(event.error(), common.json);
    if (!*event || !can_be_corrected((*event)->kind))
        return report_wrong_argument("その番号の記録は訂正できません。", "besshi status で番号を見られます。",
                                     common.json);
    if (arguments.reason.empty())
        return report_wrong_argument("訂正のわけがありません。", "--note に書いてください。", common.json);
    if (const auto checked = check_values(arguments, *record, **event); !checked)
        return report_faults(checked.error(), common.json);
    ledger::Entry entry{
        .kind = ledger::EventKind::corrected,
        .case_number = (*event)->case_number,
        .document = {},
        .on = today(),
        .at = {},
        .by = {},
        .facts = {{ledger::fact::event, std::to_string(arguments.event)}, {ledger::fact::reason, arguments.reason}}};
    const std::pair<const char*, const std::string*> values[] = {{"on", &arguments.on},
                                                                 {"at", &arguments.at},
                                                                 {"by", &arguments.by},
                                                                 {"to", &arguments.to},
                                                                 {"method", &arguments.method},
                                                                 {"tracking", &arguments.tracking},
                                                                 {"document", &arguments.document}};
    for (const auto& [name, value] : values)
        if (!value->empty()) entry.facts[name] = *value;
    if (arguments.is_void) entry.facts[ledger::fact::is_void] = "yes";
    return record_entry(entry, *record, common);
}

void add_plain_event(CLI::App& app, Invocation& invocation, const char* verb_name, const char* description,
                     ledger::EventKind kind) {
    auto arguments = std::make_shared<EventArguments>();
    CLI::App* verb = app.add_subcommand(verb_name, description);
    verb->add_option("case", arguments->of.named, "ケースのファイルか管理番号")->required()->type_name("ケース");
    add_event_options(*verb, *arguments);
    verb->callback([arguments, kind, &invocation] {
        invocation.work = [arguments, kind](const Common& common) {
            auto record = open_office_record(office_folder_of(arguments->of), ledger::Opening::existing);
            if (!record) return report_faults(record.error(), common.json);
            const auto number = case_number_of(arguments->of, *record);
            if (!number) return report_faults(number.error(), common.json);
            const auto entry = to_entry(kind, *arguments, *record, *number);
            if (!entry) return report_faults(entry.error(), common.json);
            return record_entry(*entry, *record, common);
        };
    });
}

}  // namespace

std::string recipient_words() {
    std::string words;
    for (const auto& word : ledger::recipients())
        words += fmt::format("{}{}（{}）", words.empty() ? "" : "、", word.word, word.label);
    return words + "のどれかにしてください。";
}

void add_record(CLI::App& app, Invocation& invocation) {
    CLI::App* record = app.add_subcommand("record", "起きたこと（面接・会議・説明・同意など）を台帳に記録する");
    record->require_subcommand(1);
    for (const ledger::EventKind kind : recordable) {
        const ledger::EventName& name = ledger::name_of(kind);
        auto arguments = std::make_shared<RecordArguments>();
        CLI::App* verb = record->add_subcommand(std::string(name.word), std::string(name.label));
        verb->add_option("case", arguments->of.named, "ケースのファイルか管理番号（draft はファイル）")
            ->required()
            ->type_name("ケース");
        add_event_options(*verb, *arguments);
        verb->add_option("--with", arguments->with, "相手・出席した人")->type_name("文");
        verb->add_option("--to", arguments->to, "同意や承諾の及ぶ交付先（いくつでも。なければすべて）")
            ->type_name("交付先");
        verb->callback([arguments, kind, &invocation] {
            invocation.work = [arguments, kind](const Common& common) {
                return record_event(kind, *arguments, common);
            };
        });
    }
}

void add_correct(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<CorrectArguments>();
    CLI::App* verb = app.add_subcommand("correct", "記録を訂正する（前の記録も残る）");
    verb->add_option("event", arguments->event, "訂正する記録の番号")->required()->type_name("番号");
    verb->add_option("--on", arguments->on, "正しい日")->type_name("年-月-日");
    verb->add_option("--time", arguments->at, "正しい時刻")->type_name("時:分");
    verb->add_option("--by", arguments->by, "正しい職員")->type_name("職員");
    verb->add_option("--document", arguments->document, "正しい書類の番号")->type_name("書類");
    verb->add_flag("--void", arguments->is_void, "なかったこととする");
    verb->add_option("--to", arguments->to, "正しい交付先")->type_name("交付先");
    verb->add_option("--method", arguments->method, "正しい交付方法")->type_name("方法");
    verb->add_option("--tracking", arguments->tracking, "正しい追跡番号・送信先")->type_name("文");
    verb->add_option("--note", arguments->reason, "訂正のわけ")->type_name("文");
    add_office_option(*verb, arguments->office);
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return correct(*arguments, common); };
    });
}

void add_close(CLI::App& app, Invocation& invocation) {
    add_plain_event(app, invocation, "close", "児童の利用が終わったことを記録する（保存期間の始まり）",
                    ledger::EventKind::closed);
    add_plain_event(app, invocation, "reopen", "終わりの記録のあとで、また利用が始まったことを記録する",
                    ledger::EventKind::reopened);
}

}  // namespace besshi::app
