#include "ledger/migration.h"
#include "shell.h"

#include <gmock/gmock.h>
#include <soci/soci.h>

/// An office put into one file and taken out again, from outside.
namespace besshi::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;
const fs::path root = BESSHI_ROOT;
const std::string passphrase = "みかん 机 自転車 北の窓\n";
const std::string office_number = "1359900018";

Outcome besshi(const std::string& arguments, std::string_view input = {}) {
    return run(std::string(BESSHI_PROGRAM) + " " + arguments, input);
}

/// Runs a command on a terminal of its own, where each text is typed when the words before it have appeared.
Outcome type(const std::string& command, const std::vector<std::pair<std::string, std::string>>& words_and_texts) {
    const TemporaryFolder folder;
    const std::string seen = (folder.path() / "seen").string(), ended = (folder.path() / "ended").string();
    const std::string is_over = "[ -e " + ended + " ]";
    std::string person;
    for (const auto& [words, text] : words_and_texts)
        person += "until grep -q " + words + " " + seen + " || " + is_over + "; do sleep 0.1; done; printf %s " +
                  shell_quoted(text) + "; ";
    write_bytes(seen, "");
    return run("( " + person + "until " + is_over + "; do sleep 0.1; done ) | ( timeout 100 script -qefc " +
               shell_quoted(command) + " " + seen + "; code=$?; touch " + ended + "; exit $code )");
}

/// An office as it was on the day it was put away: a form of its own time, a plan laid for signature and kept.
class PutAway : public testing::Test {
protected:
    static void SetUpTestSuite() {
        places = std::make_unique<TemporaryFolder>();
        fs::create_directory(office());
        fs::copy(root / "samples/kotonoha/office.toml", office());
        fs::copy(root / "samples/kotonoha/cases", office() / "cases");
        ASSERT_EQ(besshi("ledger start --office " + office().string()).exit_code, 0);
        rendered = new Outcome(besshi("render " + case_in(office()) + " --form F01 --purpose sign -o -"));
        ASSERT_EQ(rendered->exit_code, 0) << rendered->err;
        head = new std::string(head_of(office()));
        made =
            new Outcome(besshi("backup " + file() + " --passphrase-file - --office " + office().string(), passphrase));
        ASSERT_EQ(made->exit_code, 0) << made->err;
        // The old machine is gone.
        fs::rename(office(), places->path() / "gone");
    }
    static void TearDownTestSuite() {
        delete rendered;
        delete made;
        delete head;
        places.reset();
    }

    static fs::path office() { return places->path() / "office"; }
    static std::string file() { return (places->path() / "office.besshi").string(); }
    static std::string head_of(const fs::path& folder) {
        const std::string out = besshi("ledger head --office " + folder.string()).out;
        return out.substr(0, out.find('\n'));
    }
    static std::string case_in(const fs::path& folder) { return (folder / "cases/full.json").string(); }
    static Outcome restore(const fs::path& folder, std::string_view with = passphrase) {
        return besshi("restore " + file() + " " + folder.string() + " --passphrase-file -", with);
    }

    static inline std::unique_ptr<TemporaryFolder> places;
    static inline Outcome *rendered, *made;
    static inline std::string* head;
    const TemporaryFolder elsewhere_;
};

TEST_F(PutAway, ComesBackWithTheSameHeadAndRendersTheSameBytes) {
    EXPECT_THAT(made->out, AllOf(HasSubstr(*head), HasSubstr("読みかえして確かめました")));
    const fs::path back = elsewhere_.path() / "another-machine";
    const Outcome restored = restore(back);
    ASSERT_EQ(restored.exit_code, 0) << restored.err;
    EXPECT_THAT(restored.out, HasSubstr(*head));
    EXPECT_EQ(head_of(back), *head);
    EXPECT_EQ(besshi("ledger verify --files --head " + *head + " --office " + back.string()).exit_code, 0);

    const Outcome again = besshi("render " + case_in(back) + " --form F01 --purpose sign -o - --data " + back.string());
    ASSERT_EQ(again.exit_code, 0) << again.err;
    EXPECT_TRUE(again.out == rendered->out) << "other bytes, with the forms and the list of fonts out of the backup";
    EXPECT_EQ(head_of(back), *head) << "it is the document that was kept";
    EXPECT_EQ(read_bytes(back / "office.toml"), read_bytes(root / "samples/kotonoha/office.toml"));
}

TEST_F(PutAway, ShowsNobody) {
    const Outcome restored = restore(elsewhere_.path() / "back");
    for (const char* name : {"髙﨑", "凜太朗", "彌生", "葛󠄀西"})
        EXPECT_THAT(made->out + made->err + restored.out + restored.err, Not(HasSubstr(name)));
    EXPECT_THAT(made->out + made->err, Not(HasSubstr("自転車"))) << "nor the passphrase";
}

