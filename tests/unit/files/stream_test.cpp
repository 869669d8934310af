#include "expect_diagnostic.h"
#include "files/files.h"
#include "shell.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace besshi::files {
namespace {

using besshi::tests::faults_of;
using besshi::tests::read_bytes;
using besshi::tests::TemporaryFolder;
using besshi::tests::write_bytes;
using testing::IsEmpty;
using testing::SizeIs;

class Streams : public testing::Test {
protected:
    static unsigned mode_of(const std::filesystem::path& file) {
        struct stat status {};
        ::stat(file.c_str(), &status);
        return status.st_mode & 0777;
    }
    TemporaryFolder folder_;
    const std::filesystem::path file_ = folder_.path() / "new/file";
};

TEST_F(Streams, AFileHasItsNameWhenItIsFinished) {
    auto made = NewFile::begin(file_, Existing::keep).value();
    ASSERT_TRUE(made.append("one"));
    ASSERT_TRUE(made.append("two"));
    EXPECT_FALSE(std::filesystem::exists(file_));
    EXPECT_EQ(read_bytes(made.beside()), "onetwo");
    ASSERT_TRUE(made.finish());
    EXPECT_EQ(read_bytes(file_), "onetwo");
    EXPECT_EQ(mode_of(file_), 0600u);
    EXPECT_EQ(mode_of(file_.parent_path()), 0700u);
}

TEST_F(Streams, AFileThatWasNotFinishedIsGone) {
    {
        auto made = NewFile::begin(file_, Existing::keep).value();
        ASSERT_TRUE(made.append("half"));
    }
    EXPECT_THAT(list(file_.parent_path()).value(), IsEmpty());
}

TEST_F(Streams, AFileThatIsThereIsKeptUnlessItMayBeReplaced) {
    write_bytes(folder_.path() / "there", "old");
    EXPECT_FIRES("files.exists", faults_of(NewFile::begin(folder_.path() / "there", Existing::keep)));
    EXPECT_SILENT("files.exists", faults_of(NewFile::begin(folder_.path() / "there", Existing::replace)));
    EXPECT_EQ(read_bytes(folder_.path() / "there"), "old");
    EXPECT_THAT(list(folder_.path()).value(), SizeIs(1));
}

TEST_F(Streams, AFolderTakesThePlaceOfAnEmptyOneOrOfNone) {
    std::filesystem::create_directory(folder_.path() / "empty");
    for (const char* name : {"empty", "none"}) {
        auto made = NewFolder::begin(folder_.path()).value();
        EXPECT_EQ(mode_of(made.path()), 0700u);
        auto file = NewFile::begin(made.path() / "a/b", Existing::keep).value();
        ASSERT_TRUE(file.append("bytes"));
        ASSERT_TRUE(file.finish(Durable::with_folder));
        ASSERT_TRUE(made.finish(folder_.path() / name));
        EXPECT_EQ(read_bytes(folder_.path() / name / "a/b"), "bytes");
    }
    std::filesystem::create_directory(folder_.path() / "occupied");
    write_bytes(folder_.path() / "occupied/file", "mine");
    {
        auto made = NewFolder::begin(folder_.path()).value();
        EXPECT_FIRES("files.unwritable", faults_of(made.finish(folder_.path() / "occupied")));
    }
    EXPECT_EQ(read_bytes(folder_.path() / "occupied/file"), "mine");
    EXPECT_THAT(list(folder_.path()).value(), SizeIs(3)) << "nothing is left of the folder in the making";
}

TEST_F(Streams, WhatPassesLiesWhereTheMachineSays) {
    const char* before = std::getenv("TMPDIR");
    const std::string kept = before ? before : "/tmp";
    ::setenv("TMPDIR", folder_.path().c_str(), 1);
    EXPECT_EQ(NewFolder::begin_in_passing().value().path().parent_path(), folder_.path());
    ::setenv("TMPDIR", (folder_.path() / "none").c_str(), 1);
    EXPECT_FIRES("files.unwritable", faults_of(NewFolder::begin_in_passing()));
    ::setenv("TMPDIR", kept.c_str(), 1);
    EXPECT_SILENT("files.unwritable", faults_of(NewFolder::begin_in_passing()));
}

TEST_F(Streams, ASourceIsReadInPieces) {
    write_bytes(folder_.path() / "source", "abcdefgh");
    auto source = Source::open(folder_.path() / "source").value();
    EXPECT_EQ(source.size(), 8u);
    char room[5];
    EXPECT_EQ(source.read(room).value(), 5u);
    EXPECT_EQ(source.read(room).value(), 3u);
    EXPECT_EQ(std::string_view(room, 3), "fgh");
    EXPECT_EQ(source.read(room).value(), 0u);
    EXPECT_FIRES("files.unreadable", faults_of(Source::open(folder_.path())));
    EXPECT_FIRES("files.unreadable", faults_of(Source::open("/dev/zero")));
    EXPECT_SILENT("files.unreadable", faults_of(Source::open(folder_.path() / "source")));
}

}  // namespace
}  // namespace besshi::files
