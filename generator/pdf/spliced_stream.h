#pragma once

#include "pdf/deflate_code.h"
#include "pdf/piece_sums.h"

#include <string>

namespace besshi::pdf {

/// A stream in zlib format (RFC 1950 §2.2) of one block, put together of bytes and of pieces that were coded before.
class SplicedStream {
public:
    /// Room for `literals` bytes and for pieces of together `piece_bits` bits. Appending more is undefined.
    SplicedStream(const DeflateCode& code, std::size_t literals, std::size_t piece_bits);
    SplicedStream(const SplicedStream&) = delete;
    SplicedStream& operator=(const SplicedStream&) = delete;

    void append(Bytes literals);

    /// `sums` are those of the bytes that `bits` stand for.
    void append(const BitString& bits, const PieceSums& sums) {
        writer_.put(bits);
        adler_.append(sums);
    }

    /// The finished stream.
    std::string take();

private:
    const DeflateCode& code_;
    std::string bytes_;
    BitWriter writer_;
    Adler32 adler_;
};

}  // namespace besshi::pdf
