#include "cli/office_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <set>

#include <pwd.h>
#include <unistd.h>

namespace besshi::app {

namespace {

namespace fs = std::filesystem;

Diagnostics wrong(std::string_view sentence, std::string_view hint) {
    return {diagnose(wrong_argument, {}, {sentence, hint})};
}

/// The number that a case file gives its child.
std::optional<std::string> number_in(const fs::path& file) {
    const auto text = files::read(file);
    const auto json = nlohmann::json::parse(text.value_or(std::string()), nullptr, false);
    const auto number = json.is_object() ? json.find("case_number") : json.end();
    if (!json.is_object() || number == json.end() || !number->is_string()) return std::nullopt;
    return number->get<std::string>();
}

ledger::Stamp stamp_now() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    char moment[sizeof "2025-09-22T08:15:30Z"];
    std::strftime(moment, sizeof moment, "%FT%TZ", &utc);
    const passwd* const login = ::getpwuid(::geteuid());
    return {moment, login ? login->pw_name : std::to_string(::geteuid())};
}

Result<void> check_day_and_time(const EventArguments& arguments) {
    if (!base::parse_date(arguments.on)) return fail(wrong("--on の日付が正しくありません。", "例: --on 2025-09-22"));
    if (arguments.when == When::happened && arguments.on > today())
        return fail(wrong("--on がこれから先の日です。起きたことだけを記録できます。", "起きた日を書いてください。"));
    if (!arguments.at.empty() && !base::parse_time(arguments.at))
        return fail(wrong("--time の時刻が正しくありません。", "例: --time 16:30"));
    return {};
}

}  // namespace

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm here{};
    ::localtime_r(&now, &here);
    return base::to_iso(Date{here.tm_year + 1900, here.tm_mon + 1, here.tm_mday});
}

fs::path office_folder_of(const CaseArguments& arguments) {
    if (arguments.office) return *arguments.office;
    std::error_code ignored;
    if (!arguments.named.empty() && fs::is_regular_file(arguments.named, ignored)) {
        const fs::path folder = fs::absolute(arguments.named).lexically_normal().parent_path();
        if (folder.filename() == "cases") return folder.parent_path();
    }
    return ".";
}

Result<OfficeRecord> open_office_record(const fs::path& folder, ledger::Opening opening) {
    auto settings = job::read_record_settings(folder);
    if (!settings) return fail(std::move(settings.error()));
    auto ledger = job::open_record(folder, *settings, opening);
    if (!ledger) return fail(std::move(ledger.error()));
    return OfficeRecord{folder, std::move(*settings), std::move(*ledger), stamp_now()};
}

Result<std::optional<OfficeRecord>> find_office_record(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder / "office.toml", ignored)) return std::nullopt;
    const auto settings = job::read_record_settings(folder);
    const bool is_kept = fs::exists(folder / "besshi.db", ignored) || (settings && !settings->database.empty());
    if (!is_kept) return std::nullopt;
    auto record = open_office_record(folder, ledger::Opening::existing);
    if (!record) return fail(std::move(record.error()));
    return std::optional(std::move(*record));
}

Result<std::string> case_number_of(const CaseArguments& arguments, OfficeRecord& record) {
    std::error_code ignored;
    if (fs::is_regular_file(arguments.named, ignored)) {
        const auto number = number_in(arguments.named);
        if (number) return *number;
        return fail(
            diagnose(wrong_argument, {"/case_number", arguments.named, 0, 0},
                     {"ケースの管理番号（case_number）を読めません。", "ケースのファイルを確かめてください。"}));
    }
    const auto recorded = record.ledger.case_numbers();
    if (!recorded) return fail(recorded.error());
    if (std::ranges::count(*recorded, arguments.named) > 0) return arguments.named;
    const auto cases = files::list(record.folder / "cases");
    const bool is_known = cases && std::ranges::any_of(*cases, [&](const fs::path& file) {
                              return file.extension() == ".json" && number_in(file) == arguments.named;
                          });
    if (is_known) return arguments.named;
    return fail(diagnose(
        wrong_argument, {},
        {"そのケースは、台帳にも cases フォルダーにもありません。", "ケースのファイルか、管理番号を書いてください。"}));
}

void add_office_option(CLI::App& verb, std::optional<fs::path>& office) {
    verb.add_option("--office", office, "事業所のフォルダー（ケースが cases フォルダーにないとき）")
        ->type_name("フォルダー");
}

