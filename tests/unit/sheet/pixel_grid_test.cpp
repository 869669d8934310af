#include "sheet/pixel_grid.h"

#include "paged_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besshi::sheet::tests {

namespace {

using ::testing::ElementsAre;

TEST(PixelGrid, BodyTypeBecomesElevenPoints) {
    EXPECT_EQ(comfortable_percent(pt(10.2)), 93);  // the scale of the national file
    EXPECT_EQ(comfortable_percent(pt(8)), 73);
    EXPECT_EQ(comfortable_percent(pt(6.7)), 61);  // the scale of the Tokyo file
    EXPECT_EQ(comfortable_percent(pt(11)), 100);
    EXPECT_EQ(comfortable_percent(pt(0.5)), 10);
    EXPECT_EQ(comfortable_percent(pt(60)), 400);
}

TEST(PixelGrid, TypeSizesAreHalfPoints) {
    EXPECT_EQ(excel_type_size(pt(10.2), 93), pt(11));
    EXPECT_EQ(excel_type_size(pt(13.0), 93), pt(14));  // the title of the national file
    EXPECT_EQ(excel_type_size(pt(9.3), 93), pt(10));
    EXPECT_EQ(excel_type_size(pt(9.8), 93), pt(10.5));
    EXPECT_EQ(excel_type_size(pt(0.1), 100), pt(1));
}

TEST(PixelGrid, ColumnsOfF01) {
    std::vector<Length> edges = {mm(18.15)};
    for (const double width : {21.5, 39.6, 68.1, 32.5, 14.2, 25.4, 47.4, 12.0})
        edges.push_back(edges.back() + mm(width));
    EXPECT_THAT(pixels(column_widths(edges, 93)), ElementsAre(87, 161, 277, 132, 58, 103, 193, 48));
}

TEST(PixelGrid, RoundingNeverAddsUp) {
    std::vector<Length> edges = {{}};
    for (int i = 0; i < 63; ++i) edges.push_back(edges.back() + mm(4.21));
    Length right;
    const std::vector<Length> widths = column_widths(edges, 55);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        right += widths[i];
        const Length error = right - base::scale(edges[i + 1], 100, 55);
        EXPECT_LE(std::abs(error.units), pixel.units / 2) << "edge " << i + 1;
    }
}

TEST(PixelGrid, NoColumnIsHidden) {
    EXPECT_THAT(pixels(column_widths(std::vector<Length>{{}, mm(0.01), mm(10)}, 100)), ElementsAre(1, 38));
}

}  // namespace

}  // namespace besshi::sheet::tests
