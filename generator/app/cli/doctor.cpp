#include "cli/command.h"
#include "cli/report.h"

namespace besshi::app {

namespace {

int examine(const Common& common) {
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    print(std::string_view("ok"));
    return 0;
}

}  // namespace

void add_doctor(CLI::App& app, Invocation& invocation) {
    CLI::App* verb = app.add_subcommand("doctor", "書体とライブラリーがそろっているかを調べる");
    verb->callback([&invocation] { invocation.work = examine; });
}

}  // namespace besshi::app
