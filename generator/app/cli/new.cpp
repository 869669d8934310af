#include "cli/command.h"
#include "cli/field_table.h"
#include "cli/report.h"
#include "cycle/cycle.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::app {

namespace {

struct NewArguments {
    std::string roster, out;
    std::optional<std::filesystem::path> office;
    std::vector<int> lines;
    std::vector<std::string> numbers;
    bool is_template = false, force = false;
};

/// The office.toml of the office the cases belong to, if there is one.
Result<std::optional<std::string>> read_office(const NewArguments& arguments) {
    const std::filesystem::path out = std::filesystem::absolute(arguments.out).lexically_normal();
    const std::filesystem::path folder = out.has_filename() ? out : out.parent_path();
    std::filesystem::path office = folder.parent_path() / "office.toml";
    std::error_code ignored;
    if (arguments.office)
        office = *arguments.office / "office.toml";
    else if (folder.filename() != "cases" || !std::filesystem::exists(office, ignored))
        return std::nullopt;
    auto text = files::read(office);
    if (!text) return fail(text.error());
    return std::optional(std::move(*text));
}

/// What the case files of a folder are called.
std::set<std::string> numbers_in(const std::filesystem::path& folder) {
    std::set<std::string> numbers;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".json") numbers.insert(entry.path().stem().string());
    return numbers;
}

/// None if one of them may not be replaced.
Result<std::vector<std::filesystem::path>> write_all(const std::vector<cycle::NewCase>& cases,
                                                     const NewArguments& arguments) {
    std::vector<std::filesystem::path> names;
    std::vector<files::FileToWrite> files;
    for (const cycle::NewCase& made : cases) {
        names.push_back(std::filesystem::path(arguments.out) / (made.number + ".json"));
        files.push_back({names.back(), made.json});
    }
    const files::Existing existing = arguments.force ? files::Existing::replace : files::Existing::keep;
    if (const auto written = files::write(files, existing); !written) return fail(written.error());
    return names;
}

int write_template(const NewArguments& arguments, const Common& common) {
    if (arguments.out.empty() || arguments.out == "-") {
        print(std::string_view(cycle::roster_template()));
        return 0;
    }
    const files::Existing existing = arguments.force ? files::Existing::replace : files::Existing::keep;
    if (const auto written = files::write(arguments.out, cycle::roster_template(), existing); !written)
        return report_faults(written.error(), common.json);
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"file", arguments.out}});
    else
        print(std::string_view(arguments.out));
    return 0;
}

void report_cases(const cycle::NewCases& made, const std::vector<std::filesystem::path>& files, const Common& common) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    std::string lines;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const cycle::NewCase& one = made.cases[i];
        const bool given = one.numbering == cycle::Numbering::given;
        list.push_back(
            {{"line", one.line}, {"number", one.number}, {"number_given", given}, {"file", files[i].string()}});
        lines += files[i].string();
        lines += given
                     ? fmt::format("　（{} 行目。管理番号は新しく付けました。名簿にも書きこんでください）\n", one.line)
                     : fmt::format("　（{} 行目）\n", one.line);
    }
    if (common.json)
        return print(nlohmann::ordered_json{{"ok", true}, {"cases", list}, {"diagnostics", to_json(made.notes)}});
    report_notes(made.notes);
    print(std::string_view(lines));
}

int make_new(NewArguments arguments, const Common& common) {
    if (arguments.is_template) return write_template(arguments, common);
    if (arguments.out.empty() && arguments.office) arguments.out = (*arguments.office / "cases").string();
    if (arguments.roster.empty() || arguments.out.empty())
        return report_wrong_argument("名簿のファイルと、ケースを書くフォルダー（-o）を指定してください。",
                                     "例: besshi new 名簿.csv -o 事業所/cases", common.json);
    const auto table = read_field_table(common);
    if (!table) return report_faults(table.error(), common.json);
    const auto csv = files::read(arguments.roster);
    if (!csv) return report_faults(csv.error(), common.json);
    const auto office = read_office(arguments);
    if (!office) return report_faults(office.error(), common.json);

    cycle::Roster roster{{*csv, arguments.roster}, std::nullopt, numbers_in(arguments.out)};
    if (*office) roster.office_toml = plan::Source{**office, "office.toml"};
    const cycle::Selection selection{{arguments.lines.begin(), arguments.lines.end()},
                                     {arguments.numbers.begin(), arguments.numbers.end()}};
    const auto made = cycle::make_cases(*table, roster, selection);
    if (!made) return report_faults(made.error(), common.json);
    const auto files = write_all(made->cases, arguments);
    if (!files) return report_faults(files.error(), common.json);
    report_cases(*made, *files, common);
    return 0;
}

}  // namespace

void add_new(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<NewArguments>();
    CLI::App* verb = app.add_subcommand("new", "名簿（CSV）から、児童ごとのケースを作る");
    verb->add_option("roster", arguments->roster, "名簿の CSV（UTF-8 か Shift_JIS。- は標準入力）")->type_name("名簿");
    verb->add_option("-o,--out", arguments->out, "ケースを書くフォルダー（事業所/cases）")->type_name("フォルダー");
    verb->add_option("--line", arguments->lines, "名簿のこの行だけ（見出しが 1 行目。何度でも書ける）")
        ->type_name("行");
    verb->add_option("--number", arguments->numbers, "この管理番号の行だけ（何度でも書ける）")->type_name("管理番号");
    verb->add_option("--office", arguments->office, "事業所のフォルダー（-o が cases フォルダーでないとき）")
        ->type_name("フォルダー");
    verb->add_flag("--template", arguments->is_template, "見出しだけの空の名簿を -o のファイルに書く");
    verb->add_flag("--force", arguments->force, "同じ名前で内容のちがうファイルを置きかえる");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return make_new(*arguments, common); };
    });
}

}  // namespace besshi::app
