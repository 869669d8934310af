#include "backup/archive.h"
#include "backup/contents.h"
#include "ledger/migration.h"
#include "unit/ledger/fixture.h"

#include <sys/stat.h>

namespace besshi::backup {
namespace {

using besshi::tests::faults_of;
using besshi::tests::read_bytes;
using besshi::tests::TemporaryFolder;
using besshi::tests::write_bytes;
using ledger::Ledger;
using ledger::Opening;
using ledger::Place;
using ledger::tests::entry;
using ledger::tests::made_document;
using ledger::tests::stamp;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace fs = std::filesystem;

constexpr std::string_view passphrase = "みかん 机 自転車 北の窓";
constexpr Cost least{1, 8192};

/// Every file below a folder, by its name there.
std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> all;
    for (const auto& file : fs::recursive_directory_iterator(folder))
        if (file.is_regular_file()) all[fs::relative(file, folder).string()] = read_bytes(file);
    return all;
}

/// An office with papers, a case and what does not belong there; and besshi's own folder.
class Backup : public ledger::tests::OnEachDatabase {
protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (IsSkipped()) return;
        for (const char* folder : {"cases/図", "templates", "other"}) fs::create_directories(folder_.path() / folder);
        for (const char* folder : {"forms/f/1", "fonts"}) fs::create_directories(data_.path() / folder);
        write_bytes(folder_.path() / "office.toml", "[office]\n");
        write_bytes(folder_.path() / "cases/記録.json", "{}");
        write_bytes(folder_.path() / "cases/図/" / (std::string(200, 'x') + ".png"), std::string(200'000, '\xFF'));
        write_bytes(folder_.path() / "cases/empty", "");
        write_bytes(folder_.path() / "other/file", "not besshi's");
        write_bytes(folder_.path() / ".besshi-AAAAAA", "half");
        write_bytes(data_.path() / "forms/f/1/form.toml", "form");
        write_bytes(data_.path() / "fonts/manifest.toml", "fonts");
        write_bytes(data_.path() / "fonts/README.md", "not of the engine");
        Ledger ledger = open();
        ASSERT_TRUE(ledger.record(made_document("c-0001", "F01-AAAA-BBBB", "%PDF one"), stamp));
        ASSERT_TRUE(ledger.record({.files = {}, .entries = {entry(ledger::EventKind::meeting, "c-0001")}}, stamp));
    }

    Result<Made> make(std::string_view with = passphrase) const {
        return backup::make({.place = place(), .data = data_.path(), .passphrase = with, .cost = least}, file_,
                            files::Existing::replace);
    }
    /// What lies beside the restored folder and the backup when all is done.
    std::vector<std::string> left() const {
        std::vector<std::string> names;
        const auto inside = files::list(elsewhere_.path()).value();
        for (const fs::path& path : inside) names.push_back(path.filename());
        return names;
    }

    TemporaryFolder data_, elsewhere_;
    const fs::path file_ = elsewhere_.path() / "office.besshi", restored_ = elsewhere_.path() / "restored";
};
INSTANTIATE_TEST_SUITE_P(Databases, Backup,
                         testing::Values(ledger::tests::Engine::sqlite, ledger::tests::Engine::postgresql),
                         ledger::tests::name_of_engine);

TEST_P(Backup, ComesBackElsewhereAsItWas) {
    const auto made = make();
    ASSERT_TRUE(made) << besshi::tests::list(made.error());
    EXPECT_EQ(made->head, open().head().value());
    EXPECT_EQ(made->bytes, fs::file_size(file_));
    EXPECT_EQ(made->left_out, 1u);
    EXPECT_THAT(made->faults, IsEmpty());

    const auto restored = restore(file_, passphrase, {.folder = restored_});
    ASSERT_TRUE(restored) << besshi::tests::list(restored.error());
    EXPECT_EQ(restored->office, "1359900018");
    EXPECT_EQ(restored->head, made->head);
    EXPECT_EQ(restored->files, made->files);
    EXPECT_THAT(restored->faults, IsEmpty());
    EXPECT_FALSE(restored->is_older);

    auto expected = files_below(folder_.path()), present = files_below(restored_);
    for (const char* name : {"besshi.db", "besshi.db-wal", "besshi.db-shm", "other/file", ".besshi-AAAAAA"})
        expected.erase(name);
    EXPECT_EQ(present.erase("besshi.db"), 1u);
    expected["forms/f/1/form.toml"] = "form";
    expected["fonts/manifest.toml"] = "fonts";
    EXPECT_EQ(present, expected);
    Ledger ledger = Ledger::open({.office = "1359900018", .folder = restored_}, Opening::existing).value();
    EXPECT_EQ(ledger.events("c-0001").value(), open().events("c-0001").value());
    EXPECT_EQ(ledger.read_file(base::sha256_hex("%PDF one")).value(), "%PDF one");
}

TEST_P(Backup, IsForItsOwnerOnlyAndLeavesNothingBehind) {
    const auto before = files_below(folder_.path()).size();
    ASSERT_TRUE(make());
    EXPECT_EQ(files_below(folder_.path()).size(), before);
    fs::create_directory(restored_);
    ASSERT_TRUE(restore(file_, passphrase, {.folder = restored_.string() + "/"})) << "an empty folder";
    EXPECT_THAT(left(), UnorderedElementsAre("office.besshi", "restored"));
    const auto mode = [](const fs::path& path) { return fs::status(path).permissions(); };
    EXPECT_EQ(mode(file_), fs::perms(0600));
    EXPECT_EQ(mode(restored_), fs::perms(0700));
    for (const auto& entry : fs::recursive_directory_iterator(restored_))
        EXPECT_EQ(mode(entry), fs::perms(entry.is_directory() ? 0700 : 0600)) << entry.path();
    const std::string bytes = read_bytes(file_);
    for (const char* plain : {"c-0001", "記録", "office.toml", "1359900018", "%PDF one"})
        EXPECT_EQ(bytes.find(plain), std::string::npos) << plain;
}

TEST_P(Backup, GoesIntoEitherDatabase) {
    ASSERT_TRUE(make());
    const auto refused = restore(file_, passphrase, {.folder = restored_, .connection = place().connection});
    if (place().connection.empty()) {
        EXPECT_TRUE(refused);
        return;
    }
    EXPECT_FIRES("ledger.office.present", faults_of(refused));
    EXPECT_FALSE(fs::exists(restored_)) << "the office is there already";
    for (const char* table : {"event", "version", "document", "file", "office"})
        raw().session() << std::string("DELETE FROM ") + table;
    const auto restored = restore(file_, passphrase, {.folder = restored_, .connection = place().connection});
    ASSERT_TRUE(restored) << besshi::tests::list(restored.error());
    EXPECT_THAT(restored->faults, IsEmpty());
    EXPECT_FALSE(fs::exists(restored_ / "besshi.db"));
    EXPECT_EQ(open().head().value(), restored->head);
}

TEST_P(Backup, IsMadeOfADamagedRecordTooWhichIsTold) {
    raw().session() << "UPDATE event SET staff = 's9' WHERE number = 2";
    const auto made = make();
    ASSERT_TRUE(made) << besshi::tests::list(made.error());
    EXPECT_FIRES("ledger.event.changed", made->faults);
    const auto restored = restore(file_, passphrase, {.folder = restored_});
    ASSERT_TRUE(restored) << besshi::tests::list(restored.error());
    EXPECT_EQ(besshi::tests::list(restored->faults), besshi::tests::list(made->faults));
}

TEST_P(Backup, APaperThatIsGoneIsTold) {
    EXPECT_SILENT("ledger.file.missing", make().value().faults);
    const auto papers = files::list(folder_.path() / "documents").value();
    fs::remove_all(papers.front());
    EXPECT_FIRES("ledger.file.missing", make().value().faults);
}

TEST_P(Backup, OfAnOlderRecordIsMadeAndComesBackAsOld) {
    const Place old{.office = "2222222222", .folder = data_.path()};
    {
        ledger::Database database = ledger::Database::open(old, Opening::create).value();
        ledger::take_forward(database, 0, 1);
        database.session() << "INSERT INTO office (office, events, head) VALUES ('2222222222', 0, '')";
    }
    ASSERT_TRUE(backup::make({.place = old, .data = data_.path(), .passphrase = passphrase, .cost = least}, file_,
                             files::Existing::keep));
    const auto restored = restore(file_, passphrase, {.folder = restored_});
    ASSERT_TRUE(restored) << besshi::tests::list(restored.error());
    EXPECT_TRUE(restored->is_older);
    const Place back{.office = "2222222222", .folder = restored_};
    EXPECT_EQ(ledger::schema_version_of(back).value(), 1);
    const auto forward =
        restore(file_, passphrase, {.folder = elsewhere_.path() / "forward", .connection = place().connection});
    ASSERT_TRUE(forward) << besshi::tests::list(forward.error());
    EXPECT_EQ(forward->is_older, place().connection.empty()) << "only into a database it is brought forward";
}

TEST_P(Backup, NothingIsRestoredFromADamagedFile) {
    ASSERT_TRUE(make());
    const std::string whole = read_bytes(file_);
    std::map<std::string, std::string> damaged{{"cut", whole.substr(0, whole.size() - 1)},
                                               {"cut to a half", whole.substr(0, whole.size() / 2)}};
    for (std::size_t at = 31; at < whole.size(); at += whole.size() / 7) {
        damaged["flipped " + std::to_string(at)] = whole;
        damaged["flipped " + std::to_string(at)][at] ^= 1;
    }
    for (const auto& [what, bytes] : damaged) {
        write_bytes(file_, bytes);
        EXPECT_FIRES("backup.file.damaged", faults_of(restore(file_, passphrase, {.folder = restored_}))) << what;
        EXPECT_THAT(left(), UnorderedElementsAre("office.besshi")) << what;
    }
    write_bytes(file_, whole);
    EXPECT_FIRES("backup.file.damaged", faults_of(restore(file_, "another passphrase", {.folder = restored_})));
    EXPECT_THAT(left(), UnorderedElementsAre("office.besshi"));
}

TEST_P(Backup, NothingIsRestoredOverFiles) {
    ASSERT_TRUE(make());
    fs::create_directory(restored_);
    write_bytes(restored_ / "mine", "mine");
    EXPECT_FIRES("backup.folder.occupied", faults_of(restore(file_, passphrase, {.folder = restored_})));
    EXPECT_FIRES("backup.folder.occupied", faults_of(restore(file_, passphrase, {.folder = restored_ / "mine"})));
    EXPECT_EQ(files_below(restored_).size(), 1u);
    fs::remove(restored_ / "mine");
    EXPECT_SILENT("backup.folder.occupied", faults_of(restore(file_, passphrase, {.folder = restored_})));
}

TEST_P(Backup, WantsAPassphraseThatIsLongEnough) {
    EXPECT_FIRES("backup.passphrase.short", faults_of(make("十一文字の合言葉です！")));
    EXPECT_FALSE(fs::exists(file_));
    EXPECT_SILENT("backup.passphrase.short", faults_of(make("十二文字の合言葉です！！")));
    EXPECT_FIRES("backup.passphrase.short", faults_of(make("\xFF\xFF\xFF")));
}

TEST_P(Backup, OneThatIsThereIsKept) {
    write_bytes(file_, "an older backup");
    const auto kept = backup::make({.place = place(), .data = data_.path(), .passphrase = passphrase, .cost = least},
                                   file_, files::Existing::keep);
    EXPECT_FIRES("files.exists", faults_of(kept));
    EXPECT_EQ(read_bytes(file_), "an older backup");
    EXPECT_THAT(left(), UnorderedElementsAre("office.besshi"));
}

TEST_P(Backup, OfAnOfficeWithoutARecordThereIsNone) {
    EXPECT_FIRES("ledger.missing",
                 faults_of(backup::make(
                     {.place = place("9999999999"), .data = data_.path(), .passphrase = passphrase, .cost = least},
                     file_, files::Existing::keep)));
    EXPECT_THAT(left(), IsEmpty());
}

/// Archives that no besshi writes, under a right seal.
class Archive : public testing::Test {
protected:
    Result<Restored> restore_one(const std::string& name, std::string_view about) {
        auto file = files::NewFile::begin(file_, files::Existing::replace).value();
        auto sealed = SealedWriter::begin(file, passphrase, least).value();
        ArchiveWriter archive(sealed);
        EXPECT_TRUE(archive.add(name::about, about));
        EXPECT_TRUE(archive.add(name, "bytes"));
        EXPECT_TRUE(archive.end());
        EXPECT_TRUE(sealed.end());
        EXPECT_TRUE(file.finish());
        return restore(file_, passphrase, {.folder = folder_.path() / "a/b"});
    }
    TemporaryFolder folder_;
    const fs::path file_ = folder_.path() / "file";
};

TEST_F(Archive, NamesThatLeadOutOfTheFolderAreRefused) {
    const std::string about = to_json({"1359900018", {}});
    for (const char* name : {"../out", "cases/../../out", "/tmp/besshi-out", "a//b/./c", ".."}) {
        EXPECT_FIRES("backup.file.damaged", faults_of(restore_one(name, about))) << name;
        EXPECT_THAT(files_below(folder_.path()), testing::SizeIs(1)) << name;
    }
    EXPECT_FIRES("ledger.missing", faults_of(restore_one("cases/in", about)));
    EXPECT_THAT(files_below(folder_.path()), testing::SizeIs(1));
}

TEST_F(Archive, WithoutItsOfficeIsRefused) {
    for (const char* about : {"", "[]", "{}", R"({"office":"1"})", R"({"office":"","head":"0"})", R"({"office":1})"})
        EXPECT_FIRES("backup.file.damaged", faults_of(restore_one("cases/in", about))) << about;
}

TEST_F(Archive, AFileThatChangesMeanwhileIsNotTakenInHalf) {
    for (const char* later : {"shorter", "longer than it was before"}) {
        write_bytes(folder_.path() / "source", "as it was before");
        auto source = files::Source::open(folder_.path() / "source").value();
        write_bytes(folder_.path() / "source", later);
        auto file = files::NewFile::begin(file_, files::Existing::replace).value();
        auto sealed = SealedWriter::begin(file, passphrase, least).value();
        ArchiveWriter archive(sealed);
        EXPECT_FIRES("backup.file.changed", faults_of(archive.add("source", source))) << later;
        auto settled = files::Source::open(folder_.path() / "source").value();
        EXPECT_SILENT("backup.file.changed", faults_of(ArchiveWriter(sealed).add("source", settled)));
    }
}

}  // namespace
}  // namespace besshi::backup
