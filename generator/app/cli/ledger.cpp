#include "cli/office_backup.h"
#include "cli/office_record.h"

#include <fmt/format.h>

/// Verbs about the record itself: start, verify, head, export, migrate, seal, delete.
namespace besshi::app {

namespace {

using OfficeFolder = std::optional<std::filesystem::path>;

int start(const OfficeFolder& office, const Common& common) {
    auto record = open_office_record(office_folder_of({{}, office}), ledger::Opening::create);
    if (!record) return report_faults(record.error(), common.json);
    const auto head = record->ledger.head();
    if (!head) return report_faults(head.error(), common.json);
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"events", head->events}});
    else
        print(std::string_view(fmt::format("台帳を使えます（記録 {} 件）。", head->events)));
    return 0;
}

int print_head(const OfficeFolder& office, const Common& common) {
    auto record = open_office_record(office_folder_of({{}, office}), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto head = record->ledger.head();
    if (!head) return report_faults(head.error(), common.json);
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"head", ledger::to_text(*head)}, {"hash", head->hash}});
    else
        print(std::string_view(ledger::to_text(*head)));
    return 0;
}

struct VerifyArguments {
    OfficeFolder office;
    std::string head;
    bool files = false;
};

int verify(const VerifyArguments& arguments, const Common& common) {
    std::optional<ledger::KeptHead> kept;
    if (!arguments.head.empty()) {
        kept = ledger::read_head(arguments.head);
        if (!kept)
            return report_wrong_argument("--head の値が正しくありません。",
                                         "besshi ledger head が出した値を書いてください。", common.json);
    }
    auto record = open_office_record(office_folder_of({{}, arguments.office}), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto verified =
        record->ledger.verify(kept, arguments.files ? ledger::FileCheck::contents : ledger::FileCheck::sizes);
    if (!verified) return report_faults(verified.error(), common.json);
    if (!verified->faults.empty()) return report_faults(verified->faults, common.json);
    const std::string head = ledger::to_text(verified->head);
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"events", verified->head.events}, {"head", head}});
    else
        print(std::string_view(fmt::format("台帳は記録したとおりです（{} 件、{}）。", verified->head.events, head)));
    return 0;
}

