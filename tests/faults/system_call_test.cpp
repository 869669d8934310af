#include "environment.h"
#include "office.h"

#include <map>
#include <set>

namespace besshi::tests {
namespace {

/// A recorder under strace: what it asks of the system, and what it does when that fails.
class SystemCalls : public Office {
protected:
    static constexpr int steps = 4;

    /// Its calls since it began, one a line: `fsync(5</folder/file>) = 0`.
    std::vector<std::string> calls() {
        const std::filesystem::path log = elsewhere_.path() / "log";
        const Outcome outcome = run("strace -qq -y -s 400 -o " + log.string() + " " + recorder(0, steps));
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        std::vector<std::string> lines;
        std::istringstream text(read_bytes(log));
        for (std::string line; std::getline(text, line);) lines.push_back(line);
        return lines;
    }

    static std::string name_of(const std::string& call) { return call.substr(0, call.find('(')); }
    static bool is_begin(const std::string& call) { return call.find("\"begin\\n\"") != std::string::npos; }

    /// The log is not among what is tested.
    TemporaryFolder elsewhere_;
};

class SystemCallsOfSqlite : public SystemCalls {};
INSTANTIATE_TEST_SUITE_P(Sqlite, SystemCallsOfSqlite, testing::Values(Engine::sqlite));

/// Calls that find, read and write files. Memory and time are not at issue.
const std::set<std::string> of_files{"openat", "close",  "read",   "write",     "pread64", "pwrite64",  "fsync",
                                     "mkdir",  "rename", "unlink", "fdatasync", "statfs",  "fcntl",     "ftruncate",
                                     "access", "fchown", "mmap",   "readlink",  "lseek",   "newfstatat"};

std::vector<std::string> errors_of(const std::string& call) {
    if (call == "openat") return {"EIO", "EMFILE", "EACCES", "ENOSPC"};
    if (call == "mkdir" || call == "rename" || call == "unlink") return {"EIO", "EACCES", "ENOSPC"};
    if (call == "write" || call == "pwrite64" || call == "fsync" || call == "fdatasync") return {"EIO", "ENOSPC"};
    return {"EIO", "EACCES"};
}

/// Every 23rd here, each of them with tests/run --long.
TEST_P(SystemCallsOfSqlite, EachMayFail) {
    std::map<std::string, int> before, all;
    bool has_begun = false;
    for (const std::string& call : calls()) {
        has_begun = has_begun || is_begin(call);
        if (!has_begun) ++before[name_of(call)];
        ++all[name_of(call)];
    }
    const auto stride = number_from("BESSHI_FAULT_STRIDE", 23);
    std::uint64_t tried = 0, failed = 0;
    for (const auto& [name, count] : all) {
        if (!of_files.contains(name)) continue;
        for (int n = before[name] + 1; n <= count; ++n) {
            for (const std::string& error : errors_of(name)) {
                if (tried++ % stride != 0) continue;
                SCOPED_TRACE(name + " number " + std::to_string(n - before[name]) + ": " + error);
                std::filesystem::remove_all(folder_.path());
                std::filesystem::create_directory(folder_.path());
                const std::string injection = name + ":error=" + error + ":when=" + std::to_string(n);
                const Outcome outcome = run("strace -qq -o /dev/null -e trace=" + name + " -e inject=" + injection +
                                            " " + recorder(0, steps));
                EXPECT_TRUE(outcome.exit_code == 0 || outcome.exit_code == 3 || outcome.exit_code == 75)
                    << outcome.exit_code << outcome.err;
                failed += outcome.exit_code != 0;
                expect_sound();
                expect_recorded(acknowledged(outcome.out));
                expect_completes(steps);
            }
        }
    }
    EXPECT_GT(tried, 300u);
    EXPECT_GT(failed, tried / stride / 4);
}

using PowerCut = SystemCalls;
BESSHI_ON_EACH_DATABASE(PowerCut);

/// What lies in `text` between two others; empty if they are not there.
std::string between(const std::string& text, const std::string& first, const std::string& last) {
    const std::size_t begin = text.find(first);
    if (begin == std::string::npos) return {};
    const std::size_t end = text.find(last, begin + first.size());
    return end == std::string::npos ? std::string() : text.substr(begin + first.size(), end - begin - first.size());
}

/// Follows a log: what would be lost if the power went now.
class Durability {
public:
    explicit Durability(std::string office) : office_(std::move(office)) {}

