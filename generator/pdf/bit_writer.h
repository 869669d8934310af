#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>

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

/// Puts bits one behind the other into bytes, the lowest of each byte first (RFC 1951 §3.1.1).
class BitWriter {
public:
    /// Room for `capacity` bits. Putting more is undefined.
    explicit BitWriter(std::size_t capacity) : bytes_(capacity / 8 + 2 * sizeof(std::uint64_t), '\0') {}

    /// `count` ≤ 56; bits of `bits` beyond them are 0.
    void put(std::uint64_t bits, unsigned count) {
        pending_ |= bits << pending_count_;
        store();
        pending_count_ += count;
        next_ += pending_count_ / 8;
        pending_ >>= pending_count_ & ~7u;
        pending_count_ %= 8;
    }

    void put(const BitString& string) {
        const std::size_t whole = string.length / 64;
        for (const std::uint64_t word : string.words.first(whole)) {
            pending_ |= word << pending_count_;
            store();
            next_ += sizeof word;
            pending_ = (word >> 1) >> (63 - pending_count_);
        }
        const auto rest = static_cast<unsigned>(string.length % 64);
        if (rest == 0) return;
        const std::uint64_t last = string.words[whole];
        put(last & 0xFFFF'FFFF, std::min(rest, 32u));
        if (rest > 32) put(last >> 32, rest - 32);
    }

    /// Fills the last byte with zero bits.
    void end_byte() {
        if (pending_count_ > 0) put(0, 8 - pending_count_);
    }

    std::size_t bit_count() const { return 8 * next_ + pending_count_; }

    /// What was put, the last byte filled with zero bits.
    std::string take() {
        end_byte();
        bytes_.resize(next_);
        return std::move(bytes_);
    }

private:
    void store() { std::memcpy(bytes_.data() + next_, &pending_, sizeof pending_); }

    std::string bytes_;
    std::size_t next_ = 0;        ///< the byte that the pending bits begin in
    std::uint64_t pending_ = 0;   ///< bits of the byte that is not full yet
    unsigned pending_count_ = 0;  ///< 0 to 7 between calls
};

}  // namespace besshi::pdf
