#include "pdf/piece_sums.h"

#include <gtest/gtest.h>
#include <libdeflate.h>
#include <rapidcheck/gtest.h>

namespace besshi::pdf::tests {
namespace {

Bytes bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

TEST(PieceSums, AdlerOfAKnownText) {
    Adler32 adler;
    EXPECT_EQ(adler.value(), 1u) << "RFC 1950 §8.2";
    adler.append(PieceSums::of(bytes_of("Wiki")));
    adler.append(bytes_of("pedia"));
    EXPECT_EQ(adler.value(), 0x11E60398u);
}

RC_GTEST_PROP(PieceSums, AddUpToTheSumsOfTheWhole, (std::vector<std::string> pieces)) {
    std::string whole;
    Adler32 adler;
    TableSum sum;
    for (std::string& piece : pieces) {
        if (piece.size() % 2 != 0) piece += '\xFF';
        whole += piece;
        adler.append(PieceSums::of(bytes_of(piece)));
        sum.append(PieceSums::of(bytes_of(piece)));
    }
    RC_ASSERT(adler.value() == libdeflate_adler32(1, whole.data(), whole.size()));
    whole.resize((whole.size() + 3) / 4 * 4);
    RC_ASSERT(sum.value() == table_sum(bytes_of(whole)));
}

/// Sums that pass the modulus many times.
TEST(PieceSums, AddUpForLargePieces) {
    const std::string piece(60'000, '\xFF');
    Adler32 adler;
    for (int i = 0; i < 50; ++i) adler.append(PieceSums::of(bytes_of(piece)));
    const std::string whole(50 * piece.size(), '\xFF');
    EXPECT_EQ(adler.value(), libdeflate_adler32(1, whole.data(), whole.size()));
}

}  // namespace
}  // namespace besshi::pdf::tests
