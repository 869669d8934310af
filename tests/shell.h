#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

/// Programs run from tests: besshi itself and the readers of other people.
namespace besshi::tests {

struct Outcome {
    int exit_code = -1;
    std::string out, err;
};

/// A folder that is gone when the test ends.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "besshi-test-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::string read_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// Runs a shell command with the given standard input.
inline Outcome run(const std::string& command, std::string_view input = {}) {
    const TemporaryFolder folder;
    write_bytes(folder.path() / "in", input);
    const std::string whole = "( " + command + " ) < " + (folder.path() / "in").string() + " > " +
                              (folder.path() / "out").string() + " 2> " + (folder.path() / "err").string();
    const int status = std::system(whole.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_bytes(folder.path() / "out"),
            read_bytes(folder.path() / "err")};
}

/// `'text'`, safe for a shell.
inline std::string shell_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + "'";
}

}  // namespace besshi::tests
