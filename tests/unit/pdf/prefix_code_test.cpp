#include "pdf/prefix_code.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <queue>

namespace besshi::pdf::tests {
namespace {

std::vector<int> lengths(const std::vector<CodeWord>& code) {
    std::vector<int> all;
    for (const CodeWord& word : code) all.push_back(word.length);
    return all;
}

/// Bits that the counted symbols take.
std::uint64_t total(const std::vector<CodeWord>& code, const std::vector<std::uint32_t>& counts) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < code.size(); ++i) bits += std::uint64_t{counts[i]} * code[i].length;
    return bits;
}

/// The same with Huffman's code, whose words may be of any length: the sum of all inner nodes of his tree.
std::uint64_t huffman_total(const std::vector<std::uint32_t>& counts) {
    std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> weights;
    for (const std::uint32_t count : counts) {
        if (count != 0) weights.push(count);
    }
    const auto take = [&] {
        const std::uint64_t lightest = weights.top();
        weights.pop();
        return lightest;
    };
    std::uint64_t bits = 0;
    while (weights.size() > 1) {
        const std::uint64_t first = take(), both = first + take();
        bits += both;
        weights.push(both);
    }
    return bits;
}

TEST(PrefixCode, GivesFrequentSymbolsShortWords) {
    EXPECT_THAT(lengths(shortest_prefix_code(std::vector<std::uint32_t>{8, 0, 1, 2, 1}, 15)),
                testing::ElementsAre(1, 0, 3, 2, 3));
}

TEST(PrefixCode, KeepsToTheLongestLength) {
    EXPECT_THAT(lengths(shortest_prefix_code(std::vector<std::uint32_t>{1, 1, 2, 4, 8, 16}, 3)),
                testing::ElementsAre(3, 3, 3, 3, 2, 2));
}

/// The example of RFC 1951 §3.2.2: lengths 3 3 3 3 3 2 4 4.
TEST(PrefixCode, IsCanonical) {
    const std::vector<CodeWord> code =
        shortest_prefix_code(std::vector<std::uint32_t>{12, 12, 12, 12, 12, 25, 6, 6}, 15);
    ASSERT_THAT(lengths(code), testing::ElementsAre(3, 3, 3, 3, 3, 2, 4, 4));
    const std::vector<unsigned> written{0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111};  // first bit lowest
    for (std::size_t i = 0; i < written.size(); ++i) EXPECT_EQ(code[i].bits, written[i]) << i;
}

RC_GTEST_PROP(PrefixCode, IsCompleteAndAsShortAsHuffmansIfThatIsAllowed, ()) {
    const auto counts = *rc::gen::suchThat(
        rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 5000)),
        [](const auto& all) { return all.size() - static_cast<std::size_t>(std::ranges::count(all, 0u)) >= 2; });
    RC_PRE(counts.size() < 286u);
    const std::vector<CodeWord> code = shortest_prefix_code(counts, 15);
    std::uint64_t kraft = 0;  // in units of 2^-15
    for (std::size_t i = 0; i < counts.size(); ++i) {
        RC_ASSERT((code[i].length == 0) == (counts[i] == 0));
        RC_ASSERT(code[i].length <= 15);
        if (code[i].length != 0) kraft += 1u << (15 - code[i].length);
    }
    RC_ASSERT(kraft == 1u << 15);
    RC_ASSERT(total(code, counts) >= huffman_total(counts));
    const bool limited = std::ranges::find(code, 15, &CodeWord::length) != code.end();
    if (!limited) RC_ASSERT(total(code, counts) == huffman_total(counts));
}

}  // namespace
}  // namespace besshi::pdf::tests
