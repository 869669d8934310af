#include "pdf/piece_sums.h"

#include <libdeflate.h>

namespace besshi::pdf {

namespace {

constexpr std::uint64_t adler_modulus = 65'521;

}  // namespace

PieceSums PieceSums::of(Bytes piece) {
    std::uint64_t bytes = 0, weighted = 0;
    for (const std::byte byte : piece) {
        bytes += static_cast<std::uint64_t>(byte);
        weighted += bytes;
    }
    PieceSums sums;
    sums.size = static_cast<std::uint32_t>(piece.size());
    sums.bytes = static_cast<std::uint32_t>(bytes % adler_modulus);
    sums.weighted = static_cast<std::uint32_t>(weighted % adler_modulus);
    for (std::size_t at = 0; at + 1 < piece.size(); at += 2)
        (at % 4 == 0 ? sums.even_halves : sums.odd_halves) += u16(piece, at);
    return sums;
}

void Adler32::append(Bytes bytes) {
    const std::uint32_t sum = libdeflate_adler32(value(), bytes.data(), bytes.size());
    bytes_ = sum & 0xFFFF;
    weighted_ = sum >> 16;
}

void Adler32::append(const PieceSums& piece) {
    weighted_ = (weighted_ + piece.size * bytes_ + piece.weighted) % adler_modulus;
    bytes_ = (bytes_ + piece.bytes) % adler_modulus;
}

void TableSum::append(const PieceSums& piece) {
    if (in_mid_word_) {
        value_ += (piece.odd_halves << 16) + piece.even_halves;
    } else {
        value_ += (piece.even_halves << 16) + piece.odd_halves;
    }
    in_mid_word_ ^= piece.size % 4 != 0;
}

std::uint32_t table_sum(Bytes table) {
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < table.size(); at += 4) sum += u32(table, at);
    return sum;
}

}  // namespace besshi::pdf
