#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

namespace besshi::pdf {

static_assert(std::endian::native == std::endian::little, "bits are stored by words of eight bytes");

/// A string of bits in the order of RFC 1951 §3.1.1: the first is the lowest of the first word.
struct BitString {
    std::span<const std::uint64_t> words;  ///< as many as hold `length`; bits beyond it are 0
    std::size_t length = 0;                ///< in bits
};

constexpr std::size_t words_for_bits(std::size_t bits) {
    return (bits + 63) / 64;
}

/// Puts bits one behind the other into memory, the lowest of each byte first (RFC 1951 §3.1.1). It is a pen, not
/// the paper: whoever writes much copies it into a local variable and back, which keeps it in registers.
class BitWriter {
public:
    /// `to` has room for all that is put, and `slack` bytes more.
    explicit BitWriter(char* to) : next_(to) {}
    static constexpr std::size_t slack = sizeof(std::uint64_t);

    /// `count` ≤ 56; bits of `bits` beyond them are 0.
    void put(std::uint64_t bits, unsigned count) {
        pending_ |= bits << pending_count_;
        std::memcpy(next_, &pending_, sizeof pending_);
        pending_count_ += count;
        next_ += pending_count_ / 8;
        pending_ >>= pending_count_ & ~7u;
        pending_count_ %= 8;
    }

    void put(const BitString& string) {
        const std::size_t whole = string.length / 64;
        if (whole > 0) put_words(string.words.data(), whole);
        const auto rest = static_cast<unsigned>(string.length % 64);
        if (rest == 0) return;
        const std::uint64_t last = string.words[whole];
        put(last & 0xFFFF'FFFF, std::min(rest, 32u));
        if (rest > 32) put(last >> 32, rest - 32);
    }

    /// Fills the last byte with zero bits and says where the next begins.
    char* end_byte() {
        if (pending_count_ > 0) put(0, 8 - pending_count_);
        return next_;
    }

private:
    /// `count` > 0. Each stored word is made of two given ones alone: a loop that the compiler can do in vectors.
    void put_words(const std::uint64_t* __restrict words, std::size_t count) {
        const unsigned shift = pending_count_;
        char* const __restrict to = next_;
        const std::uint64_t first = pending_ | words[0] << shift;
        std::memcpy(to, &first, sizeof first);
        for (std::size_t i = 1; i < count; ++i) {
            const std::uint64_t word = words[i] << shift | (words[i - 1] >> 1) >> (63 - shift);
            std::memcpy(to + 8 * i, &word, sizeof word);
        }
        pending_ = (words[count - 1] >> 1) >> (63 - shift);
        next_ += 8 * count;
    }

    char* next_;                  ///< the byte that the pending bits begin in
    std::uint64_t pending_ = 0;   ///< its bits so far
    unsigned pending_count_ = 0;  ///< 0 to 7 between calls
};

}  // namespace besshi::pdf
