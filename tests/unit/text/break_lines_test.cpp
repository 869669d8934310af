#include "fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besshi::text::tests {
namespace {

using testing::ElementsAre;

TEST(BreakLines, FillsLinesFirstFit) {
    EXPECT_THAT(lines_of("あいうえおかき", 3), ElementsAre("あいう", "えおか", "き"));
}

}  // namespace
}  // namespace besshi::text::tests
