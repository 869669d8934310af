#include "ledger/migration.h"

#include "fixture.h"
#include "ledger/rows.h"

namespace besshi::ledger::tests {
namespace {

using besshi::tests::faults_of;
using testing::IsEmpty;

/// Tables of version `version` with the events of some submissions of two offices.
class Migration : public OnEachDatabase {
protected:
    static constexpr const char* offices[] = {"1359900018", "2222222222"};

    void SetUp() override {
        OnEachDatabase::SetUp();
        if (IsSkipped()) return;
        for (const char* office : offices) {
            Ledger ledger = Ledger::open({.office = office, .folder = source_.path()}, Opening::create).value();
            const KeptFile scan = pdf("a scan");
            const std::string sealed = base::sha256_hex(scan.bytes);
            for (const Submission& submission :
                 {made_document("c-0001", "F01-AAAA-AAAA", "%PDF one"),
                  Submission{{}, {entry(EventKind::delivered, "c-0001", "2025-09-24", {{"to", "guardian"}})}},
                  Submission{{scan}, {entry(EventKind::filed, "c-0001", "", {{"kept", kept_fact({&scan, 1})}})}},
                  Submission{{}, {entry(EventKind::sealed, "c-0001", "", {{"files", sealed}})}},
                  made_document("c-0002", "F01-BBBB-BBBB", office)})
                ASSERT_TRUE(ledger.record(submission, stamp));
            ASSERT_TRUE(ledger.remove_bytes({&sealed, 1}));
        }
        std::filesystem::copy(source_.path() / "documents", folder_.path() / "documents",
                              std::filesystem::copy_options::recursive);
    }

    /// Writes what the version of then would have written.
    void make_version_1() {
        if (GetParam() == Engine::sqlite) besshi::tests::write_bytes(folder_.path() / "besshi.db", "");
        Database database = Database::open(place(), Opening::existing).value();
        Transaction transaction(database, Access::write);
        take_forward(database, 0, 1);
        for (const char* office : offices) {
            add_office(database, office);
            Ledger ledger = source(office);
            ASSERT_TRUE(ledger.for_each_event([&](const Event& event) { put_event(database, office, event); }));
            put_head(database, office, ledger.head().value());
        }
        transaction.commit();
    }

    Ledger source(const std::string& office) {
        return Ledger::open({.office = office, .folder = source_.path()}, Opening::existing).value();
    }

    TemporaryFolder source_;
};

BESSHI_ON_EACH_DATABASE(Migration);

TEST_P(Migration, FromVersion1) {
    make_version_1();
    EXPECT_FIRES("ledger.schema.older", faults_of(Ledger::open(place(), Opening::existing)));
    EXPECT_FIRES("ledger.schema.older", faults_of(Ledger::open(place(), Opening::create)));
    EXPECT_EQ(schema_version_of(place()).value(), 1);
    ASSERT_TRUE(migrate(place()));
    EXPECT_EQ(schema_version_of(place()).value(), schema_version());
    for (const std::string office : offices) {
        auto migrated = Ledger::open(place(office), Opening::existing);
        EXPECT_SILENT("ledger.schema.older", faults_of(migrated));
        ASSERT_TRUE(migrated);
        Ledger original = source(office);
        EXPECT_EQ(migrated->head().value(), original.head().value());
        for (const char* number : {"c-0001", "c-0002"}) {
            EXPECT_EQ(migrated->events(number).value(), original.events(number).value());
            EXPECT_EQ(migrated->versions(number).value(), original.versions(number).value());
            EXPECT_EQ(migrated->documents(number).value(), original.documents(number).value());
        }
        EXPECT_EQ(migrated->find_file(base::sha256_hex("a scan")).value()->state, FileState::sealed);
        EXPECT_THAT(migrated->verify(std::nullopt, FileCheck::contents).value().faults, IsEmpty());
    }
    Ledger ledger = open();
    EXPECT_TRUE(ledger.record({.files = {}, .entries = {entry(EventKind::closed, "c-0001")}}, stamp));
}

TEST_P(Migration, OfTheNewestChangesNothing) {
    const Head head = open().head().value();
    ASSERT_TRUE(migrate(place()));
    EXPECT_EQ(schema_version_of(place()).value(), schema_version());
    EXPECT_EQ(open().head().value(), head);
}

/// It fails half way; nothing of it stays.
TEST_P(Migration, AllOrNothing) {
    make_version_1();
    raw().session() << "CREATE TABLE file (id INTEGER)";  // what the second step makes last
    EXPECT_FALSE(migrate(place()));
    EXPECT_EQ(schema_version_of(place()).value(), 1);
    raw().session() << "DROP TABLE file";
    ASSERT_TRUE(migrate(place()));
    EXPECT_THAT(open().verify(std::nullopt, FileCheck::contents).value().faults, IsEmpty());
}

TEST_P(Migration, OfNothing) {
    EXPECT_FIRES("ledger.missing", faults_of(migrate(place())));
}

}  // namespace
}  // namespace besshi::ledger::tests
