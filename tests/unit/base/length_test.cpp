#include "base/base.h"

#include <gtest/gtest.h>

namespace besshi {
namespace {

TEST(Length, MillimetresAndPointsAreWhole) {
    EXPECT_EQ(Length::from_mm(25.4).units, 914'400);
    EXPECT_EQ(Length::from_pt(72).units, 914'400);
    EXPECT_EQ(Length::from_mm(21.5).units, 774'000);
}

TEST(Length, ScaleRoundsToNearestAwayFromZero) {
    EXPECT_EQ(base::scale(Length{10}, 1, 4).units, 3);
    EXPECT_EQ(base::scale(Length{-10}, 1, 4).units, -3);
    EXPECT_EQ(base::scale(Length{9}, 1, 4).units, 2);
}

}  // namespace
}  // namespace besshi
