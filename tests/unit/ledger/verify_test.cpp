#include "fixture.h"
#include "ledger/rows.h"

#include <array>
#include <thread>

namespace besshi::ledger::tests {
namespace {

using testing::IsEmpty;
using testing::StartsWith;

const std::string office = "1359900018";
const std::string scan = "scan of the wrong child", signed_sheet = "scan of the signed sheet";

/// A record with something of everything, that is then tampered with and put right again.
class Verify : public OnEachDatabase {
protected:
    static constexpr std::array<const char*, 5> tables{"office", "event", "version", "document", "file"};

    void SetUp() override {
        OnEachDatabase::SetUp();
        if (IsSkipped()) return;
        ledger_.emplace(open());
        fill_record();
        raw_.emplace(raw());
        if (GetParam() == Engine::sqlite) raw_->session() << "PRAGMA synchronous = OFF";
        for (const char* table : tables)
            raw_->session() << "CREATE TABLE saved_" << table << " AS SELECT * FROM " << table;
    }

    /// 1 version, 2 document, 3 explained, 4 consented, 5 attached, 6 delivered, 7 filed, 8 sealed, 9 and 10 the other
    /// case, 11 delivered, 12 closed.
    void fill_record() {
        add(made_document("c-0001", "F01-AAAA-AAAA", "%PDF one"));
        add({.files = {}, .entries = {entry(EventKind::explained, "c-0001")}});
        Entry consented = entry(EventKind::consented, "c-0001", "2025-09-22", {{"of", "guardian"}});
        consented.document = "F01-AAAA-AAAA";
        consented.at = "17:30";
        add({.files = {}, .entries = {consented}});
        const KeptFile sheet = pdf(signed_sheet), wrong{scan, "image/png"};
        add({.files = {sheet},
             .entries = {entry(EventKind::attached, "c-0001", "", {{"kept", kept_fact({&sheet, 1})}})}});
        add({.files = {}, .entries = {entry(EventKind::delivered, "c-0001", "2025-09-24", {{"to", "guardian"}})}});
        add({.files = {wrong}, .entries = {entry(EventKind::filed, "c-0001", "", {{"kept", kept_fact({&wrong, 1})}})}});
        const std::string sealed = base::sha256_hex(scan);
        add({.files = {}, .entries = {entry(EventKind::sealed, "c-0001", "", {{"files", sealed}})}});
        ASSERT_TRUE(ledger_->remove_bytes({&sealed, 1}));
        add(made_document("c-0002", "F01-BBBB-BBBB", "%PDF two"));
        add({.files = {}, .entries = {entry(EventKind::delivered, "c-0002", "2025-09-25", {{"to", "municipality"}})}});
        add({.files = {}, .entries = {entry(EventKind::closed, "c-0002")}});
    }

    void add(const Submission& submission) { ASSERT_TRUE(ledger_->record(submission, stamp)); }

    Diagnostics verified(const std::optional<KeptHead>& kept = std::nullopt) {
        return ledger_->verify(kept, FileCheck::contents).value().faults;
    }

    /// What is found after `statements`; the tables are as before when it returns.
    Diagnostics after_all(const std::vector<std::string>& statements) {
        Transaction tampering(*raw_, Access::write);
        for (const std::string& statement : statements) raw_->session() << statement;
        tampering.commit();
        Diagnostics found = verified();
        put_back();
        return found;
    }
    Diagnostics after(const std::string& statement) { return after_all({statement}); }

    void put_back() {
        Transaction transaction(*raw_, Access::write);
        for (const std::string table : tables) {
            raw_->session() << "DELETE FROM " << table;
            raw_->session() << "INSERT INTO " << table << " SELECT * FROM saved_" << table;
        }
        transaction.commit();
    }

    std::vector<std::string> columns_of(const std::string& table) {
        const std::string sql = GetParam() == Engine::sqlite
                                    ? "SELECT name FROM pragma_table_info('" + table + "')"
                                    : "SELECT column_name::text FROM information_schema.columns WHERE table_schema = "
                                      "current_schema() AND table_name = '" +
                                          table + "'";
        std::vector<std::string> columns;
        const soci::rowset<std::string> rows = raw_->session().prepare << sql;
        for (const std::string& column : rows) columns.push_back(column);
        return columns;
    }

