#pragma once

#include "expect_diagnostic.h"
#include "ledger/database.h"
#include "ledger/ledger.h"
#include "postgresql_server.h"
#include "shell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <soci/soci.h>

#include <filesystem>

namespace besshi::ledger::tests {

using besshi::tests::PostgresqlServer;
using besshi::tests::TemporaryFolder;

/// The databases that keep the same promises.
enum class Engine { sqlite, postgresql };

inline std::string name_of_engine(const testing::TestParamInfo<Engine>& engine) {
    return engine.param == Engine::sqlite ? "Sqlite" : "Postgresql";
}

/// A test that runs on both. Each has a folder and tables of its own.
class OnEachDatabase : public testing::TestWithParam<Engine> {
protected:
    void SetUp() override {
        if (GetParam() == Engine::sqlite) return;
        const PostgresqlServer& server = PostgresqlServer::instance();
        if (!server.is_there()) GTEST_SKIP() << server.complaint();
        static int count = 0;
        schema_ = "test_" + std::to_string(++count);
        connection_ = server.connection(schema_);
        soci::session& sql = PostgresqlSession::instance();
        sql << "CREATE SCHEMA " << schema_;
    }

    Place place(const std::string& office = "1359900018") const {
        return {.office = office, .folder = folder_.path(), .connection = connection_};
    }
    Ledger open(const std::string& office = "1359900018") const {
        return Ledger::open(place(office), Opening::create).value();
    }

    /// A connection that does what no program of ours does.
    Database raw() const { return Database::open(place(), Opening::existing).value(); }

    TemporaryFolder folder_;

private:
    /// For the schemas; a connection takes a while.
    struct PostgresqlSession {
        static soci::session& instance() {
            static Database database =
                Database::open({.office = "", .folder = {}, .connection = PostgresqlServer::instance().connection()},
                               Opening::existing)
                    .value();
            return database.session();
        }
    };

    std::string schema_, connection_;
};

#define BESSHI_ON_EACH_DATABASE(suite) \
    INSTANTIATE_TEST_SUITE_P(Databases, suite, testing::Values(Engine::sqlite, Engine::postgresql), name_of_engine)

inline const Stamp stamp{"2025-09-22T08:15:30Z", "manager"};

inline Entry entry(EventKind kind, std::string case_number, std::string on = "2025-09-22", Facts facts = {}) {
    Entry entered;
    entered.kind = kind;
    entered.case_number = std::move(case_number);
    entered.on = std::move(on);
    entered.by = "s1";
    entered.facts = std::move(facts);
    return entered;
}

inline KeptFile pdf(std::string bytes) {
    return {std::move(bytes), "application/pdf"};
}

inline Version version_of(const std::string& case_number, std::string_view case_file, std::string_view office_file) {
    Version version;
    version.case_number = case_number;
    version.case_sha256 = base::sha256_hex(case_file);
    version.office_sha256 = base::sha256_hex(office_file);
    version.id = base::sha256_hex(std::string(case_file) + std::string(office_file));
    return version;
}

/// A submission with what a document keeps: its PDF and the case and office it was made from.
inline Submission made_document(const std::string& case_number, const std::string& id, const std::string& bytes) {
    Submission submission;
    submission.files = {
        {"{\"case\":\"" + case_number + "\"}", "application/json"}, {"office", "application/toml"}, pdf(bytes)};
    const Version version = version_of(case_number, submission.files[0].bytes, submission.files[1].bytes);
    submission.entries = {version_entry(version, std::span(submission.files).first(2)),
                          document_entry({.id = id,
                                          .case_number = case_number,
                                          .version = version.id,
                                          .form = "F01",
                                          .revision = "2024-05-17",
                                          .title = "個別支援計画書",
                                          .purpose = "sign",
                                          .profile = "small",
                                          .engine = "besshi 1",
                                          .fonts = "f",
                                          .dated = "2025-09-22",
                                          .sha256 = base::sha256_hex(bytes),
                                          .pages = 2},
                                         std::span(submission.files).last(1))};
    return submission;
}

}  // namespace besshi::ledger::tests
