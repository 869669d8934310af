#pragma once

#include "expect_diagnostic.h"
#include "postgresql_server.h"
#include "steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace besshi::tests {

enum class Engine { sqlite, postgresql };

/// An office whose record others write, on each database.
class Office : public testing::TestWithParam<Engine> {
protected:
    void SetUp() override {
        if (GetParam() == Engine::sqlite) return;
        const PostgresqlServer& server = PostgresqlServer::instance();
        if (!server.is_there()) GTEST_SKIP() << server.complaint();
        const std::string schema = "faults_" + std::to_string(::getpid()) + "_" + std::to_string(++schemas());
        // the record makes its tables in it
        const Outcome made = run("psql -q -c 'CREATE SCHEMA " + schema + "' " + shell_quoted(server.connection()));
        ASSERT_EQ(made.exit_code, 0) << made.err;
        connection_ = server.connection(schema);
    }

    ledger::Place place() const {
        return {.office = faults_office, .folder = folder_.path(), .connection = connection_};
    }
    ledger::Ledger open() const { return ledger::Ledger::open(place(), ledger::Opening::create).value(); }

    /// The words that run the recorder; an empty connection is an argument too.
    std::string recorder(int first, int end) const {
        return std::string(BESSHI_RECORDER) + " " + shell_quoted(folder_.path().string()) + " " +
               shell_quoted(connection_) + " " + std::to_string(first) + " " + std::to_string(end);
    }

    /// The steps that a recorder said it had recorded.
    static std::vector<int> acknowledged(const std::string& said) {
        std::vector<int> steps;
        std::istringstream lines(said);
        for (std::string line; std::getline(lines, line);)
            if (!line.empty() && line != "begin" && !lines.eof()) steps.push_back(std::stoi(line));
        return steps;
    }

    /// All holds, files too.
    void expect_sound() const {
        const auto verified = open().verify(std::nullopt, ledger::FileCheck::contents);
        ASSERT_TRUE(verified) << list(verified.error());
        EXPECT_TRUE(verified->faults.empty()) << list(verified->faults);
    }

    /// Nothing that was acknowledged is lost.
    void expect_recorded(const std::vector<int>& steps) const {
        ledger::Ledger ledger = open();
        for (const int step : steps) {
            const auto again = ledger.record(submission_of_step(step), {});
            ASSERT_TRUE(again) << list(again.error());
            for (const ledger::Recorded& recorded : *again)
                EXPECT_TRUE(recorded.already) << "step " << step << " was acknowledged and is lost";
        }
    }

    /// Run again to its end, it completes what was begun and doubles nothing.
    void expect_completes(int steps) const {
        const Outcome outcome = run(recorder(0, steps));
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_EQ(open().head().value().events, steps / 4 * events_per_four_steps);
        expect_sound();
    }

    TemporaryFolder folder_;

private:
    static int& schemas() {
        static int count = 0;
        return count;
    }
    std::string connection_;
};

#define BESSHI_ON_EACH_DATABASE(suite)                                         \
    INSTANTIATE_TEST_SUITE_P(                                                  \
        Databases, suite, testing::Values(Engine::sqlite, Engine::postgresql), \
        [](const auto& engine) { return engine.param == Engine::sqlite ? "Sqlite" : "Postgresql"; })

}  // namespace besshi::tests
