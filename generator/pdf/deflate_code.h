#pragma once

#include "pdf/big_endian.h"
#include "pdf/bit_writer.h"
#include "pdf/prefix_code.h"

#include <array>
#include <span>
#include <vector>

namespace besshi::pdf {

/// A piece of a deflated block. It refers to no byte outside itself: it means the same wherever it stands.
struct CodedPiece {
    std::vector<std::uint64_t> words;
    std::size_t length = 0;  ///< in bits

    BitString bits() const { return {words, length}; }
};

/// One choice of code words for a block with dynamic Huffman codes (RFC 1951 §3.2.7), made once and used for
/// many streams: what is coded with it can be put together to a stream without being coded again.
class DeflateCode {
public:
    /// Fits `samples`; every other byte can be coded too. Same samples, same code.
    static DeflateCode fitted_to(std::span<const Bytes> samples);

    /// Fits text like `sample` that is written as literals, with no matches.
    static DeflateCode fitted_to_literals(Bytes sample);

    /// The cheapest way to say `piece` with this code, with matches inside it alone.
    CodedPiece encode(Bytes piece) const;

    /// What stands before the data of a block that is the last of its stream: its type and the code itself.
    const CodedPiece& header() const { return header_; }
    CodeWord literal(std::byte byte) const { return symbols_[static_cast<std::size_t>(byte)]; }
    CodeWord end() const { return symbols_[end_of_block]; }

    static constexpr std::size_t longest_word = 15;

private:
    static constexpr std::size_t end_of_block = 256;

    struct Counts;
    explicit DeflateCode(const Counts& counts);
    CodedPiece coded_header() const;

    std::vector<CodeWord> symbols_;    ///< literals, end of block, lengths (RFC 1951 §3.2.5)
    std::vector<CodeWord> distances_;  ///< §3.2.5
    CodedPiece header_;
};

}  // namespace besshi::pdf
