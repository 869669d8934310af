#include "cli/next_case.h"

/// Verbs that make the next case of a child from the one at hand: next, start.
namespace besshi::app {

void add_next(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<NextCaseArguments>();
    CLI::App* verb = app.add_subcommand("next", "前の計画のケースから、次の計画のケースを作る");
    add_arguments(*verb, *arguments);
    verb->add_flag("--force", arguments->force, "同じ名前で内容のちがうファイルを置きかえる");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) {
            return write_next_case(*arguments, common, cycle::renew);
        };
    });
}

void add_start(CLI::App& app, Invocation& invocation) {
    struct Sheet {
        const char *name, *description;
        cycle::Sheet sheet;
    };
    static constexpr Sheet sheets[] = {
        {"monitoring", "モニタリング表を、個別支援計画の目標と行から作る", cycle::Sheet::monitoring},
        {"use-plan", "障害児支援利用計画を、計画案から作る", cycle::Sheet::use_plan},
        {"use-monitoring", "モニタリング報告書を、障害児支援利用計画から作る", cycle::Sheet::use_monitoring},
    };
    CLI::App* start = app.add_subcommand("start", "計画から、次に書く書類の記入欄をケースに用意する");
    start->require_subcommand(1);
    for (const auto& [name, description, sheet] : sheets) {
        auto arguments = std::make_shared<NextCaseArguments>();
        CLI::App* verb = start->add_subcommand(name, description);
        add_arguments(*verb, *arguments);
        verb->add_flag("--force", arguments->force, "すでに書いてあるもの、同じ名前のファイルを置きかえる");
        verb->callback([arguments, sheet, &invocation] {
            invocation.work = [arguments, sheet](const Common& common) {
                const auto written = arguments->force ? cycle::Written::replace : cycle::Written::keep;
                return write_next_case(*arguments, common, [&](const auto& table, const auto& files) {
                    return cycle::start(table, files, sheet, written);
                });
            };
        });
    }
}

}  // namespace besshi::app
