#include "base/base.h"

#include <gtest/gtest.h>

namespace besshi::base {
namespace {

constexpr Length mm(std::int64_t count) {
    return Length{count * Length::per_mm};
}

Picture picture_of(int width, int height) {
    Picture picture;
    picture.width = width;
    picture.height = height;
    return picture;
}

TEST(Picture, WideInTallRoomTakesItsWidthAndStandsInTheMiddle) {
    const Rect room{mm(10), mm(20), mm(40), mm(60)};
    EXPECT_EQ(fit_into(room, picture_of(200, 100)), (Rect{mm(10), mm(40), mm(40), mm(20)}));
}

TEST(Picture, TallInWideRoomTakesItsHeightAndStandsInTheMiddle) {
    const Rect room{mm(10), mm(20), mm(60), mm(30)};
    EXPECT_EQ(fit_into(room, picture_of(50, 100)), (Rect{mm(32) + mm(1) / 2, mm(20), mm(15), mm(30)}));
}

TEST(Picture, OfTheSameProportionsFillsTheRoom) {
    const Rect room{mm(0), mm(0), mm(60), mm(30)};
    EXPECT_EQ(fit_into(room, picture_of(8, 4)), room);
}

TEST(Picture, FormatsAreCalledAsInMediaTypes) {
    EXPECT_EQ(to_string(Picture::Format::png), "png");
    EXPECT_EQ(to_string(Picture::Format::jpeg), "jpeg");
}

}  // namespace
}  // namespace besshi::base
