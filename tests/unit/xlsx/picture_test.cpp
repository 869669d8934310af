#include "expect_diagnostic.h"
#include "tiny_pictures.h"
#include "workbook_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// Pictures over cells.
namespace besshi::xlsx::tests {
namespace {

using besshi::tests::faults_of;
using sheet::pixel;
using testing::HasSubstr;

sheet::SheetPlan plan_with(SharedPicture picture, Rect place, std::string alternative = "家族の図") {
    sheet::SheetPlan plan = small_plan();  // columns of 80 pixels, rows of 20
    sheet::SheetPicture over;
    over.picture = std::move(picture);
    over.alternative = std::move(alternative);
    over.row = 1;
    over.column = 1;
    over.place = place;
    plan.sheets[0].pictures.push_back(std::move(over));
    return plan;
}

constexpr Rect small{pixel * 3, pixel * 2, pixel * 40, pixel * 30};

TEST(Pictures, CoverTheirPlaceWhateverTheirOwnSize) {
    for (const SharedPicture& picture : {besshi::tests::tiny_picture(4, 3), besshi::tests::tiny_photo(200, 150)}) {
        const std::string xml = part(written(plan_with(picture, small)), "xl/drawings/drawing1.xml");
        constexpr int emu = 9525;  // per pixel
        EXPECT_THAT(xml, HasSubstr("<xdr:from><xdr:col>1</xdr:col><xdr:colOff>" + std::to_string(3 * emu)));
        EXPECT_THAT(xml, HasSubstr("<xdr:row>1</xdr:row><xdr:rowOff>" + std::to_string(2 * emu)));
        EXPECT_THAT(xml, HasSubstr("<xdr:to><xdr:col>1</xdr:col><xdr:colOff>" + std::to_string(43 * emu)));
        EXPECT_THAT(xml, HasSubstr("<xdr:row>2</xdr:row><xdr:rowOff>" + std::to_string(12 * emu)));
    }
}

TEST(Pictures, BeginBehindNarrowColumnsToo) {
    const std::string xml =
        part(written(plan_with(besshi::tests::tiny_picture(), {pixel * 90, pixel * 25, pixel * 40, pixel * 10})),
             "xl/drawings/drawing1.xml");
    EXPECT_THAT(xml, HasSubstr("<xdr:from><xdr:col>2</xdr:col><xdr:colOff>" + std::to_string(10 * 9525)));
    EXPECT_THAT(xml, HasSubstr("<xdr:row>2</xdr:row><xdr:rowOff>" + std::to_string(5 * 9525)));
}

TEST(Pictures, HaveTheirWords) {
    const std::string xml = part(written(plan_with(besshi::tests::tiny_picture(), small, "父と\"母\"\n<本人>")),
                                 "xl/drawings/drawing1.xml");
    EXPECT_THAT(xml, HasSubstr("descr=\"父と&quot;母&quot;&#xA;&lt;本人&gt;\""));
}

TEST(Pictures, AreInTheFileAsTheyWere) {
    const SharedPicture picture = besshi::tests::tiny_picture();
    EXPECT_EQ(written(plan_with(picture, small)), written(plan_with(picture, small)));
    const std::string types = part(written(plan_with(besshi::tests::tiny_photo(), small)), "[Content_Types].xml");
    EXPECT_THAT(types, HasSubstr("image/jpeg"));
}

TEST(Pictures, OutsideTheSheetAreRefused) {
    sheet::SheetPlan outside = plan_with(besshi::tests::tiny_picture(), small);
    outside.sheets[0].pictures[0].row = 4;
    EXPECT_FIRES("xlsx.plan.broken", faults_of(write(outside)));
    EXPECT_FIRES("xlsx.plan.broken", faults_of(write(plan_with(besshi::tests::tiny_picture(), {}))));
    EXPECT_FIRES("xlsx.text.forbidden_character",
                 faults_of(write(plan_with(besshi::tests::tiny_picture(), small, "\x01"))));
    EXPECT_SILENT("xlsx.plan.broken", faults_of(write(plan_with(besshi::tests::tiny_picture(), small))));
}

}  // namespace
}  // namespace besshi::xlsx::tests
