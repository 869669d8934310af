#include "fixture.h"

#include "ledger/migration.h"

#include <thread>

namespace besshi::ledger::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// From the database of the test into an SQLite file, and from there into the database again.
class Copy : public OnEachDatabase {
protected:
    Place elsewhere(const std::string& office = "1359900018") const {
        return {.office = office, .folder = other_folder_.path()};
    }
    Diagnostics faults_in(const Place& place) const {
        return Ledger::open(place, Opening::existing).value().verify(std::nullopt, FileCheck::sizes).value().faults;
    }
    /// Where the kept files of the original are.
    void bring_files() const {
        std::filesystem::copy(folder_.path() / "documents", other_folder_.path() / "documents",
                              std::filesystem::copy_options::recursive);
    }

    TemporaryFolder other_folder_;
};
BESSHI_ON_EACH_DATABASE(Copy);

TEST_P(Copy, HasEveryRowAsItStands) {
    Ledger ledger = open();
    ASSERT_TRUE(ledger.record(made_document("c-0001", "F01-AAAA-BBBB", "%PDF one"), stamp));
    ASSERT_TRUE(ledger.record({.files = {}, .entries = {entry(EventKind::meeting, "c-0001")}}, stamp));
    EXPECT_EQ(copy(place(), elsewhere()).value(), ledger.head().value());
    bring_files();
    Ledger copied = Ledger::open(elsewhere(), Opening::existing).value();
    EXPECT_EQ(copied.head().value(), ledger.head().value());
    EXPECT_EQ(copied.events("c-0001").value(), ledger.events("c-0001").value());
    EXPECT_EQ(copied.versions("c-0001").value(), ledger.versions("c-0001").value());
    EXPECT_EQ(copied.documents("c-0001").value(), ledger.documents("c-0001").value());
    EXPECT_THAT(faults_in(elsewhere()), IsEmpty());
}

TEST_P(Copy, LeavesNoTableOut) {
    open();
    ASSERT_TRUE(copy(place(), elsewhere()));
    Database database = Database::open(elsewhere(), Opening::existing).value();
    const soci::rowset<std::string> names =
        (database.session().prepare << "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
                                       "WHERE m.type = 'table' AND c.name = 'office' ORDER BY 1");
    EXPECT_THAT(std::vector<std::string>(names.begin(), names.end()),
                ElementsAre("document", "event", "file", "office", "version"))
        << "a table of offices that ledger/copy.cpp does not know";
}

TEST_P(Copy, TakesOneOfficeAndNothingOfAnother) {
    Ledger one = open("1111111111"), other = open("2222222222");
    ASSERT_TRUE(one.record({.files = {}, .entries = {entry(EventKind::interview, "c-0001")}}, stamp));
    ASSERT_TRUE(other.record({.files = {}, .entries = {entry(EventKind::interview, "c-0002")}}, stamp));
    ASSERT_TRUE(copy(place("1111111111"), elsewhere("1111111111")));
    EXPECT_FIRES("ledger.missing", besshi::tests::faults_of(Ledger::open(elsewhere("2222222222"), Opening::existing)));
}

TEST_P(Copy, GoesBackIntoEitherDatabaseBesideOthers) {
    {
        Ledger original = Ledger::open(elsewhere(), Opening::create).value();
        ASSERT_TRUE(original.record({.files = {}, .entries = {entry(EventKind::interview, "c-0001")}}, stamp));
    }
    Ledger neighbour = open("2222222222");
    ASSERT_TRUE(neighbour.record({.files = {}, .entries = {entry(EventKind::meeting, "c-0009")}}, stamp));
    EXPECT_SILENT("ledger.office.present", besshi::tests::faults_of(copy(elsewhere(), place())));
    EXPECT_EQ(open().head().value(), Ledger::open(elsewhere(), Opening::existing).value().head().value());
    EXPECT_THAT(faults_in(place()), IsEmpty());
    EXPECT_THAT(faults_in(place("2222222222")), IsEmpty());
    const Head before = open().head().value();
    EXPECT_FIRES("ledger.office.present", besshi::tests::faults_of(copy(elsewhere(), place())));
    EXPECT_EQ(open().head().value(), before);
}

TEST_P(Copy, KeepsWhatWasTamperedWithAsItIs) {
    Ledger ledger = open();
    for (const char* day : {"2025-09-01", "2025-09-02", "2025-09-03"})
        ASSERT_TRUE(ledger.record({.files = {}, .entries = {entry(EventKind::interview, "c-0001", day)}}, stamp));
    raw().session() << "UPDATE event SET facts = 'no JSON', staff = 'it''s' WHERE number = 2";
    ASSERT_TRUE(copy(place(), elsewhere()));
    const Diagnostics original = faults_in(place()), copied = faults_in(elsewhere());
    ASSERT_FALSE(original.empty());
    EXPECT_EQ(besshi::tests::list(copied), besshi::tests::list(original));
}

/// An older version of the tables stays what it is, so that the program that wrote it can read it.
TEST_P(Copy, KeepsTheVersionOfTheTables) {
    {
        Database database = Database::open(place(), Opening::create).value();
        take_forward(database, 0, 1);
        database.session() << "INSERT INTO office (office, events, head) VALUES ('1359900018', 0, '')";
    }
    EXPECT_SILENT("ledger.schema.older", besshi::tests::faults_of(copy(place(), elsewhere())));
    EXPECT_EQ(schema_version_of(elsewhere()).value(), 1);
    ASSERT_TRUE(migrate(elsewhere()));
    EXPECT_FIRES("ledger.schema.older", besshi::tests::faults_of(copy(elsewhere("1359900018"), place())))
        << "an older and a newer version in one database";
    raw().session() << "UPDATE ledger SET value = '99' WHERE name = 'schema'";
    EXPECT_FIRES("ledger.schema.newer", besshi::tests::faults_of(copy(place(), elsewhere("1359900018"))));
}

/// Of one moment, while another connection goes on recording.
TEST_P(Copy, IsWholeWhileOthersWrite) {
    open();
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        Ledger ledger = open();
        for (int day = 0; !stop; ++day)
            ASSERT_TRUE(ledger.record(
                made_document("c-0001", "F01-" + std::to_string(day), "%PDF" + std::to_string(day)), stamp));
    });
    for (int round = 0; round < 5; ++round) {
        const TemporaryFolder target;
        const Place copied{.office = "1359900018", .folder = target.path()};
        const auto head = copy(place(), copied);
        ASSERT_TRUE(head) << besshi::tests::list(head.error());
        std::filesystem::create_directory_symlink(folder_.path() / "documents", target.path() / "documents");
        EXPECT_THAT(faults_in(copied), IsEmpty());
    }
    stop = true;
    writer.join();
}

}  // namespace
}  // namespace besshi::ledger::tests