TEST_F(PutAway, StaysShutForAWrongPassphraseOrADamagedFile) {
    const Outcome wrong = restore(elsewhere_.path() / "back", "みかん 机 自転車 南の窓\n");
    EXPECT_EQ(wrong.exit_code, 1);
    EXPECT_THAT(wrong.err, AllOf(HasSubstr("backup.file.damaged"), HasSubstr("何も戻していません")));
    const std::string cut = (elsewhere_.path() / "cut").string();
    write_bytes(cut, read_bytes(file()).substr(0, 100'000));
    EXPECT_EQ(
        besshi("restore " + cut + " " + (elsewhere_.path() / "back").string() + " --passphrase-file -", passphrase)
            .exit_code,
        1);
    const Outcome foreign = besshi("restore " + case_in(root / "samples/kotonoha") + " " +
                                       (elsewhere_.path() / "back").string() + " --passphrase-file -",
                                   passphrase);
    EXPECT_EQ(foreign.exit_code, 1);
    EXPECT_THAT(foreign.err, HasSubstr("backup.file.foreign"));
    fs::remove(cut);
    EXPECT_TRUE(fs::is_empty(elsewhere_.path()));
}

TEST_F(PutAway, IsNotPutOverFiles) {
    write_bytes(elsewhere_.path() / "mine", "mine");
    const Outcome refused = restore(elsewhere_.path());
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_THAT(refused.err, HasSubstr("backup.folder.occupied"));
    EXPECT_EQ(read_bytes(elsewhere_.path() / "mine"), "mine");
}

TEST_F(PutAway, TheReportIsOneJsonDocument) {
    const std::string back = (elsewhere_.path() / "back").string();
    const Outcome restored = besshi("--json restore " + file() + " " + back + " --passphrase-file -", passphrase);
    ASSERT_EQ(restored.exit_code, 0) << restored.err;
    EXPECT_THAT(restored.out, AllOf(HasSubstr("\"ok\": true"), HasSubstr("\"head\": \"" + *head)));
    const std::string again = (elsewhere_.path() / "again").string();
    const Outcome twice = besshi("--json backup " + again + " --passphrase-file - --office " + back, passphrase);
    ASSERT_EQ(twice.exit_code, 0) << twice.err;
    EXPECT_THAT(twice.out, AllOf(HasSubstr("\"bytes\": "), HasSubstr("\"left_out\": 0")));
    EXPECT_EQ(besshi("backup " + again + " --passphrase-file - --office " + back, passphrase).exit_code, 3);
    EXPECT_EQ(besshi("backup " + again + " --force --passphrase-file - --office " + back, passphrase).exit_code, 0);
}

/// A damaged record is saved as it is, and never in silence.
TEST_F(PutAway, OfADamagedRecordItIsMadeAndToldAboutTwice) {
    const fs::path back = elsewhere_.path() / "back";
    ASSERT_EQ(restore(back).exit_code, 0);
    {
        ledger::Database database =
            ledger::Database::open({.office = office_number, .folder = back}, ledger::Opening::existing).value();
        database.session() << "UPDATE event SET entered_by = 'nobody' WHERE number = 1";
    }
    const std::string damaged = (elsewhere_.path() / "damaged").string();
    const Outcome put_away = besshi("backup " + damaged + " --passphrase-file - --office " + back.string(), passphrase);
    EXPECT_EQ(put_away.exit_code, 1);
    EXPECT_THAT(put_away.err, HasSubstr("ledger.event.changed"));
    const Outcome taken_out =
        besshi("restore " + damaged + " " + (elsewhere_.path() / "damaged-back").string() + " --passphrase-file -",
               passphrase);
    EXPECT_EQ(taken_out.exit_code, 1);
    EXPECT_THAT(taken_out.err, HasSubstr("ledger.event.changed"));
    EXPECT_TRUE(fs::exists(elsewhere_.path() / "damaged-back/besshi.db"));
}

/// The passphrase: long enough, never an argument, from a file or from a terminal that does not show it.
TEST_F(PutAway, OpensByWhatIsTypedAndNotShown) {
    const fs::path secret = elsewhere_.path() / "secret";
    write_bytes(secret, "みかん 机 自転車 北の窓\r\nsecond line\r\n");
    const std::string by_file = (elsewhere_.path() / "by-file").string(),
                      typed = (elsewhere_.path() / "typed").string();
    EXPECT_EQ(besshi("restore " + file() + " " + by_file + " --passphrase-file " + secret.string()).exit_code, 0);
    const Outcome shown =
        type(std::string(BESSHI_PROGRAM) + " restore " + file() + " " + typed, {{"合言葉", passphrase}});
    EXPECT_EQ(shown.exit_code, 0) << shown.out;
    EXPECT_THAT(shown.out, AllOf(HasSubstr("合言葉"), Not(HasSubstr("自転車"))));
    EXPECT_TRUE(fs::exists(fs::path(typed) / "besshi.db"));
}

TEST_F(PutAway, TwoPassphrasesThatDifferMakeNothing) {
    const fs::path back = elsewhere_.path() / "back";
    ASSERT_EQ(restore(back).exit_code, 0);
    const std::string target = (elsewhere_.path() / "file").string();
    const std::string command = std::string(BESSHI_PROGRAM) + " backup " + target + " --office " + back.string();
    const Outcome differ = type(command, {{"合言葉", "twelve letters\n"}, {"もう一度", "twelve lettres\n"}});
    EXPECT_EQ(differ.exit_code, 2) << differ.out;
    EXPECT_THAT(differ.out, AllOf(HasSubstr("二回の合言葉がちがいます"), Not(HasSubstr("twelve"))));
    const Outcome given_up = type(command, {{"合言葉", "twelve\003"}});
    EXPECT_EQ(given_up.exit_code, 2) << given_up.out;
    EXPECT_THAT(given_up.out, HasSubstr("取りやめました"));
    EXPECT_FALSE(fs::exists(target));

    const std::string rest = " --office " + back.string();
    const Outcome nobody_there = run("setsid -w " + command);
    EXPECT_EQ(nobody_there.exit_code, 2) << nobody_there.out << nobody_there.err;
    EXPECT_THAT(nobody_there.err, HasSubstr("--passphrase-file"));
    const Outcome brief = besshi("backup " + target + rest + " --passphrase-file -", "short\n");
    EXPECT_EQ(brief.exit_code, 2);
    EXPECT_THAT(brief.err, AllOf(HasSubstr("backup.passphrase.short"), Not(HasSubstr("short\n"))));
    EXPECT_EQ(besshi("backup " + target + rest + " --passphrase secret-secret").exit_code, 2);
    EXPECT_FALSE(fs::exists(target));
}

class OldLedger : public testing::Test {
protected:
    void SetUp() override {
        fs::copy(root / "samples/kotonoha/office.toml", office_);
        fs::create_directory(office_ / "cases");
        ledger::Database database = ledger::Database::open(place_, ledger::Opening::create).value();
        ledger::take_forward(database, 0, 1);
        database.session() << "INSERT INTO office (office, events, head) VALUES ('" << office_number << "', 0, '')";
    }
    std::string migrate(const std::string& backup) const {
        return "ledger migrate --backup " + (elsewhere_.path() / backup).string() + " --passphrase-file - --office " +
               office_.string();
    }

    const TemporaryFolder folder_, elsewhere_;
    const fs::path office_ = folder_.path();
    const ledger::Place place_{.office = office_number, .folder = office_};
};

TEST_F(OldLedger, IsTakenForwardAfterABackup) {
    EXPECT_EQ(besshi("ledger migrate --office " + office_.string()).exit_code, 2) << "no way without a backup";
    const Outcome migrated = besshi(migrate("before"), passphrase);
    ASSERT_EQ(migrated.exit_code, 0) << migrated.err;
    EXPECT_EQ(ledger::schema_version_of(place_).value(), ledger::schema_version());
    EXPECT_EQ(besshi("ledger verify --office " + office_.string()).exit_code, 0);
    const fs::path back = elsewhere_.path() / "back";
    const Outcome restored =
        besshi("restore " + (elsewhere_.path() / "before").string() + " " + back.string() + " --passphrase-file -",
               passphrase);
    ASSERT_EQ(restored.exit_code, 0) << restored.err;
    EXPECT_THAT(restored.out, HasSubstr("besshi ledger migrate"));
    EXPECT_EQ(ledger::schema_version_of({.office = office_number, .folder = back}).value(), 1) << "as it was";
    const Outcome again = besshi(migrate("again"), passphrase);
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_FALSE(fs::exists(elsewhere_.path() / "again")) << "nothing to do";
}

TEST_F(OldLedger, StaysWhatItIsWithoutItsBackup) {
    EXPECT_EQ(besshi(migrate("before"), "short\n").exit_code, 2);
    write_bytes(elsewhere_.path() / "before", "an older one");
    EXPECT_EQ(besshi(migrate("before"), passphrase).exit_code, 3);
    EXPECT_EQ(ledger::schema_version_of(place_).value(), 1);
    EXPECT_EQ(read_bytes(elsewhere_.path() / "before"), "an older one");
}

TEST_F(OldLedger, OfANewerProgramIsLeftAlone) {
    {
        ledger::Database database = ledger::Database::open(place_, ledger::Opening::existing).value();
        database.session() << "UPDATE ledger SET value = '99' WHERE name = 'schema'";
    }
    const Outcome refused = besshi(migrate("before"), passphrase);
    EXPECT_EQ(refused.exit_code, 6);
    EXPECT_THAT(refused.err, HasSubstr("ledger.schema.newer"));
    EXPECT_FALSE(fs::exists(elsewhere_.path() / "before"));
}

}  // namespace
}  // namespace besshi::tests
