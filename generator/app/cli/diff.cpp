#include "cli/command.h"
#include "cli/field_table.h"
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

int diff(const DiffArguments& arguments, const Common& common) {
    const auto before = job::read_case(arguments.before, arguments.office);
    if (!before) return report_faults(before.error(), common.json);
    const auto after = job::read_case(arguments.after, arguments.office);
    if (!after) return report_faults(after.error(), common.json);
    return tell_changes(*before, *after, arguments.all ? cycle::Extent::everything : cycle::Extent::plan, common);
}

}  // namespace

void add_diff(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<DiffArguments>();
    CLI::App* verb = app.add_subcommand("diff", "二つの版のちがいを、会議録の「原案からの修正」の言葉で書く");
    verb->add_option("before", arguments->before, "前の版のケース（原案など）")->required()->type_name("前");
    verb->add_option("after", arguments->after, "後の版のケース")->required()->type_name("後");
    verb->add_flag("--all", arguments->all, "計画の中身だけでなく、記録の全体をくらべる");
    verb->add_option("--office", arguments->office, "事業所のフォルダー（ケースが cases フォルダーにないとき）")
        ->type_name("フォルダー");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return diff(*arguments, common); };
    });
}

}  // namespace besshi::app
