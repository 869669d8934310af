#include "fixture.h"
#include "ledger/migration.h"
#include "ledger/rows.h"

namespace besshi::ledger::tests {
namespace {

using besshi::tests::faults_of;
using testing::IsEmpty;

using Open = OnEachDatabase;
BESSHI_ON_EACH_DATABASE(Open);

/// What a read of the record gives after something was done to its database.
Diagnostics faults_after(const Place& place, const std::string& statement) {
    Database::open(place, Opening::existing).value().session() << statement;
    auto opened = Ledger::open(place, Opening::existing);
    return opened ? faults_of(opened->verify(std::nullopt, FileCheck::sizes)) : opened.error();
}

TEST_P(Open, WhereNothingWasStartedNothingOpens) {
    EXPECT_FIRES("ledger.missing", faults_of(Ledger::open(place(), Opening::existing)));
    EXPECT_FALSE(std::filesystem::exists(folder_.path() / "besshi.db"));
    ASSERT_TRUE(Ledger::open(place(), Opening::create));
    EXPECT_SILENT("ledger.missing", faults_of(Ledger::open(place(), Opening::existing)));
    EXPECT_FIRES("ledger.missing", faults_of(Ledger::open(place("2222222222"), Opening::existing)));  // of another
}

TEST_P(Open, ANewerRecordIsRefusedAndLeftAsItIs) {
    ASSERT_TRUE(open().record({.files = {}, .entries = {entry(EventKind::closed, "c-1")}}, stamp));
    const Head head = open().head().value();
    const std::string newer = std::to_string(schema_version() + 1);
    raw().session() << "UPDATE ledger SET value = '" << newer << "'";
    if (GetParam() == Engine::sqlite) {
        std::string mode;
        raw().session() << "PRAGMA journal_mode = DELETE", soci::into(mode);  // a newer program may do as it likes
    }
    const std::string before = besshi::tests::read_bytes(folder_.path() / "besshi.db");
    for (const Opening opening : {Opening::existing, Opening::create})
        EXPECT_FIRES("ledger.schema.newer", faults_of(Ledger::open(place(), opening)));
    EXPECT_FIRES("ledger.schema.newer", faults_of(migrate(place())));
    EXPECT_EQ(schema_version_of(place()).value(), schema_version() + 1);
    EXPECT_EQ(besshi::tests::read_bytes(folder_.path() / "besshi.db"), before);
    raw().session() << "UPDATE ledger SET value = '" << schema_version() << "'";
    EXPECT_SILENT("ledger.schema.newer", faults_of(Ledger::open(place(), Opening::existing)));
    EXPECT_EQ(open().head().value(), head);
}

TEST_P(Open, AVersionThatIsNoneIsRefused) {
    open();
    for (const char* word : {"", "two", "2x", "0", "-1"})
        EXPECT_FIRES("ledger.schema.broken",
                     faults_after(place(), std::string("UPDATE ledger SET value = '") + word + "'"));
    EXPECT_FIRES("ledger.schema.broken", faults_after(place(), "DELETE FROM ledger"));
    EXPECT_SILENT("ledger.schema.broken", faults_after(place(), "INSERT INTO ledger VALUES ('schema', '2')"));
}

TEST_P(Open, ATableThatIsGoneIsAFault) {
    open();
    EXPECT_SILENT("ledger.database.failed", faults_after(place(), "CREATE TABLE other (id INTEGER)"));
    EXPECT_FIRES("ledger.database.failed", faults_after(place(), "DROP TABLE document"));
}

TEST_P(Open, WhoWaitsTooLongIsTold) {
    open();
    const auto try_to_write = [&] {
        return guarded([&]() -> Result<void> {
            Database database = raw();
            database.session() << (GetParam() == Engine::sqlite ? "PRAGMA busy_timeout = 10"
                                                                : "SET lock_timeout = '10ms'");
            Transaction transaction(database, Access::write);
            read_head_of(database, "1359900018", Lock::row);
            return {};
        });
    };
    {
        Database other = raw();
        Transaction transaction(other, Access::write);
        read_head_of(other, "1359900018", Lock::row);
        EXPECT_FIRES("ledger.database.busy", faults_of(try_to_write()));
    }
    EXPECT_SILENT("ledger.database.busy", faults_of(try_to_write()));
}

TEST(OpenSqlite, AFileThatIsNoDatabaseIsRefused) {
    const TemporaryFolder folder;
    const Place place{.office = "1", .folder = folder.path()};
    besshi::tests::write_bytes(folder.path() / "besshi.db", std::string(5000, 'x'));
    EXPECT_FIRES("ledger.database.broken", faults_of(Ledger::open(place, Opening::existing)));
    besshi::tests::write_bytes(folder.path() / "besshi.db", "");
    EXPECT_SILENT("ledger.database.broken", faults_of(Ledger::open(place, Opening::create)));
}

TEST(OpenSqlite, AFolderInThePlaceOfTheFileIsTold) {
    const TemporaryFolder folder;
    const Place place{.office = "1", .folder = folder.path()};
    std::filesystem::create_directory(folder.path() / "besshi.db");
    EXPECT_FIRES("ledger.database.unreachable", faults_of(Ledger::open(place, Opening::existing)));
    std::filesystem::remove(folder.path() / "besshi.db");
    EXPECT_SILENT("ledger.database.unreachable", faults_of(Ledger::open(place, Opening::create)));
}

TEST(OpenPostgresql, AServerThatDoesNotAnswerIsTold) {
    const TemporaryFolder folder;
    const std::string nobody = "postgresql:///none?host=" + folder.path().string();
    const Place place{.office = "1", .folder = folder.path(), .connection = nobody};
    EXPECT_FIRES("ledger.database.unreachable", faults_of(Ledger::open(place, Opening::create)));
}

TEST(OpenPostgresql, AConnectionThatIsCutIsTold) {
    if (!PostgresqlServer::instance().is_there()) GTEST_SKIP() << PostgresqlServer::instance().complaint();
    const Place place{.office = "1", .folder = {}, .connection = PostgresqlServer::instance().connection()};
    Database cut = Database::open(place, Opening::existing).value(),
             other = Database::open(place, Opening::existing).value();
    int process = 0;
    const auto use = [&] {
        return guarded([&]() -> Result<void> {
            cut.session() << "SELECT pg_backend_pid()", soci::into(process);
            return {};
        });
    };
    EXPECT_SILENT("ledger.database.unreachable", faults_of(use()));
    other.session() << "SELECT pg_terminate_backend(" << process << ", 5000)::int", soci::into(process);
    EXPECT_FIRES("ledger.database.unreachable", faults_of(use()));
    EXPECT_FALSE(use());  // and not a second time either
}

TEST(OpenSqlite, AFolderThatIsNotThereIsTold) {
    const TemporaryFolder folder;
    EXPECT_FIRES("ledger.folder.unusable",
                 faults_of(Ledger::open({.office = "1", .folder = folder.path() / "none"}, Opening::create)));
    EXPECT_SILENT("ledger.folder.unusable",
                  faults_of(Ledger::open({.office = "1", .folder = folder.path()}, Opening::create)));
}

Diagnostics faults_in(const std::filesystem::path& office) {
    std::filesystem::create_directories(office);
    return faults_of(Ledger::open({.office = "1", .folder = office}, Opening::create));
}

TEST(SharedStorage, AFolderThatIsSynchronisedIsRefused) {
    const TemporaryFolder folder;
    for (const char* name :
         {"Dropbox", "OneDrive - 会社名", "Google Drive", "マイドライブ", "iCloud Drive", "Nextcloud"}) {
        EXPECT_FIRES("ledger.folder.shared", faults_in(folder.path() / name / "事業所"));
        EXPECT_FALSE(std::filesystem::exists(folder.path() / name / "事業所" / "besshi.db"));
    }
    std::filesystem::create_directories(folder.path() / "kept" / ".stfolder");
    EXPECT_FIRES("ledger.folder.shared", faults_in(folder.path() / "kept" / "office"));
    for (const char* name : {"Dropboxes", "Drive", "OneDriver", "office"})
        EXPECT_SILENT("ledger.folder.shared", faults_in(folder.path() / name / "事業所"));
}

TEST(SharedStorage, ALinkToASynchronisedFolderIsOne) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "Dropbox" / "office");
    std::filesystem::create_directory_symlink(folder.path() / "Dropbox" / "office", folder.path() / "here");
    EXPECT_FIRES("ledger.folder.shared", faults_in(folder.path() / "here"));
}

TEST(SharedStorage, PostgresqlMayServeIt) {
    if (!PostgresqlServer::instance().is_there()) GTEST_SKIP() << PostgresqlServer::instance().complaint();
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "Dropbox");
    EXPECT_SILENT("ledger.folder.shared",
                  faults_of(Ledger::open({.office = "1",
                                          .folder = folder.path() / "Dropbox",
                                          .connection = PostgresqlServer::instance().connection()},
                                         Opening::existing)));
}

TEST(SharedStorage, FileSystemsOfANetworkAreKnown) {
    for (const std::uint32_t network : {0x6969u, 0xFF534D42u, 0xFE534D42u, 0x01021997u, 0x65735546u})
        EXPECT_TRUE(shared_file_system(network)) << network;
    for (const std::uint32_t disk : {0xEF53u, 0x58465342u, 0x9123683Eu, 0x01021994u, 0x794C7630u})  // ext4 … overlay
        EXPECT_FALSE(shared_file_system(disk)) << disk;
}

}  // namespace
}  // namespace besshi::ledger::tests
