#include "backup/sealed.h"

#include "expect_diagnostic.h"
#include "shell.h"

#include <gmock/gmock.h>

#include <map>

namespace besshi::backup {
namespace {

using besshi::tests::faults_of;
using besshi::tests::read_bytes;
using besshi::tests::TemporaryFolder;
using besshi::tests::write_bytes;

constexpr Cost least{1, 8192};
constexpr std::string_view passphrase = "correct horse battery";
constexpr std::size_t piece = 65536, seal = 17, beginning = 14 + 1 + 8 + 8 + 16 + 24;

class Sealed : public testing::Test {
protected:
    std::string seal_bytes(std::string_view bytes) {
        auto file = files::NewFile::begin(file_, files::Existing::replace).value();
        auto sealed = SealedWriter::begin(file, passphrase, least).value();
        EXPECT_TRUE(sealed.append(bytes.substr(0, bytes.size() / 3)));
        EXPECT_TRUE(sealed.append(bytes.substr(bytes.size() / 3)));
        EXPECT_TRUE(sealed.end());
        EXPECT_TRUE(file.finish());
        return read_bytes(file_);
    }
    Result<std::string> open(std::string_view bytes, std::string_view with = passphrase) {
        write_bytes(file_, bytes);
        auto sealed = SealedReader::open(file_, with);
        if (!sealed) return fail(std::move(sealed.error()));
        std::string all;
        while (true) {
            const auto next = sealed->next();
            if (!next) return fail(next.error());
            if (!*next) return all;
            all += **next;
        }
    }

    TemporaryFolder folder_;
    const std::filesystem::path file_ = folder_.path() / "sealed";
};

TEST_F(Sealed, GivesBackEveryLength) {
    for (const std::size_t length : {std::size_t{0}, std::size_t{1}, piece - 1, piece, piece + 1, 3 * piece}) {
        std::string bytes;
        for (std::size_t i = 0; i < length; ++i) bytes += static_cast<char>(i * 7 + i / 251);
        const std::string sealed = seal_bytes(bytes);
        EXPECT_EQ(sealed.size(), beginning + length + seal * (length / piece + 1));
        const bool is_telling = length > 40;  // a byte or two stand in any file
        EXPECT_TRUE(!is_telling || sealed.find(bytes.substr(0, 40)) == std::string::npos) << length;
        const auto opened = open(sealed);
        ASSERT_TRUE(opened) << besshi::tests::list(opened.error());
        EXPECT_EQ(*opened, bytes) << length;
    }
}

TEST_F(Sealed, TwiceTheSameIsNeverTheSame) {
    const std::string first = seal_bytes("the same"), second = seal_bytes("the same");
    EXPECT_NE(first.substr(beginning), second.substr(beginning));
}

TEST_F(Sealed, AnotherPassphraseOpensNothing) {
    const std::string sealed = seal_bytes("text");
    EXPECT_FIRES("backup.file.damaged", faults_of(open(sealed, "correct horse batterz")));
    EXPECT_FIRES("backup.file.damaged", faults_of(open(sealed, "")));
    EXPECT_SILENT("backup.file.damaged", faults_of(open(sealed)));
}

/// Every byte of the file, one bit of each at a time; every bit of the beginning.
TEST_F(Sealed, AnyFlippedBitIsSeen) {
    const std::string sealed = seal_bytes("a few words");
    for (std::size_t at = 0; at < sealed.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            // Costs that are allowed and take seconds to pay.
            const bool is_memory = at >= 23 && at < 31;
            if (is_memory && (at - 23) * 8 + static_cast<std::size_t>(bit) > 20 &&
                (at - 23) * 8 + static_cast<std::size_t>(bit) <= 30)
                continue;
            std::string changed = sealed;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            EXPECT_FALSE(open(changed)) << "byte " << at << " bit " << bit;
        }
}

TEST_F(Sealed, APieceFlippedMovedDoubledOrLeftOutIsSeen) {
    std::string bytes;
    for (int i = 0; i < 3; ++i) bytes += std::string(piece, static_cast<char>('a' + i));
    const std::string sealed = seal_bytes(bytes + "end");
    const auto nth = [&](std::size_t n) { return sealed.substr(beginning + n * (piece + seal), piece + seal); };
    const std::string head = sealed.substr(0, beginning), last = sealed.substr(beginning + 3 * (piece + seal));
    ASSERT_EQ(head + nth(0) + nth(1) + nth(2) + last, sealed);
    const std::map<std::string, std::string> changed{{"two swapped", head + nth(1) + nth(0) + nth(2) + last},
                                                     {"one doubled", head + nth(0) + nth(0) + nth(1) + nth(2) + last},
                                                     {"one left out", head + nth(0) + nth(2) + last},
                                                     {"the last left out", head + nth(0) + nth(1) + nth(2)},
                                                     {"the last doubled", sealed + last},
                                                     {"a byte behind", sealed + "x"},
                                                     {"only the beginning", head},
                                                     {"cut in a piece", sealed.substr(0, beginning + piece)},
                                                     {"cut by a byte", sealed.substr(0, sealed.size() - 1)}};
    for (const auto& [what, file] : changed) EXPECT_FIRES("backup.file.damaged", faults_of(open(file))) << what;
}

TEST_F(Sealed, PiecesOfAnotherFileAreSeen) {
    const std::string one = seal_bytes(std::string(piece, 'a') + "end"),
                      other = seal_bytes(std::string(piece, 'b') + "end");
    EXPECT_FIRES("backup.file.damaged", faults_of(open(one.substr(0, beginning) + other.substr(beginning))));
    EXPECT_FIRES("backup.file.damaged",
                 faults_of(open(one.substr(0, beginning + piece + seal) + other.substr(beginning + piece + seal))));
}

TEST_F(Sealed, CutAnywhereItIsRefused) {
    const std::string sealed = seal_bytes("a few words");
    for (std::size_t size = 0; size < sealed.size(); ++size) EXPECT_FALSE(open(sealed.substr(0, size))) << size;
}

TEST_F(Sealed, SaysWhatIsNoBackupOrNewer) {
    std::string sealed = seal_bytes("text");
    EXPECT_FIRES("backup.file.foreign", faults_of(open("%PDF-1.7")));
    EXPECT_FIRES("backup.file.foreign", faults_of(open("")));
    EXPECT_SILENT("backup.file.foreign", faults_of(open(sealed)));
    EXPECT_SILENT("backup.file.newer", faults_of(open(sealed)));
    sealed[14] = 2;
    EXPECT_FIRES("backup.file.newer", faults_of(open(sealed)));
}

/// A stranger's file does not take this machine's memory.
TEST_F(Sealed, RefusesCostsBeyondReason) {
    for (const std::size_t at : {std::size_t{15 + 1}, std::size_t{23 + 4}}) {
        std::string sealed = seal_bytes("text");
        sealed[at] = 1;  // 256 passes, 4 GiB
        EXPECT_FIRES("backup.file.damaged", faults_of(open(sealed)));
    }
}

TEST_F(Sealed, SaysThatMemoryIsShort) {
    auto file = files::NewFile::begin(file_, files::Existing::replace).value();
    EXPECT_FIRES("backup.memory.short", faults_of(SealedWriter::begin(file, passphrase, {1, std::uint64_t{4} << 40})));
    EXPECT_SILENT("backup.memory.short", faults_of(SealedWriter::begin(file, passphrase, least)));
}

}  // namespace
}  // namespace besshi::backup
