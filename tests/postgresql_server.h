#pragma once

#include "shell.h"

#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace besshi::tests {

/// A PostgreSQL of our own: Debian's programs in a temporary folder, reached by a Unix socket and by nothing else,
/// under an unprivileged user. It ends with this program, however that ends.
class PostgresqlServer {
public:
    /// Started once per test program. Says loudly on stderr why it could not be.
    static PostgresqlServer& instance() {
        static PostgresqlServer server;
        return server;
    }

    PostgresqlServer(const PostgresqlServer&) = delete;
    PostgresqlServer& operator=(const PostgresqlServer&) = delete;
    ~PostgresqlServer() {
        if (server_ <= 0) return;
        ::kill(server_, SIGQUIT);
        ::waitpid(server_, nullptr, 0);
    }

    bool is_there() const { return complaint_.empty(); }
    const std::string& complaint() const { return complaint_; }

    /// A connection string for tables in `schema`.
    std::string connection(const std::string& schema = "public") const {
        return "postgresql:///postgres?host=" + folder_.path().string() + "&user=besshi&options=-csearch_path%3D" +
               schema;
    }

private:
    struct User {
        ::uid_t id;
        ::gid_t group;
    };

    PostgresqlServer() {
        complaint_ = start();
        if (is_there()) return;
        std::fprintf(stderr,
                     "\n*** POSTGRESQL COULD NOT BE STARTED. NOTHING IS TESTED ON IT. ***\n*** %s ***\n"
                     "*** BESSHI_WITHOUT_POSTGRESQL=1 SAYS THAT THIS IS WANTED. ***\n\n",
                     complaint_.c_str());
    }

    std::string start() {
        const auto programs = find_programs();
        if (!programs) return "the package postgresql is missing";
        const auto user = unprivileged_user();
        if (!user) return "we are root, and there is neither a user postgres nor a user nobody";
        const std::string folder = folder_.path().string(), data = folder + "/data";
        if (::geteuid() == 0 && ::chown(folder.c_str(), user->id, user->group) != 0) return std::strerror(errno);

        const std::string initdb = (*programs / "initdb").string(), postgres = (*programs / "postgres").string();
        const ::pid_t made =
            spawn({initdb, "-D", data, "-U", "besshi", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"}, *user);
        int status = 0;
        if (::waitpid(made, &status, 0) != made || status != 0) return "initdb failed: " + said();
        // What it survives is its own affair: no fsync. Its commits must be seen by others, no more.
        server_ = spawn({postgres, "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c",
                         "max_connections=20"},
                        *user);
        return wait_until_ready(data + "/postmaster.pid") ? "" : "postgres did not start: " + said();
    }

    /// Debian keeps the server's programs out of PATH.
    static std::optional<std::filesystem::path> find_programs() {
        std::vector<std::filesystem::path> found;
        std::error_code none;
        for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", none))
            if (std::filesystem::exists(version.path() / "bin/postgres")) found.push_back(version.path() / "bin");
        if (found.empty()) return std::nullopt;
        return *std::ranges::max_element(found);
    }

    /// Ourselves, unless we are root: PostgreSQL refuses to run as root.
    static std::optional<User> unprivileged_user() {
        if (::geteuid() != 0) return User{::geteuid(), ::getegid()};
        for (const char* name : {"postgres", "nobody"})
            if (const ::passwd* known = ::getpwnam(name)) return User{known->pw_uid, known->pw_gid};
        return std::nullopt;
    }

    ::pid_t spawn(const std::vector<std::string>& command, User user) const {
        std::vector<char*> arguments;
        for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        const std::string log = (folder_.path() / "log").string();
        const ::pid_t child = ::fork();
        if (child != 0) return child;
        if (!std::freopen("/dev/null", "r", stdin) || !std::freopen(log.c_str(), "a", stdout)) ::_exit(126);
        ::dup2(STDOUT_FILENO, STDERR_FILENO);
        const bool became =
            ::geteuid() != 0 || (::setgroups(0, nullptr) == 0 && ::setgid(user.group) == 0 && ::setuid(user.id) == 0);
        if (!became || ::chdir("/") != 0) ::_exit(126);
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
        ::setpgid(0, 0);  // a Ctrl+C is for the tests
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }

    /// The last line of its own file says `ready` once it takes connections.
    bool wait_until_ready(const std::filesystem::path& told) const {
        using namespace std::chrono_literals;
        for (int i = 0; i < 600 && ::waitpid(server_, nullptr, WNOHANG) == 0; ++i) {
            if (read_bytes(told).find("ready") != std::string::npos) return true;
            std::this_thread::sleep_for(100ms);
        }
        return false;
    }

    std::string said() const {
        const std::string log = read_bytes(folder_.path() / "log");
        return log.substr(log.size() > 500 ? log.size() - 500 : 0);
    }

    TemporaryFolder folder_;
    ::pid_t server_ = -1;
    std::string complaint_;
};

}  // namespace besshi::tests
