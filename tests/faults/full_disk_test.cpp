#include "office.h"

namespace besshi::tests {
namespace {

using Full = Office;
INSTANTIATE_TEST_SUITE_P(Sqlite, Full, testing::Values(Engine::sqlite));

/// `ulimit -f`: no file may grow past so many kilobytes.
TEST_P(Full, AFileThatMayNotGrowIsToldAndNothingIsLost) {
    std::vector<int> safe;
    for (const int kilobytes : {0, 1, 4, 8, 16, 24, 40, 60, 80, 120, 200}) {
        SCOPED_TRACE(kilobytes);
        // what it says goes through a pipe, which is no file
        const Outcome limited =
            run("bash -c " + shell_quoted("set -o pipefail; (ulimit -f " + std::to_string(kilobytes) + "; exec " +
                                          recorder(0, 40) + ") | cat"));
        EXPECT_TRUE(limited.exit_code == 0 || limited.exit_code == 3) << limited.exit_code << limited.err;
        for (const int step : acknowledged(limited.out)) safe.push_back(step);
        expect_sound();
    }
    EXPECT_FALSE(safe.empty());
    expect_recorded(safe);
    expect_completes(40);
}

/// SQLite's own limit says the same as a full disk does.
TEST_P(Full, ADatabaseThatMayNotGrowIsToldAndNothingIsChanged) {
    expect_completes(8);
    ledger::Place small = place();
    small.most_pages = 1;  // SQLite takes the pages there are for the least
    const ledger::Head before = open().head().value();
    std::vector<int> recorded;
    Diagnostics faults;
    {
        ledger::Ledger ledger = ledger::Ledger::open(small, ledger::Opening::existing).value();
        for (int step = 8; step < 400 && faults.empty(); ++step) {
            const ledger::Head head = ledger.head().value();
            const auto result = ledger.record(submission_of_step(step), {});
            if (result) {
                recorded.push_back(step);
            } else {
                faults = result.error();
                EXPECT_EQ(ledger.head().value(), head);
            }
        }
    }
    EXPECT_FIRES("ledger.database.full", faults);
    EXPECT_EQ(faults.front().failure, Failure::storage);
    EXPECT_GE(open().head().value().events, before.events);
    expect_sound();
    expect_recorded(recorded);
    ledger::Ledger roomy = open();
    EXPECT_SILENT("ledger.database.full",
                  faults_of(roomy.record(submission_of_step(8 + static_cast<int>(recorded.size())), {})));
    expect_sound();
}

}  // namespace
}  // namespace besshi::tests
