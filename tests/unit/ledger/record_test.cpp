#include "fixture.h"

namespace besshi::ledger::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using Record = OnEachDatabase;
BESSHI_ON_EACH_DATABASE(Record);

TEST(Postgresql, IsThere) {
    const char* unwanted = std::getenv("BESSHI_WITHOUT_POSTGRESQL");
    if (unwanted && std::string_view(unwanted) == "1") GTEST_SKIP() << "not wanted";
    EXPECT_TRUE(PostgresqlServer::instance().is_there()) << PostgresqlServer::instance().complaint();
}

TEST_P(Record, NumbersTheEventsAndChainsThem) {
    Ledger ledger = open();
    const auto recorded = ledger
                              .record({.files = {},
                                       .entries = {entry(EventKind::interview, "c-0001", "2025-09-08"),
                                                   entry(EventKind::meeting, "c-0001", "2025-09-18")}},
                                      stamp)
                              .value();
    ASSERT_THAT(recorded, SizeIs(2));
    EXPECT_EQ(recorded[0].event.number, 1);
    EXPECT_EQ(recorded[1].event.previous, recorded[0].event.hash);
    EXPECT_EQ(ledger.head().value(), (Head{2, recorded[1].event.hash}));
    EXPECT_EQ(ledger.events("c-0001").value(), (std::vector{recorded[0].event, recorded[1].event}));
    EXPECT_THAT(ledger.verify(std::nullopt, FileCheck::contents).value().faults, IsEmpty());
}

TEST_P(Record, WhatWasEnteredBeforeIsNotDoubled) {
    Ledger ledger = open();
    const Submission interview{.files = {}, .entries = {entry(EventKind::interview, "c-0001")}};
    const auto first = ledger.record(interview, stamp).value();
    const auto again = ledger.record(interview, {"2025-10-01T00:00:00Z", "other"}).value();
    EXPECT_TRUE(again[0].already);
    EXPECT_EQ(again[0].event, first[0].event);
    EXPECT_EQ(ledger.head().value().events, 1);
}

TEST_P(Record, WhatWasCorrectedMayBeEnteredAnew) {
    Ledger ledger = open();
    const Submission interview{.files = {}, .entries = {entry(EventKind::interview, "c-0001")}};
    ASSERT_TRUE(ledger.record(interview, stamp));
    ASSERT_TRUE(ledger.record(
        {.files = {}, .entries = {entry(EventKind::corrected, "c-0001", "", {{"event", "1"}, {"void", "yes"}})}},
        stamp));
    EXPECT_FALSE(ledger.record(interview, stamp).value()[0].already);
}

TEST_P(Record, KeepsTheBytesOfADocument) {
    Ledger ledger = open();
    ASSERT_TRUE(ledger.record(made_document("c-0001", "F01-AAAA-BBBB", "%PDF one"), stamp));
    const auto document = ledger.find_document("F01-AAAA-BBBB").value();
    ASSERT_TRUE(document);
    EXPECT_EQ(document->form, "F01");
    EXPECT_EQ(document->pages, 2);
    EXPECT_EQ(ledger.read_file(document->sha256).value(), "%PDF one");
    const auto versions = ledger.versions("c-0001").value();
    ASSERT_THAT(versions, SizeIs(1));
    EXPECT_EQ(versions[0].number, 1);
    EXPECT_EQ(ledger.read_file(versions[0].case_sha256).value(), "{\"case\":\"c-0001\"}");
    EXPECT_THAT(ledger.verify(std::nullopt, FileCheck::contents).value().faults, IsEmpty());
}

TEST_P(Record, ADocumentNeverChanges) {
    Ledger ledger = open();
    ASSERT_TRUE(ledger.record(made_document("c-0001", "F01-AAAA-BBBB", "%PDF one"), stamp));
    const auto again = ledger.record(made_document("c-0001", "F01-AAAA-BBBB", "%PDF one"), stamp);
    EXPECT_SILENT("ledger.document.differs", besshi::tests::faults_of(again));
    EXPECT_TRUE(again.value()[1].already);
    const Head before = ledger.head().value();
    const auto other = ledger.record(made_document("c-0001", "F01-AAAA-BBBB", "%PDF two"), stamp);
    ASSERT_FALSE(other);
    EXPECT_FIRES("ledger.document.differs", other.error());
    EXPECT_EQ(ledger.head().value(), before);
}

