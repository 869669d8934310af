#include "cli/command.h"
#include "cli/field_table.h"
#include "cli/office_record.h"
#include "cli/report.h"
#include "cycle/cycle.h"

namespace besshi::app {

namespace {

struct DiffArguments {
    std::string before, after;
    std::optional<std::filesystem::path> office;
    bool all = false;
};

cycle::CaseFiles files_of(const job::CaseBytes& bytes) {
    cycle::CaseFiles files{{bytes.case_json, bytes.case_file}, std::nullopt};
    if (bytes.office_toml) files.office_toml = plan::Source{*bytes.office_toml, bytes.office_file};
    return files;
}

std::string_view to_word(cycle::Difference::Kind kind) {
    using Kind = cycle::Difference::Kind;
    switch (kind) {
        case Kind::changed:
            return "changed";
        case Kind::added:
            return "added";
        case Kind::removed:
            return "removed";
        case Kind::row_added:
            return "row_added";
        case Kind::row_removed:
            return "row_removed";
        case Kind::moved:
            return "moved";
    }
    return {};
}

nlohmann::ordered_json to_json(const std::vector<cycle::Difference>& differences, const Common& common) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const cycle::Difference& difference : differences) {
        nlohmann::ordered_json one{{"kind", to_word(difference.kind)}, {"pointer", difference.pointer}};
        if (common.show_values) {
            one["sentence"] = to_sentence(difference);
            one["before"] = difference.before;
            one["after"] = difference.after;
        }
        list.push_back(std::move(one));
    }
    return list;
}

/// `before` and `after` are two versions of a case, wherever they were read from.
int tell_changes(const job::CaseBytes& before, const job::CaseBytes& after, cycle::Extent extent,
                 const Common& common) {
    const auto table = read_field_table(common);
    if (!table) return report_faults(table.error(), common.json);
    const auto differences = cycle::describe_changes(*table, files_of(before), files_of(after), extent);
    if (!differences) return report_faults(differences.error(), common.json);
    if (common.json) {
        print(nlohmann::ordered_json{{"ok", true}, {"changes", to_json(*differences, common)}});
        return 0;
    }
    for (const cycle::Difference& difference : *differences) print(std::string_view(to_sentence(difference)));
    if (differences->empty()) std::fputs("ちがいはありません。\n", stderr);
    return 0;
}

/// A case file, or a version of the record: `c-0001@2`.
Result<job::CaseBytes> read_named(const std::string& named, const DiffArguments& arguments) {
    const std::size_t sign = named.rfind('@');
    std::error_code ignored;
    if (sign == named.npos || std::filesystem::exists(named, ignored)) return job::read_case(named, arguments.office);
    auto record = open_office_record(office_folder_of({{}, arguments.office}), ledger::Opening::existing);
    if (!record) return fail(std::move(record.error()));
    const auto versions = record->ledger.versions(named.substr(0, sign));
    if (!versions) return fail(versions.error());
    for (const ledger::Version& version : *versions)
        if (std::to_string(version.number) == named.substr(sign + 1)) return job::read_version(record->ledger, version);
    return fail(
        diagnose(wrong_argument, {},
                 {"版 " + named + " は台帳にありません。", "besshi status で版を見られます（例: c-0001@2）。"}));
}

int diff(const DiffArguments& arguments, const Common& common) {
    const auto before = read_named(arguments.before, arguments);
    if (!before) return report_faults(before.error(), common.json);
    const auto after = read_named(arguments.after, arguments);
    if (!after) return report_faults(after.error(), common.json);
    return tell_changes(*before, *after, arguments.all ? cycle::Extent::everything : cycle::Extent::plan, common);
}

}  // namespace

void add_diff(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<DiffArguments>();
    CLI::App* verb = app.add_subcommand("diff", "二つの版のちがいを、会議録の「原案からの修正」の言葉で書く");
    verb->add_option("before", arguments->before, "前の版のケース（原案など）。ファイルか、台帳の版（c-0001@1）")
        ->required()
        ->type_name("前");
    verb->add_option("after", arguments->after, "後の版のケース。ファイルか、台帳の版")->required()->type_name("後");
    verb->add_flag("--all", arguments->all, "計画の中身だけでなく、記録の全体をくらべる");
    add_office_option(*verb, arguments->office);
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return diff(*arguments, common); };
    });
}

}  // namespace besshi::app
