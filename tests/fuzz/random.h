#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>

namespace besshi::tests {

/// The same numbers for the same seed, with every standard library.
class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    /// 0 … `bound` - 1; of 0 it is 0.
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(engine_() % bound); }
    /// `least` … `most`.
    std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }
    bool one_in(std::size_t times) { return below(times) == 0; }

    template <class Range>
    const auto& pick(const Range& range) {
        return *std::next(std::begin(range), static_cast<std::ptrdiff_t>(below(std::size(range))));
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace besshi::tests
