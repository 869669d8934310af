#include "pdf/prefix_code.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace besshi::pdf {

namespace {

/// A symbol, or two packages put together.
struct Package {
    std::uint64_t weight;
    int symbol;  ///< -1: two packages
    const Package* parts[2];
};

void lengthen_symbols(const Package& package, std::vector<CodeWord>& code) {
    if (package.symbol >= 0) {
        ++code[static_cast<std::size_t>(package.symbol)].length;
        return;
    }
    for (const Package* part : package.parts) lengthen_symbols(*part, code);
}

/// Package-merge (Larmore and Hirschberg, JACM 37, 1990): each of the cheapest 2n − 2 packages of the last round
/// lengthens the words of its symbols by one bit.
void set_lengths(std::vector<CodeWord>& code, std::span<const std::uint32_t> counts, unsigned longest) {
    const auto lighter = [](const Package& a, const Package& b) { return a.weight < b.weight; };
    std::vector<Package> symbols;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] != 0) symbols.push_back({counts[i], static_cast<int>(i), {}});
    }
    std::ranges::stable_sort(symbols, lighter);
    std::vector<std::vector<Package>> rounds{symbols};
    for (unsigned round = 1; round < longest; ++round) {
        const std::vector<Package>& before = rounds.back();
        std::vector<Package> pairs;
        for (std::size_t i = 0; i + 1 < before.size(); i += 2)
            pairs.push_back({before[i].weight + before[i + 1].weight, -1, {&before[i], &before[i + 1]}});
        std::vector<Package> merged;
        std::ranges::merge(symbols, pairs, std::back_inserter(merged), lighter);
        rounds.push_back(std::move(merged));  // packages of `before` stay where they are: only the outer vector moves
    }
    for (std::size_t i = 0; i < 2 * symbols.size() - 2; ++i) lengthen_symbols(rounds.back()[i], code);
}

std::uint16_t reversed(unsigned bits, unsigned length) {
    unsigned out = 0;
    for (unsigned i = 0; i < length; ++i) out |= (bits >> i & 1) << (length - 1 - i);
    return static_cast<std::uint16_t>(out);
}

/// RFC 1951 §3.2.2: words of one length follow one another in the order of their symbols.
void set_bits(std::vector<CodeWord>& code) {
    std::array<unsigned, 17> of_length{}, next{};
    for (const CodeWord& word : code) ++of_length[word.length];
    of_length[0] = 0;
    for (std::size_t length = 1; length < next.size(); ++length)
        next[length] = (next[length - 1] + of_length[length - 1]) << 1;
    for (CodeWord& word : code) {
        if (word.length != 0) word.bits = reversed(next[word.length]++, word.length);
    }
}

}  // namespace

std::vector<CodeWord> shortest_prefix_code(std::span<const std::uint32_t> counts, unsigned longest) {
    std::vector<CodeWord> code(counts.size());
    set_lengths(code, counts, longest);
    set_bits(code);
    return code;
}

}  // namespace besshi::pdf
