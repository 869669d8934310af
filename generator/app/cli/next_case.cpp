#include "cli/next_case.h"

#include "cli/field_table.h"
#include "cli/report.h"

#include <fmt/format.h>

#include <array>
#include <regex>

namespace besshi::app {

namespace {

struct KindWords {
    cycle::ChangeKind kind;
    std::string_view word, heading;
};
constexpr std::array kinds = {
    KindWords{cycle::ChangeKind::moved, "moved", "期間を先へ移しました"},
    KindWords{cycle::ChangeKind::copied, "copied", "ほかのところから写しました"},
    KindWords{cycle::ChangeKind::marked, "marked", "「要確認」にしました（日付は、最後に確かめた日）"},
    KindWords{cycle::ChangeKind::emptied, "emptied", "空にしました（これから書くところ）"},
};

std::string to_lines(const std::vector<cycle::Change>& changes) {
    std::string lines;
    for (const KindWords& words : kinds) {
        std::string list;
        for (const cycle::Change& change : changes)
            if (change.kind == words.kind)
                list += fmt::format("  {}{}    {}\n", change.label, change.dates.empty() ? "" : "　" + change.dates,
                                    change.pointer);
        if (!list.empty()) lines += fmt::format("{}\n{}", words.heading, list);
    }
    return lines;
}

nlohmann::ordered_json to_json(const std::vector<cycle::Change>& changes) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const cycle::Change& change : changes)
        for (const KindWords& words : kinds)
            if (change.kind == words.kind)
                list.push_back({{"kind", words.word},
                                {"pointer", change.pointer},
                                {"label", change.label},
                                {"dates", change.dates}});
    return list;
}

bool is_month(std::string_view text) {
    static const std::regex month("[0-9]{4}-[0-9]{2}");
    return std::regex_match(text.begin(), text.end(), month);
}

/// `c-0001-2026-04.json` beside `c-0001.json` and beside the plan before, `c-0001-2025-10.json`; a sheet keeps the
/// month of its plan: `c-0001-2026-04-monitoring.json`.
std::string default_file_name(const std::filesystem::path& old, const cycle::NextCase& next) {
    std::string stem = old.stem().string();
    const std::string number = nlohmann::json::parse(next.json).value("case_number", "");
    const bool is_of_a_month =
        !number.empty() && stem.starts_with(number + "-") && is_month(std::string_view(stem).substr(number.size() + 1));
    if (is_of_a_month && is_month(next.name_part)) stem = number;
    return fmt::format("{}-{}.json", stem, next.name_part);
}

/// The file or folder a person named, else the folder of the old case.
std::filesystem::path destination(const NextCaseArguments& arguments, const cycle::NextCase& next) {
    const std::filesystem::path old = arguments.case_file, out = arguments.out;
    std::error_code ignored;
    if (out.empty()) return old.parent_path() / default_file_name(old, next);
    const bool is_folder = arguments.out.back() == '/' || std::filesystem::is_directory(out, ignored);
    return is_folder ? out / default_file_name(old, next) : out;
}

}  // namespace

void add_arguments(CLI::App& verb, NextCaseArguments& arguments) {
    verb.add_option("case", arguments.case_file, "もとのケースのファイル（- は標準入力）")
        ->required()
        ->type_name("ケース");
    verb.add_option("-o,--out", arguments.out, "書くファイル（- は標準出力）。書かなければ、もとのファイルの隣")
        ->type_name("ファイル");
    verb.add_option("--office", arguments.office, "事業所のフォルダー（ケースが cases フォルダーにないとき）")
        ->type_name("フォルダー");
}

int write_next_case(const NextCaseArguments& arguments, const Common& common,
                    const std::function<Result<cycle::NextCase>(const field::Table&, const cycle::CaseFiles&)>& make) {
    const bool to_stdout = arguments.out == "-" || (arguments.out.empty() && arguments.case_file == "-");
    if (to_stdout && common.json)
        return report_wrong_argument("ケースを標準出力に出すときは、--json は使えません。",
                                     "-o でファイルを指定してください。", common.json);
    const auto table = read_field_table(common);
    if (!table) return report_faults(table.error(), common.json);
    const auto bytes = job::read_case(arguments.case_file, arguments.office);
    if (!bytes) return report_faults(bytes.error(), common.json);
    cycle::CaseFiles files{{bytes->case_json, bytes->case_file}, std::nullopt};
    if (bytes->office_toml) files.office_toml = plan::Source{*bytes->office_toml, bytes->office_file};
    const auto next = make(*table, files);
    if (!next) return report_faults(next.error(), common.json);

    const std::filesystem::path file = to_stdout ? arguments.out : destination(arguments, *next).string();
    if (to_stdout) {
        print(std::string_view(next->json));
    } else {
        const files::Existing existing = arguments.force ? files::Existing::replace : files::Existing::keep;
        if (const auto written = files::write(file, next->json, existing); !written)
            return report_faults(written.error(), common.json);
    }
    if (common.json) {
        print(nlohmann::ordered_json{{"ok", true},
                                     {"file", file.string()},
                                     {"changes", to_json(next->changes)},
                                     {"diagnostics", app::to_json(next->notes)}});
        return 0;
    }
    std::fputs(to_lines(next->changes).c_str(), stderr);
    report_notes(next->notes);
    if (!to_stdout) print(std::string_view(file.string()));
    return 0;
}

}  // namespace besshi::app