void add_event_options(CLI::App& verb, EventArguments& arguments) {
    verb.add_option("--on", arguments.on, "起きた日")->required()->type_name("年-月-日");
    verb.add_option("--time", arguments.at, "起きた時刻")->type_name("時:分");
    verb.add_option("--by", arguments.by, "行った職員（office.toml の id）")->required()->type_name("職員");
    verb.add_option("--document", arguments.documents, "書類の番号（いくつでも）")->type_name("書類");
    verb.add_option("--note", arguments.note, "覚え書き")->type_name("文");
    add_office_option(verb, arguments.of.office);
}

Result<ledger::Entry> to_entry(ledger::EventKind kind, const EventArguments& arguments, OfficeRecord& record,
                               const std::string& case_number) {
    if (auto checked = check_day_and_time(arguments); !checked) return fail(std::move(checked.error()));
    if (base::find_ill_formed_utf8(arguments.note) != std::string::npos)
        return fail(wrong("--note の文字を読めません。", "UTF-8 で書いてください。"));
    if (!record.settings.staff.contains(arguments.by))
        return fail(
            wrong("--by の職員が office.toml にいません。", "[[staff]] の id を書いてください（例: --by s1）。"));
    ledger::Entry entry{
        .kind = kind, .case_number = case_number, .on = arguments.on, .at = arguments.at, .by = arguments.by};
    std::string ids;
    std::set<std::string> seen;
    for (const std::string& id : arguments.documents) {
        if (!seen.insert(id).second) continue;
        const auto document = record.ledger.find_document(id);
        if (!document) return fail(document.error());
        if (!*document || (*document)->case_number != case_number)
            return fail(
                wrong("--document の書類が、この児童の台帳にありません。", "besshi status で番号を見られます。"));
        ids += (ids.empty() ? "" : " ") + id;
    }
    if (seen.size() == 1)
        entry.document = ids;
    else if (!ids.empty())
        entry.facts[ledger::fact::documents] = ids;
    if (!arguments.note.empty()) entry.facts[ledger::fact::note] = arguments.note;
    return entry;
}

nlohmann::ordered_json to_json(const ledger::Event& event) {
    return {{"number", event.number},
            {"event", ledger::name_of(event.kind).word},
            {"case_number", event.case_number},
            {"document", event.document},
            {"on", event.on},
            {"at", event.at},
            {"by", event.by},
            {"entered", {{"moment", event.entered.moment}, {"by", event.entered.by}}},
            {"facts", event.facts},
            {"previous", event.previous},
            {"hash", event.hash}};
}

nlohmann::ordered_json to_answer(const ledger::Event& event, const Common& common) {
    /// Names of people and places, and sentences that may hold them.
    constexpr std::array worded{"added",  "because", "from",  "images",   "name", "note",
                                "person", "reason",  "title", "tracking", "with"};
    ledger::Event told = event;
    if (!common.show_values)
        for (const char* name : worded) told.facts.erase(name);
    return to_json(told);
}

std::string to_line(const ledger::Event& event) {
    std::string line = fmt::format("{:>5}  {:10}  {}", event.number, event.on, ledger::name_of(event.kind).label);
    for (const std::string& id : ledger::documents_of(event)) line += "  " + id;
    const auto label = [&](const auto& words, const char* fact) {
        const auto* word = ledger::find_word(words, event.fact(fact));
        if (word) line += "  " + std::string(word->label);
    };
    if (event.kind == ledger::EventKind::delivered) {
        label(ledger::recipients(), "to");
        label(ledger::methods(), "method");
    }
    if (!event.by.empty()) line += "  " + event.by;
    return line;
}

int record_entry(const ledger::Entry& entry, OfficeRecord& record, const Common& common) {
    return record_submission({.files = {}, .entries = {entry}}, record, common);
}

int record_submission(const ledger::Submission& submission, OfficeRecord& record, const Common& common) {
    const auto recorded = record.ledger.record(submission, record.stamp);
    if (!recorded) return report_faults(recorded.error(), common.json);
    const auto& [event, already] = recorded->front();
    if (common.json) {
        print(nlohmann::ordered_json{{"ok", true}, {"already", already}, {"event", to_answer(event, common)}});
        return 0;
    }
    print(std::string_view(to_line(event) + (already ? "  （すでに記録されています）" : "  を記録しました")));
    return 0;
}

}  // namespace besshi::app
