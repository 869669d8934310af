#include "steps.h"

#include <csignal>
#include <cstdio>
#include <exception>

#include <unistd.h>

/// Records steps and acknowledges each on standard output, so that a test can be cruel to it.
///   recorder FOLDER CONNECTION FIRST END     an empty connection is SQLite
int main(int count, char** arguments) {
    using namespace besshi;
    if (count != 5) return static_cast<int>(Failure::arguments);
    std::signal(SIGXFSZ, SIG_IGN);  // as besshi: a full disk is told, not died of
    const auto say = [](const std::string& line) {
        return ::write(STDOUT_FILENO, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    };
    const auto give_up = [](const Diagnostics& faults) {
        std::fprintf(stderr, "%s\n", base::to_line(faults.front()).c_str());
        return static_cast<int>(faults.front().failure);
    };
    try {
        if (!say("begin\n")) return static_cast<int>(Failure::storage);
        auto ledger =
            ledger::Ledger::open({.office = tests::faults_office, .folder = arguments[1], .connection = arguments[2]},
                                 ledger::Opening::create);
        if (!ledger) return give_up(ledger.error());
        for (int step = std::atoi(arguments[3]); step < std::atoi(arguments[4]); ++step) {
            const auto recorded = ledger->record(tests::submission_of_step(step), {"2025-09-22T08:15:30Z", "recorder"});
            if (!recorded) return give_up(recorded.error());
            if (!say(std::to_string(step) + "\n")) return static_cast<int>(Failure::storage);
        }
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "broken: %s\n", broken.what());
        return static_cast<int>(Failure::render);
    }
    return 0;
}