    bool is_number(const std::string& column) {
        return column == "number" || column == "event" || column == "events" || column == "pages" || column == "bytes";
    }
    /// As little changed as can be.
    std::string change(const std::string& column) {
        return column + " = " + column + (is_number(column) ? " + 100" : " || 'x'");
    }

    std::vector<Event> events() {
        std::vector<Event> all;
        EXPECT_TRUE(ledger_->for_each_event([&](const Event& event) { all.push_back(event); }));
        return all;
    }

    /// The chain as somebody writes it who knows how hashes are made: from `events`, all of it anew.
    void rewrite(std::vector<Event> events) {
        raw_->session() << "DELETE FROM event";
        Head head;
        for (Event& event : events) {
            event.number = ++head.events;
            event.previous = head.hash;
            event.hash = head.hash = hash_of(office, event);
            put_event(*raw_, office, event);
        }
        put_head(*raw_, office, head);
    }

    KeptHead kept_now() { return *read_head(to_text(ledger_->head().value())); }

    std::filesystem::path kept_file(const std::string& bytes) {
        for (const auto& found : std::filesystem::recursive_directory_iterator(folder_.path() / "documents"))
            if (found.path().filename().string().starts_with(base::sha256_hex(bytes))) return found.path();
        return {};
    }

    std::optional<Ledger> ledger_;
    std::optional<Database> raw_;
};

BESSHI_ON_EACH_DATABASE(Verify);

/// The first fault is of this kind and begins with the number of the event.
#define EXPECT_FIRST(expected, number, faults)                                                 \
    do {                                                                                       \
        const Diagnostics found_ = (faults);                                                   \
        ASSERT_FALSE(found_.empty());                                                          \
        EXPECT_EQ(found_.front().code, expected) << besshi::tests::list(found_);               \
        EXPECT_THAT(found_.front().sentence, StartsWith(std::to_string(number) + "番の記録")); \
    } while (false)

TEST_P(Verify, FindsNothingWrongWithWhatWasRecorded) {
    EXPECT_THAT(verified(), IsEmpty());
    EXPECT_THAT(verified(kept_now()), IsEmpty());
    EXPECT_EQ(ledger_->head().value().events, 12);
}

TEST_P(Verify, EachColumnOfAnEvent) {
    for (const std::string& column : columns_of("event")) {
        for (const int number : {1, 5, 12}) {
            SCOPED_TRACE(column + " of " + std::to_string(number));
            const Diagnostics faults =
                after("UPDATE event SET " + change(column) + " WHERE number = " + std::to_string(number));
            const bool is_elsewhere = column == "number" || column == "office";
            EXPECT_FIRST(is_elsewhere ? "ledger.event.missing" : "ledger.event.changed", number, faults);
        }
    }
    EXPECT_THAT(verified(), IsEmpty());
}

TEST_P(Verify, AnEventThatSaysSomethingElse) {
    const auto changed = [&](const std::string& set) { return after("UPDATE event SET " + set + " WHERE number = 6"); };
    EXPECT_FIRES("ledger.event.changed", changed("kind = 'recalled'"));
    EXPECT_SILENT("ledger.event.changed", changed("kind = 'delivered'"));
    EXPECT_FIRST("ledger.event.changed", 6, changed("happened_on = '2025-09-23'"));
    EXPECT_FIRST("ledger.event.changed", 6, changed("facts = '{\"to\": \"guardian\"}'"));  // a space more
    EXPECT_FIRST("ledger.event.changed", 6, changed("facts = '{}'"));
    EXPECT_FIRST("ledger.event.changed", 6, changed("facts = ''"));
    EXPECT_FIRST("ledger.event.changed", 6, changed("case_number = 'c-0002'"));
}

TEST_P(Verify, ARemovedEvent) {
    for (const int number : {1, 6, 12}) {
        SCOPED_TRACE(number);
        EXPECT_FIRST("ledger.event.missing", number,
                     after("DELETE FROM event WHERE number = " + std::to_string(number)));
    }
    EXPECT_FIRST("ledger.event.missing", 1, after("DELETE FROM event"));
    EXPECT_FIRES("ledger.event.missing", after("DELETE FROM event WHERE number > 3"));
    EXPECT_SILENT("ledger.event.missing", after("DELETE FROM event WHERE number > 12"));
}

TEST_P(Verify, TwoEventsSwapped) {
    const std::vector<std::string> swap{"UPDATE event SET number = 99 WHERE number = 6",
                                        "UPDATE event SET number = 6 WHERE number = 11",
                                        "UPDATE event SET number = 11 WHERE number = 99"};
    EXPECT_FIRST("ledger.event.changed", 6, after_all(swap));
    // … and by somebody who makes their hashes anew, but not those of the others
    std::vector<Event> all = events();
    for (const auto& [number, content] : {std::pair{6, 11}, {11, 6}}) {
        Event event = all[static_cast<std::size_t>(content - 1)];
        event.number = number;
        event.hash = hash_of(office, event);
        raw_->session() << "DELETE FROM event WHERE number = " << number;
        put_event(*raw_, office, event);
    }
    const Diagnostics faults = verified();
    EXPECT_FIRST("ledger.event.misplaced", 6, faults);
    EXPECT_FIRES("ledger.event.misplaced", faults);
    put_back();
    EXPECT_SILENT("ledger.event.misplaced", verified());
}

TEST_P(Verify, AForgedEventAtTheEnd) {
    Event forged = events().back();
    forged.number = 13;
    forged.previous = forged.hash;
    forged.hash = hash_of(office, forged);
    put_event(*raw_, office, forged);
    EXPECT_FIRST("ledger.event.misplaced", 13, verified());
    put_back();
    forged.hash.back() = forged.hash.back() == '0' ? '1' : '0';
    put_event(*raw_, office, forged);
    EXPECT_FIRST("ledger.event.changed", 13, verified());
    put_back();
    forged.previous = std::string(64, '0');
    forged.hash = hash_of(office, forged);
    put_event(*raw_, office, forged);
    put_head(*raw_, office, {13, forged.hash});
    EXPECT_FIRST("ledger.event.misplaced", 13, verified());
}

TEST_P(Verify, AForgedEventBeforeTheFirst) {
    for (const int number : {0, -7}) {
        Event forged = events().front();
        forged.number = number;
        forged.hash = hash_of(office, forged);
        put_event(*raw_, office, forged);
        EXPECT_FIRST("ledger.event.misplaced", number, verified());
        put_back();
    }
}

/// SQLite takes 6.5 for a whole number's column, and who reads it gets 6.
TEST_P(Verify, AnEventBetweenTwoNumbers) {
    if (GetParam() != Engine::sqlite) GTEST_SKIP() << "has types";
    EXPECT_FIRST("ledger.event.misplaced", 6,
                 after_all({"CREATE TEMP TABLE twin AS SELECT * FROM event WHERE number = 6",
                            "UPDATE twin SET number = 6.5", "INSERT INTO event SELECT * FROM twin"}));
}

TEST_P(Verify, TheEndThatTheOfficeNames) {
    EXPECT_FIRST("ledger.event.missing", 13, after("UPDATE office SET events = events + 1"));
    EXPECT_FIRST("ledger.event.misplaced", 12, after("UPDATE office SET events = events - 1"));
    EXPECT_FIRST("ledger.event.misplaced", 12, after("UPDATE office SET head = ''"));
    EXPECT_FIRST("ledger.event.misplaced", 12, after("DELETE FROM office"));
}

TEST_P(Verify, AWholeChainWrittenAnewIsNoticedByTheKeptHead) {
    const KeptHead kept = kept_now();
    std::vector<Event> all = events();
    rewrite(all);
    EXPECT_THAT(verified(kept), IsEmpty());  // the same again
    all[5].facts["to"] = "nobody";
    rewrite(all);
    EXPECT_THAT(verified(), IsEmpty());
    EXPECT_FIRST("ledger.head.differs", 12, verified(kept));
    EXPECT_FIRES("ledger.head.differs", verified(kept));
    put_back();
    EXPECT_SILENT("ledger.head.differs", verified(kept));
}

TEST_P(Verify, ACutTailIsNoticedByTheKeptHead) {
    const KeptHead kept = kept_now();
    std::vector<Event> all = events();
    all.pop_back();
    rewrite(all);
    EXPECT_THAT(verified(), IsEmpty());
    EXPECT_FIRES("ledger.head.behind", verified(kept));
    const KeptHead before = kept_now();
    put_back();
    EXPECT_SILENT("ledger.head.behind", verified(kept));
    EXPECT_THAT(verified(before), IsEmpty());  // a value kept earlier holds for good
    EXPECT_THAT(verified(KeptHead{}), IsEmpty());
}

TEST_P(Verify, AnOlderCopyIsNoticedByTheKeptHead) {
    add({.files = {}, .entries = {entry(EventKind::interview, "c-0003")}});
    const KeptHead kept = kept_now();
    put_back();  // the tables of before
    EXPECT_THAT(verified(), IsEmpty());
    EXPECT_FIRES("ledger.head.behind", verified(kept));
}

TEST_P(Verify, EachColumnOfTheOtherTables) {
    for (const auto& [table, name] : {std::pair{"version", "版"}, {"document", "書類"}, {"file", "ファイル"}}) {
        for (const std::string& column : columns_of(table)) {
            SCOPED_TRACE(std::string(table) + "." + column);
            const Diagnostics faults = after("UPDATE " + std::string(table) + " SET " + change(column));
            ASSERT_FALSE(faults.empty());
            EXPECT_THAT(faults.front().code, StartsWith("ledger.row."));
            EXPECT_THAT(faults.front().sentence, StartsWith(std::string(name) + "の表の "));
        }
    }
    EXPECT_THAT(verified(), IsEmpty());
}

TEST_P(Verify, TheRowThatDiffersIsNamedWithItsEvent) {
    const std::string hash = base::sha256_hex("%PDF one");
    Diagnostics faults = after("UPDATE document SET dated = '2025-09-21' WHERE id = 'F01-AAAA-AAAA'");
    EXPECT_FIRES("ledger.row.differs", faults);
    EXPECT_EQ(faults.front().sentence, "書類の表の F01-AAAA-AAAA が、2番の記録と合いません。");
    EXPECT_SILENT("ledger.row.differs", after("UPDATE document SET dated = '2025-09-22' WHERE id = 'F01-AAAA-AAAA'"));
    faults = after("DELETE FROM version WHERE case_number = 'c-0002'");
    EXPECT_EQ(faults.front().sentence, "版の表の c-0002 1 が、9番の記録と合いません。");
    faults = after("DELETE FROM document WHERE id = 'F01-BBBB-BBBB'");
    EXPECT_EQ(faults.front().sentence, "書類の表の F01-BBBB-BBBB が、10番の記録と合いません。");
    faults = after("DELETE FROM file WHERE sha256 = '" + hash + "'");
    EXPECT_EQ(faults.front().sentence, "ファイルの表の " + hash.substr(0, 12) + " が、2番の記録と合いません。");
    faults = after("UPDATE file SET state = 'kept' WHERE state = 'sealed'");
    EXPECT_EQ(faults.front().sentence,
              "ファイルの表の " + base::sha256_hex(scan).substr(0, 12) + " が、7番の記録と合いません。");
}

TEST_P(Verify, ARowThatNoEventMade) {
    EXPECT_FIRES("ledger.row.foreign",
                 after("INSERT INTO version VALUES ('1359900018', 'c-0009', 'v', 1, 'a', 'b', 1)"));
    EXPECT_FIRES("ledger.row.foreign", after("INSERT INTO file VALUES ('1359900018', 'f', 'image/png', 1, 'kept')"));
    EXPECT_FIRES("ledger.row.foreign",
                 after_all({"UPDATE document SET id = 'F99' WHERE id = 'F01-AAAA-AAAA'",
                            "INSERT INTO document SELECT * FROM saved_document WHERE id = 'F01-AAAA-AAAA'"}));
    EXPECT_SILENT("ledger.row.foreign",
                  after("INSERT INTO version VALUES ('another office', 'c-0009', 'v', 1, 'a', 'b', 1)"));
}

TEST_P(Verify, AKeptFileThatIsGone) {
    const std::filesystem::path file = kept_file("%PDF one");
    std::filesystem::rename(file, folder_.path() / "elsewhere");
    EXPECT_FIRES("ledger.file.missing", verified());
    EXPECT_FIRES("ledger.file.missing", besshi::tests::faults_of(ledger_->read_file(base::sha256_hex("%PDF one"))));
    std::filesystem::rename(folder_.path() / "elsewhere", file);
    EXPECT_SILENT("ledger.file.missing", verified());
    EXPECT_TRUE(kept_file(scan).empty());  // sealed, and not missed
}

TEST_P(Verify, AKeptFileThatIsShortOrAltered) {
    const std::filesystem::path file = kept_file("%PDF one");
    for (const char* bytes : {"%PDF on", "", "%PDF one ", "%PDF onf"}) {
        besshi::tests::write_bytes(file, bytes);
        EXPECT_FIRES("ledger.file.damaged", verified()) << bytes;
        const auto read = ledger_->read_file(base::sha256_hex("%PDF one"));
        EXPECT_FIRES("ledger.file.damaged", besshi::tests::faults_of(read));
    }
    EXPECT_THAT(ledger_->verify(std::nullopt, FileCheck::sizes).value().faults, IsEmpty());  // of the right length
    besshi::tests::write_bytes(file, "%PDF one");
    EXPECT_SILENT("ledger.file.damaged", verified());
}

TEST_P(Verify, RecordingTheSameAgainPutsAFileRight) {
    besshi::tests::write_bytes(kept_file("%PDF one"), "%PDF onf");
    EXPECT_TRUE(ledger_->record(made_document("c-0001", "F01-AAAA-AAAA", "%PDF one"), stamp).value()[1].already);
    EXPECT_THAT(verified(), IsEmpty());
}

TEST_P(Verify, WhatWasSealedIsGoneUnderEveryName) {
    const KeptFile image{"twice", "image/png"}, paper = pdf("twice");
    for (const KeptFile& file : {image, paper}) {
        add({.files = {file}, .entries = {entry(EventKind::filed, "c-0001", "", {{"kept", kept_fact({&file, 1})}})}});
        EXPECT_THAT(verified(), IsEmpty());
    }
    const std::string sha256 = base::sha256_hex("twice");
    EXPECT_TRUE(ledger_->remove_bytes({&sha256, 1}));  // nothing said that it goes
    EXPECT_EQ(ledger_->read_file(sha256).value(), "twice");
    add({.files = {}, .entries = {entry(EventKind::sealed, "c-0001", "", {{"files", sha256}})}});
    ASSERT_TRUE(ledger_->remove_bytes({&sha256, 1}));
    EXPECT_TRUE(kept_file("twice").empty());
    EXPECT_FIRES("ledger.file.gone", besshi::tests::faults_of(ledger_->read_file(sha256)));
    EXPECT_SILENT("ledger.file.gone", besshi::tests::faults_of(ledger_->read_file(base::sha256_hex(signed_sheet))));
    EXPECT_THAT(verified(), IsEmpty());
    add({.files = {paper}, .entries = {entry(EventKind::filed, "c-0002", "", {{"kept", kept_fact({&paper, 1})}})}});
    EXPECT_EQ(ledger_->read_file(sha256).value(), "twice");
    EXPECT_THAT(verified(), IsEmpty());
}

TEST_P(Verify, SealingWhatWasNeverKeptChangesNothing) {
    add({.files = {}, .entries = {entry(EventKind::sealed, "c-0001", "", {{"files", std::string(64, 'f')}})}});
    EXPECT_THAT(verified(), IsEmpty());
}

/// Every state of the head while somebody writes is a right one.
TEST_P(Verify, SeesOneMomentWhileOthersWrite) {
    Ledger other = open();
    std::thread writer([&] {
        for (int i = 0; i < 40; ++i)
            EXPECT_TRUE(
                other.record(made_document("c-" + std::to_string(i), "F01-" + std::to_string(i), "%PDF"), stamp));
    });
    for (int i = 0; i < 40; ++i) EXPECT_THAT(verified(), IsEmpty());
    writer.join();
}

}  // namespace
}  // namespace besshi::ledger::tests
