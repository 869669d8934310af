#include "pdf/deflate_code.h"

#include "inflated.h"
#include "pdf/spliced_stream.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace besshi::pdf::tests {
namespace {

Bytes bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

DeflateCode code_for(const std::vector<std::string>& samples) {
    std::vector<Bytes> views;
    for (const std::string& sample : samples) views.push_back(bytes_of(sample));
    return DeflateCode::fitted_to(views);
}

/// A zlib stream of pieces coded one by one, with a literal between two of them.
std::string spliced(const DeflateCode& code, const std::vector<std::string>& pieces) {
    std::vector<CodedPiece> coded;
    std::size_t bits = 0;
    for (const std::string& piece : pieces) bits += coded.emplace_back(code.encode(bytes_of(piece))).length;
    SplicedStream stream(code, pieces.size(), bits);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        stream.append(coded[i].bits(), PieceSums::of(bytes_of(pieces[i])));
        stream.append(bytes_of("|"));
    }
    return stream.take();
}

std::string joined(const std::vector<std::string>& pieces) {
    std::string all;
    for (const std::string& piece : pieces) all += piece + '|';
    return all;
}

TEST(DeflateCode, InflatesToThePiecesWhereverTheyStand) {
    const DeflateCode code = code_for({"abcabcabcabc", "the quick brown fox"});
    const std::vector<std::string> pieces{"abcabc", "", "x", std::string(1000, 'a'), "xyxyxyxyxyxyz"};
    EXPECT_EQ(inflated(spliced(code, pieces), joined(pieces).size()), joined(pieces));
}

/// Every range of lengths and distances of RFC 1951 §3.2.5.
TEST(DeflateCode, ReachesEveryLengthAndDistance) {
    const DeflateCode code = code_for({"\x01\x02\x03"});
    std::string noise;
    std::uint32_t seed = 1;
    while (noise.size() < 33'000) noise += static_cast<char>((seed = seed * 1'664'525u + 1'013'904'223u) >> 24);
    std::vector<std::string> pieces;
    for (std::size_t length = 3; length <= 300; ++length) pieces.push_back(std::string(length, 'z'));
    for (std::size_t distance = 1; distance <= 33'000; distance += 1 + distance / 7)
        pieces.push_back(noise.substr(0, distance) + noise.substr(0, std::min<std::size_t>(distance, 40)));
    EXPECT_EQ(inflated(spliced(code, pieces), joined(pieces).size()), joined(pieces));
}

TEST(DeflateCode, UsesMatchesAndItsSamples) {
    const DeflateCode code = code_for(std::vector<std::string>(100, "a"));
    EXPECT_LT(code.encode(bytes_of(std::string(250, 'q'))).length, 60u) << "one literal, one match";
    EXPECT_LT(code.encode(bytes_of("a")).length, code.encode(bytes_of("q")).length);
}

TEST(DeflateCode, FitsLiterals) {
    const DeflateCode code = DeflateCode::fitted_to_literals(bytes_of(std::string(200, 'a') + "bcdefgh"));
    EXPECT_EQ(code.literal(std::byte{'a'}).length, 1);
    EXPECT_LT(code.literal(std::byte{'b'}).length, code.literal(std::byte{'z'}).length);
}

TEST(DeflateCode, NeverTakesMoreThanLiteralsWould) {
    const DeflateCode code = code_for({"abcabdabeabfabg"});
    const std::string piece = "abcabdabeabfabgabcabd";
    std::size_t literals = 0;
    for (const std::byte byte : bytes_of(piece)) literals += code.literal(byte).length;
    EXPECT_LT(code.encode(bytes_of(piece)).length, literals);
}

TEST(DeflateCode, IsSafeOnLongRepetition) {
    const DeflateCode code = code_for({"abc"});
    const std::vector<std::string> pieces{std::string(200'000, '\0')};
    EXPECT_EQ(inflated(spliced(code, pieces), joined(pieces).size()), joined(pieces));
}

RC_GTEST_PROP(DeflateCode, InflatesToAnyPieces,
              (const std::vector<std::string>& samples, const std::vector<std::string>& pieces)) {
    const DeflateCode code = code_for(samples);
    RC_ASSERT(inflated(spliced(code, pieces), joined(pieces).size()) == joined(pieces));
}

/// Bytes of a small alphabet repeat themselves.
RC_GTEST_PROP(DeflateCode, InflatesToPiecesThatRepeat, ()) {
    const auto piece = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
    const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
    RC_ASSERT(inflated(spliced(code_for(pieces), pieces), joined(pieces).size()) == joined(pieces));
}

}  // namespace
}  // namespace besshi::pdf::tests
