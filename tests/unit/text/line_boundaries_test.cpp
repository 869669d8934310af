#include "text/line_boundaries.h"

#include "fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besshi::text::tests {
namespace {

using testing::ElementsAre;

Characters characters_of(const std::string& text) {
    const StyledRun run = plain(text);
    Characters characters;
    characters.assign({&run, 1});
    return characters;
}

TEST(LineBoundaries, AreInsideTheRangeAsIfNothingStoodAroundIt) {
    const Characters characters = characters_of("見https://a.example/b?cを");
    std::vector<std::uint32_t> boundaries{99};
    find_line_boundaries(characters, {1, characters.size() - 1}, boundaries);
    EXPECT_THAT(boundaries, ElementsAre(9, 19, 21)) << "after the slashes and the question mark";
    find_line_boundaries(characters, {1, 6}, boundaries);
    EXPECT_TRUE(boundaries.empty());
}

TEST(LineBoundaries, CountCharactersNotUnitsOfUtf16) {
    std::vector<std::uint32_t> boundaries;
    find_line_boundaries(characters_of("𠮷a-b"), {0, 4}, boundaries);
    EXPECT_THAT(boundaries, ElementsAre(1, 3));
}

TEST(LineBoundaries, OfPhrasesAreTheDictionarys) {
    std::vector<std::uint32_t> first, again;
    find_phrase_boundaries(characters_of("日常生活において支援を"), first);
    find_phrase_boundaries(characters_of("日常生活において支援を"), again);
    EXPECT_EQ(first, again);
    EXPECT_FALSE(first.empty());
    EXPECT_LT(first.size(), 4U) << "not between any two characters";
}

}  // namespace
}  // namespace besshi::text::tests