    void follow(const std::string& call) {
        if (call.find("= 0") == std::string::npos && call.find(" = -1") != std::string::npos) return;
        const std::string path = between(call, "<", ">)");
        if (call.starts_with("rename(")) {
            const std::string from = between(call, "rename(\"", "\", "), to = between(call, "\", \"", "\")");
            EXPECT_TRUE(synced_.contains(from)) << "renamed before its bytes were safe: " << from;
            unsafe_names_.insert(to);
        } else if (call.starts_with("mkdir(")) {
            unsafe_names_.insert(between(call, "mkdir(\"", "\""));
        } else if (call.starts_with("openat(") && call.find("O_CREAT") != std::string::npos &&
                   call.find(office_ + "/besshi.db\"") != std::string::npos) {
            unsafe_names_.insert(office_ + "/besshi.db");
        } else if (call.starts_with("fsync(") || call.starts_with("fdatasync(")) {
            synced_.insert(path);
            std::erase_if(unsafe_names_,
                          [&](const std::string& name) { return std::filesystem::path(name).parent_path() == path; });
            unsafe_log_ = unsafe_log_ && !path.ends_with("besshi.db-wal");
        } else if (call.starts_with("pwrite64(") && call.find("besshi.db-wal>") != std::string::npos) {
            unsafe_log_ = true;
        }
    }

    /// Nothing may stand in the database yet that names these.
    void expect_names_are_safe() const { EXPECT_THAT(unsafe_names_, testing::IsEmpty()); }
    void expect_log_is_safe() const { EXPECT_FALSE(unsafe_log_); }

private:
    std::string office_;
    std::set<std::string> synced_, unsafe_names_;
    bool unsafe_log_ = false;
};

/// Each file kept is fsynced, renamed and its folder fsynced before the transaction that names it commits; that is
/// fsynced before it is acknowledged. PostgreSQL sees to the last by itself.
TEST_P(PowerCut, LosesNothingThatWasAcknowledged) {
    Durability durability(folder_.path().string());
    int commits = 0, answers = 0, renames = 0;
    bool has_begun = false;
    for (const std::string& call : calls()) {
        has_begun = has_begun || is_begin(call);
        if (!has_begun) continue;
        const bool is_commit = GetParam() == Engine::sqlite
                                   ? call.starts_with("fdatasync(") && call.find("besshi.db-wal>") != std::string::npos
                                   : call.starts_with("sendto(") && call.find("COMMIT") != std::string::npos;
        const bool is_log = call.starts_with("pwrite64(") && call.find("besshi.db-wal>") != std::string::npos;
        if ((is_commit || is_log) && renames > 0) durability.expect_names_are_safe();
        durability.follow(call);
        commits += is_commit;
        renames += call.starts_with("rename(");
        if (call.starts_with("write(1") && !is_begin(call)) {
            ++answers;
            durability.expect_names_are_safe();
            durability.expect_log_is_safe();
            EXPECT_GE(commits, answers);
        }
    }
    EXPECT_EQ(answers, steps);
    EXPECT_EQ(renames, 3);
}

/// Whoever wrote a file may have died before it was safe.
TEST_P(PowerCut, AFileThatIsThereAlreadyIsMadeSafeToo) {
    const ledger::Submission document = submission_of_step(0);
    ASSERT_TRUE(open().record(document, {}));
    std::set<std::string> synced;
    for (const std::string& call : calls())
        if (call.starts_with("fsync(")) synced.insert(between(call, "<", ">)"));
    for (const ledger::KeptFile& file : document.files) {
        const std::string sha256 = base::sha256_hex(file.bytes);
        const auto is_of_file = [&](const std::string& path) { return path.find(sha256) != std::string::npos; };
        EXPECT_TRUE(std::ranges::any_of(synced, is_of_file)) << sha256;
        EXPECT_TRUE(synced.contains((folder_.path() / "documents" / sha256.substr(0, 2)).string()));
    }
}

}  // namespace
}  // namespace besshi::tests
