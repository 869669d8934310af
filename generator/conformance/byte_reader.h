#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace besshi::conformance {

/// Big-endian numbers of a font file. Reading behind the end gives 0 and is remembered.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

    std::uint32_t unsigned_of(int size) {
        std::uint32_t value = 0;
        for (int i = 0; i < size; ++i) value = value << 8 | byte();
        return value;
    }
    std::uint8_t byte() {
        if (at_ >= bytes_.size()) {
            ran_out_ = true;
            return 0;
        }
        return static_cast<std::uint8_t>(bytes_[at_++]);
    }
    std::uint16_t u16() { return static_cast<std::uint16_t>(unsigned_of(2)); }
    std::int16_t i16() { return static_cast<std::int16_t>(u16()); }
    std::uint32_t u32() { return unsigned_of(4); }

    void move_to(std::size_t at) { at_ = at; }
    std::size_t position() const { return at_; }
    bool at_end() const { return at_ >= bytes_.size(); }
    bool ran_out() const { return ran_out_; }

private:
    std::string_view bytes_;
    std::size_t at_;
    bool ran_out_ = false;
};

}  // namespace besshi::conformance