int export_events(const OfficeFolder& office, const Common& common) {
    auto record = open_office_record(office_folder_of({{}, office}), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto done = record->ledger.for_each_event([&](const ledger::Event& event) {
        nlohmann::ordered_json line{{"office", record->settings.office}};  // it is under the hash
        line.update(to_json(event));
        print(std::string_view(line.dump()));
    });
    return done ? 0 : report_faults(done.error(), common.json);
}

struct RemovalArguments {
    CaseArguments of;
    std::vector<std::string> documents, files;
    std::vector<std::int64_t> events;
    ledger::Removal removal;
};

/// What the person named: documents, the papers of events, hashes. Empty if nothing was.
Result<std::vector<std::string>> named_files(const RemovalArguments& arguments, const ledger::History& history) {
    std::vector<std::string> files = arguments.files;
    auto of_documents = ledger::files_of_documents(history, arguments.documents);
    if (!of_documents) return of_documents;
    files.insert(files.end(), of_documents->begin(), of_documents->end());
    for (const std::int64_t number : arguments.events) {
        const std::vector<std::string> of_event = ledger::files_of_event(history, number);
        if (of_event.empty())
            return fail(diagnose(wrong_argument, {},
                                 {"その番号の記録は、何も保管していません。", "besshi status で番号を見られます。"}));
        files.insert(files.end(), of_event.begin(), of_event.end());
    }
    return files;
}

enum class Kind { seal, erase };

int remove(Kind kind, RemovalArguments arguments, const Common& common) {
    auto record = open_office_record(office_folder_of(arguments.of), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto number = case_number_of(arguments.of, *record);
    if (!number) return report_faults(number.error(), common.json);
    const auto history = ledger::read_history(record->ledger, *number);
    if (!history) return report_faults(history.error(), common.json);
    const bool is_seal = kind == Kind::seal;
    ledger::Removal& removal = arguments.removal;
    if (removal.reason.empty() || removal.by.empty() ||
        (is_seal && (removal.witness.empty() || removal.witness == removal.by)))
        return report_wrong_argument("だれが、なぜするのかが足りません。",
                                     "--by と --reason を書いてください。封印には、もう一人の --witness もいります。",
                                     common.json);
    if (is_seal && arguments.documents.empty() && arguments.files.empty() && arguments.events.empty())
        return report_wrong_argument("封印する書類がありません。",
                                     "--document、--event、--file のどれかを書いてください。", common.json);
    for (const std::string& who : {removal.by, removal.witness})
        if (!who.empty() && !record->settings.staff.contains(who))
            return report_wrong_argument("職員が office.toml にいません。", "[[staff]] の id を書いてください。",
                                         common.json);
    removal.on = today();
    const auto named = named_files(arguments, *history);
    if (!named) return report_faults(named.error(), common.json);
    const auto files = ledger::removable_files(record->ledger, *history, *named);
    if (!files) return report_faults(files.error(), common.json);
    if (files->empty())
        return report_wrong_argument("この児童の書類は保管されていません。", "besshi status で見られます。",
                                     common.json);
    auto entry = is_seal ? Result<ledger::Entry>(ledger::sealing_entry(*number, *files, removal))
                         : ledger::deletion_entry(*history, *files, removal, record->settings.retention_years);
    if (!entry) return report_faults(entry.error(), common.json);
    const int exit_code = record_entry(*entry, *record, common);
    if (exit_code != 0) return exit_code;
    const auto removed = record->ledger.remove_bytes(*files);
    return removed ? 0 : report_faults(removed.error(), common.json);
}

void add_removal(CLI::App& ledger, Invocation& invocation, Kind kind) {
    auto arguments = std::make_shared<RemovalArguments>();
    CLI::App* verb =
        kind == Kind::seal
            ? ledger.add_subcommand("seal", "まちがえて保管したものの中身を消す（記録とハッシュは残る）")
            : ledger.add_subcommand("delete", "保存期間の終わった児童の書類の中身を消す（記録とハッシュは残る）");
    verb->add_option("case", arguments->of.named, "ケースのファイルか管理番号")->required()->type_name("ケース");
    verb->add_option("--document", arguments->documents, "書類の番号（いくつでも）")->type_name("書類");
    verb->add_option("--event", arguments->events, "写しや受け取った書類の、記録の番号（いくつでも）")
        ->type_name("番号");
    verb->add_option("--file", arguments->files, "保管したファイルの SHA-256（いくつでも）")->type_name("ハッシュ");
    verb->add_option("--by", arguments->removal.by, "決めた職員")->type_name("職員");
    verb->add_option("--witness", arguments->removal.witness, "立ち会った、もう一人の職員")->type_name("職員");
    verb->add_option("--reason", arguments->removal.reason, "わけ")->type_name("文");
    add_office_option(*verb, arguments->of.office);
    verb->callback([arguments, kind, &invocation] {
        invocation.work = [arguments, kind](const Common& common) { return remove(kind, *arguments, common); };
    });
}

using Work = int (*)(const OfficeFolder&, const Common&);

void add_simple(CLI::App& ledger, Invocation& invocation, std::pair<const char*, const char*> name, Work work) {
    auto office = std::make_shared<OfficeFolder>();
    CLI::App* verb = ledger.add_subcommand(name.first, name.second);
    add_office_option(*verb, *office);
    verb->callback([office, work, &invocation] {
        invocation.work = [office, work](const Common& common) { return work(*office, common); };
    });
}

}  // namespace

void add_ledger(CLI::App& app, Invocation& invocation) {
    CLI::App* ledger = app.add_subcommand("ledger", "台帳そのものを始める・確かめる・書き出す");
    ledger->require_subcommand(1);
    add_simple(*ledger, invocation, {"start", "事業所の台帳を始める"}, start);
    add_simple(*ledger, invocation, {"head", "台帳の終わりを示す短い値を出す（別の所に控えておく）"}, print_head);
    add_simple(*ledger, invocation, {"export", "すべての記録を JSON Lines で出す"}, export_events);

    auto arguments = std::make_shared<VerifyArguments>();
    CLI::App* verb = ledger->add_subcommand("verify", "台帳が書きかえられていないかを確かめる");
    verb->add_option("--head", arguments->head, "控えておいた短い値")->type_name("値");
    verb->add_flag("--files", arguments->files, "保管した書類の中身も読んで確かめる");
    add_office_option(*verb, arguments->office);
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return verify(*arguments, common); };
    });
    add_ledger_migrate(*ledger, invocation);
    add_removal(*ledger, invocation, Kind::seal);
    add_removal(*ledger, invocation, Kind::erase);
}

}  // namespace besshi::app