TEST_P(Record, VersionsAreNumberedWithinTheirCase) {
    Ledger ledger = open();
    const auto version = [](const std::string& case_number, const std::string& bytes) {
        const KeptFile file{.bytes = bytes, .media_type = "application/json"};
        return Submission{.files = {file}, .entries = {version_entry(version_of(case_number, bytes, ""), {&file, 1})}};
    };
    for (const char* bytes : {"a", "b", "a"}) ASSERT_TRUE(ledger.record(version("c-0001", bytes), stamp));
    ASSERT_TRUE(ledger.record(version("c-0002", "a"), stamp));
    const auto versions = ledger.versions("c-0001").value();
    ASSERT_THAT(versions, SizeIs(2));
    EXPECT_EQ(versions[1].number, 2);
    EXPECT_EQ(ledger.versions("c-0002").value()[0].number, 1);
    EXPECT_THAT(ledger.case_numbers().value(), ElementsAre("c-0001", "c-0002"));
}

TEST_P(Record, TextComesBackAsItWasEntered) {
    Ledger ledger = open();
    const std::string hard = "𠮷野 \"家\" 'o'' \\ %s :name $1 ?\n\ttab é é " + std::string(100'000, 'x');
    Entry entered = entry(EventKind::interview, "c-0001", "2025-09-22", {{"note", hard}, {"名前", ""}});
    entered.by = "s'1;--";
    ASSERT_TRUE(ledger.record({.files = {}, .entries = {entered}}, stamp));
    EXPECT_EQ(static_cast<const Entry&>(*ledger.find_event(1).value()), entered);
    EXPECT_TRUE(ledger.record({.files = {}, .entries = {entered}}, stamp).value()[0].already);
    EXPECT_THAT(ledger.verify(std::nullopt, FileCheck::contents).value().faults, IsEmpty());
}

TEST_P(Record, CaseNumbersStandInTheOrderOfTheirBytes) {
    Ledger ledger = open();
    for (const char* number : {"c-2", "C-3", "c-10", "あ", ""})
        ASSERT_TRUE(ledger.record({.files = {}, .entries = {entry(EventKind::interview, number)}}, stamp));
    EXPECT_THAT(ledger.case_numbers().value(), ElementsAre("C-3", "c-10", "c-2", "あ"));
}

/// Two offices in one database: neither what the other has nor how much of it can be told.
TEST_P(Record, OneOfficeCannotSeeAnother) {
    Ledger one = open("1111111111"), other = open("2222222222");
    ASSERT_TRUE(one.record(made_document("c-0001", "F01-AAAA-BBBB", "%PDF one"), stamp));
    EXPECT_EQ(other.head().value(), Head{});
    EXPECT_THAT(other.case_numbers().value(), IsEmpty());
    EXPECT_THAT(other.events("c-0001").value(), IsEmpty());
    EXPECT_THAT(other.versions("c-0001").value(), IsEmpty());
    EXPECT_THAT(other.documents("c-0001").value(), IsEmpty());
    EXPECT_FALSE(other.find_document("F01-AAAA-BBBB").value());
    EXPECT_FALSE(other.find_event(1).value());
    EXPECT_FALSE(other.find_file(base::sha256_hex("%PDF one")).value());
    const auto theirs = other.read_file(base::sha256_hex("%PDF one"));
    const auto nothing = other.read_file(base::sha256_hex("never"));
    ASSERT_FALSE(theirs);
    ASSERT_FALSE(nothing);
    EXPECT_EQ(theirs.error().front().code, nothing.error().front().code);
    // the same in the other office: numbered from one, not refused, not taken for the first's
    const auto recorded = other.record(made_document("c-0001", "F01-AAAA-BBBB", "%PDF two"), stamp).value();
    EXPECT_EQ(recorded[0].event.number, 1);
    EXPECT_FALSE(recorded[1].already);
    EXPECT_THAT(one.verify(std::nullopt, FileCheck::contents).value().faults, IsEmpty());
    EXPECT_THAT(other.verify(std::nullopt, FileCheck::contents).value().faults, IsEmpty());
}

TEST(DocumentId, DependsOnAllItIsDerivedFrom) {
    const DocumentKey key{"o", "c", "v", "F01", "r", "p", "q", "e", "f"};
    const std::string id = document_id(key);
    EXPECT_THAT(id, testing::MatchesRegex("F01-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"));
    DocumentKey other = key;
    other.case_number = "d";
    EXPECT_NE(document_id(other), id);
    other = key;
    other.engine = "e2";
    EXPECT_NE(document_id(other), id);
}

}  // namespace
}  // namespace besshi::ledger::tests
