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
    BitWriter writer = writer_;
    for (const std::byte byte : literals) put(writer, code_.literal(byte));
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
