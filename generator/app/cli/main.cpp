#include "cli/command.h"
#include "cli/report.h"

#include <csignal>
#include <cstdio>
#include <exception>

int main(int argument_count, char** arguments) {
    using namespace besshi;
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a fault to be told, not to die of
    app::Invocation invocation;
    invocation.common.data = BESSHI_ROOT;

    CLI::App parser("besshi（別紙） — 計画のデータから、福祉の様式を PDF と Excel にします。", "besshi");
    parser.option_defaults()->group("オプション");
    parser.require_subcommand(1);
    parser.fallthrough();
    parser.add_flag("--json", invocation.common.json, "結果を一つの JSON で標準出力に出す");
    parser.add_flag("--show-values", invocation.common.show_values, "--json の結果に、データの値（氏名など）も入れる");
    parser.add_option("--data", invocation.common.data, "forms と fonts のあるフォルダー")->type_name("フォルダー");
    app::add_init(parser, invocation);
    app::add_new(parser, invocation);
    app::add_next(parser, invocation);
    app::add_start(parser, invocation);
    app::add_diff(parser, invocation);
    app::add_render(parser, invocation);
    app::add_record(parser, invocation);
    app::add_correct(parser, invocation);
    app::add_attach(parser, invocation);
    app::add_deliver(parser, invocation);
    app::add_status(parser, invocation);
    app::add_close(parser, invocation);
    app::add_ledger(parser, invocation);
    app::add_backup(parser, invocation);
    app::add_restore(parser, invocation);
    app::add_forms(parser, invocation);
    app::add_schema(parser, invocation);
    app::add_dump(parser, invocation);
    app::add_inspect(parser, invocation);
    app::add_doctor(parser, invocation);
    app::add_codes(parser, invocation);
    app::speak_japanese(parser);

    try {
        parser.parse(argument_count, arguments);
        return app::exit_code_after_output(invocation.work(invocation.common));
    } catch (const CLI::ParseError& complaint) {
        return parser.exit(complaint) == 0 ? 0 : static_cast<int>(Failure::arguments);
    } catch (const std::exception& broken) {
        std::fprintf(
            stderr,
            "エラー: besshi の内部の誤りです。何も書いていません。\n    → この表示を開発者に伝えてください: %s\n",
            broken.what());
        return static_cast<int>(Failure::render);
    }
}
