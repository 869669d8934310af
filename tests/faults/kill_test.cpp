#include "environment.h"
#include "office.h"

#include <random>

namespace besshi::tests {
namespace {

using Killed = Office;
BESSHI_ON_EACH_DATABASE(Killed);

/// A recorder that is killed `delay` after it has acknowledged `steps` steps; what it said.
std::string killed_after(const std::string& command, int steps, std::chrono::microseconds delay) {
    int ends[2];
    if (::pipe(ends) != 0) return {};
    const ::pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execl("/bin/sh", "sh", "-c", ("exec " + command).c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string said;
    const auto read_more = [&] {
        char buffer[4096];
        const ssize_t count = ::read(ends[0], buffer, sizeof buffer);
        if (count > 0) said.append(buffer, static_cast<std::size_t>(count));
        return count > 0;
    };
    while (std::ranges::count(said, '\n') < steps + 1 && read_more()) {
    }
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
    while (read_more()) {
    }
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return said;
}

/// 5 times here, 200 with tests/run --long; half of them on each database.
TEST_P(Killed, NothingAcknowledgedIsLost) {
    const auto kills = number_from("BESSHI_KILL_COUNT", 5);
    const auto seed = number_from("BESSHI_KILL_SEED", std::random_device{}());
    SCOPED_TRACE("BESSHI_KILL_SEED=" + std::to_string(seed));
    std::mt19937_64 random(seed);
    std::vector<int> safe;
    int next = 0;
    for (std::uint64_t i = 0; i < (kills + 1) / 2; ++i) {
        // from a little before the end: what is there already must not come twice
        const int steps = static_cast<int>(random() % 6);
        const std::string said = killed_after(recorder(std::max(0, next - 3), next + 1000), steps,
                                              std::chrono::microseconds(random() % 20'000));
        for (const int step : acknowledged(said)) {
            if (step >= next) safe.push_back(step);
            next = std::max(next, step + 1);
        }
        expect_sound();
    }
    expect_recorded(safe);
    expect_completes((next + 8) / 4 * 4);
}

using TwoAtOnce = Office;
BESSHI_ON_EACH_DATABASE(TwoAtOnce);

TEST_P(TwoAtOnce, NeitherLoseNorDoubleAnEvent) {
    constexpr int steps = 24;
    // the same steps twice, and others beside them; all of them make the tables
    const std::string out = shell_quoted((folder_.path() / "out").string());
    const Outcome outcome =
        run(recorder(0, steps) + " > " + out + ".1 & a=$!; " + recorder(0, steps) + " > " + out + ".2 & b=$!; " +
            recorder(steps, 2 * steps) + " > " + out + ".3; c=$?; wait $a && wait $b && exit $c");
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(open().head().value().events, 2 * steps / 4 * events_per_four_steps);
    expect_sound();
    for (const char* name : {"out.1", "out.2", "out.3"}) {
        const std::vector<int> steps_of_one = acknowledged(read_bytes(folder_.path() / name));
        EXPECT_EQ(steps_of_one.size(), static_cast<std::size_t>(steps));
        expect_recorded(steps_of_one);
    }
}

}  // namespace
}  // namespace besshi::tests
