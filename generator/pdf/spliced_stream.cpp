#include "pdf/spliced_stream.h"

namespace besshi::pdf {

namespace {

void put(BitWriter& writer, const CodeWord& word) {
    writer.put(word.bits, word.length);
}

std::size_t capacity(const DeflateCode& code, std::size_t literals, std::size_t piece_bits) {
    constexpr std::size_t frame = 2 + 1 + 4;  // zlib header, rest of the last byte, Adler-32
    const std::size_t bits =
        code.header().length + piece_bits + DeflateCode::longest_word * (literals + 1 /* end of block */);
    return frame + bits / 8 + BitWriter::slack;
}

}  // namespace

SplicedStream::SplicedStream(const DeflateCode& code, std::size_t literals, std::size_t piece_bits)
    : code_(code), bytes_(capacity(code, literals, piece_bits), '\0'), writer_(bytes_.data()) {
    writer_.put(0x0178, 16);  // CMF: deflate, window 32 KB; FLG: no dictionary
    writer_.put(code.header().bits());
}

void SplicedStream::append(Bytes literals) {
    constexpr std::size_t at_once = 3;  // code words in one step: as many as BitWriter takes
    BitWriter writer = writer_;
    std::size_t at = 0;
    for (; at + at_once <= literals.size(); at += at_once) {
        const CodeWord first = code_.literal(literals[at]), second = code_.literal(literals[at + 1]),
                       third = code_.literal(literals[at + 2]);
        const unsigned two = unsigned{first.length} + second.length;
        writer.put(first.bits | std::uint64_t{second.bits} << first.length | std::uint64_t{third.bits} << two,
                   two + third.length);
    }
    for (; at < literals.size(); ++at) put(writer, code_.literal(literals[at]));
    writer_ = writer;
    adler_.append(literals);
}

std::string SplicedStream::take() {
    put(writer_, code_.end());
    writer_.end_byte();
    writer_.put(__builtin_bswap32(adler_.value()), 32);
    bytes_.resize(static_cast<std::size_t>(writer_.end_byte() - bytes_.data()));
    return std::move(bytes_);
}

}  // namespace besshi::pdf
