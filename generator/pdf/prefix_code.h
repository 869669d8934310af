#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace besshi::pdf {

/// The bits that stand for a symbol in a deflated stream.
struct CodeWord {
    std::uint16_t bits = 0;   ///< in the order they are written (RFC 1951 §3.1.1), the first lowest
    std::uint8_t length = 0;  ///< 0 = the symbol has none
};

/// The prefix code that writes symbols as often as `counts` says in the fewest bits, none longer than
/// `longest` (≤ 15), in the canonical form of RFC 1951 §3.2.2. A symbol of count 0 gets no word; at least two must have
/// another count. Same counts, same code.
std::vector<CodeWord> shortest_prefix_code(std::span<const std::uint32_t> counts, unsigned longest);

}  // namespace besshi::pdf
