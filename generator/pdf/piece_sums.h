#pragma once

#include "pdf/big_endian.h"

namespace besshi::pdf {

/// The sums of some bytes from which the sums of a whole are put together wherever they stand in it.
struct PieceSums {
    std::uint32_t size = 0;
    std::uint32_t bytes = 0;     ///< sum of the bytes, mod 65521
    std::uint32_t weighted = 0;  ///< sum of each byte times the number of bytes from it to the end, mod 65521
    std::uint32_t even_halves = 0, odd_halves = 0;  ///< sums of the big-endian 16-bit numbers, mod 2³²

    static PieceSums of(Bytes piece);
};

/// Adler-32 (RFC 1950 §8.2), over bytes or over pieces whose sums are known.
class Adler32 {
public:
    void append(Bytes bytes);
    void append(const PieceSums& piece);
    std::uint32_t value() const { return static_cast<std::uint32_t>(weighted_ << 16 | bytes_); }

private:
    std::uint64_t bytes_ = 1, weighted_ = 0;  ///< both below 65521
};

/// The checksum of an OpenType table (OpenType 1.9, "Calculating checksums"), the sum of its 32-bit numbers, from the
/// sums of its pieces. All are of even size; zeros after the last do not count.
class TableSum {
public:
    void append(const PieceSums& piece);
    std::uint32_t value() const { return value_; }

private:
    std::uint32_t value_ = 0;
    bool in_mid_word_ = false;
};

/// The same of a table that is at hand, filled to a multiple of four bytes.
std::uint32_t table_sum(Bytes table);

}  // namespace besshi::pdf
