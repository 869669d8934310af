#include "synth/made_up.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

/// Texts of exactly so many characters.
namespace besshi::synth::tests {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto makers = {made_up_prose, made_up_line, made_up_name, made_up_kana, made_up_digits, made_up_phone};

RC_GTEST_PROP(MadeUpTexts, HaveExactlyTheCharactersWanted, ()) {
    const auto characters = *rc::gen::inRange<std::size_t>(1, 3000);
    const auto number = *rc::gen::inRange<std::size_t>(0, 100);
    for (const Amount amount : {Amount::expected, Amount::rarest})
        for (const auto maker : makers) {
            const std::string text = maker({characters, number, amount});
            RC_ASSERT(base::count_characters(text) == characters);
            RC_ASSERT(base::find_ill_formed_utf8(text) == std::string_view::npos);
            RC_ASSERT(text == maker({characters, number, amount}));
        }
}

TEST(MadeUpTexts, ProseHasAllThatLineBreakingCares) {
    const std::string prose = made_up_prose({400, 0, Amount::expected});
    for (const char* sign : {"、", "。", "「", "」", "（", "……", "①", "PECS", "15", "\n"})
        EXPECT_THAT(prose, HasSubstr(sign));
    EXPECT_FALSE(prose.ends_with('\n'));
}

TEST(MadeUpTexts, OthersHaveOneLine) {
    for (const auto maker : {made_up_line, made_up_name, made_up_kana, made_up_digits, made_up_phone})
        EXPECT_THAT(maker({500, 0, Amount::rarest}), Not(HasSubstr("\n")));
}

TEST(MadeUpTexts, TheRarestKeepTheirVariationSelectors) {
    const std::string names = made_up_name({60, 0, Amount::rarest});
    for (const char* kanji : {"𠮷", "髙", "﨑", "葛󠄀", "邉󠄁", "辻󠄀"}) EXPECT_THAT(names, HasSubstr(kanji));
    for (std::size_t characters = 1; characters < 40; ++characters) {
        const std::string prose = made_up_prose({characters, 1, Amount::rarest});
        EXPECT_EQ(base::count_characters(prose), characters);
    }
    EXPECT_EQ(made_up_name({4, 2, Amount::rarest}), "渡邉󠄁　𣘺");
}

TEST(MadeUpTexts, NeighboursDiffer) {
    EXPECT_NE(made_up_prose({50, 0, Amount::expected}), made_up_prose({50, 1, Amount::expected}));
}

}  // namespace

}  // namespace besshi::synth::tests
