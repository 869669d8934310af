#include "filled.h"
#include "tiny_pictures.h"

/// Images and numbers in boxes.
namespace besshi::fill::tests {
namespace {

using besshi::tests::tiny_png;
using testing::ElementsAre;
using testing::SizeIs;

form::FormDefinition form_with(std::string_view content) {
    return form_of(
        "[[block]]\nkind = \"panel\"\nname = \"p\"\nlines = [ { min = 5, cells = \"a*4\" } ]\n[block.cell]\na = { " +
        std::string(content) + " }\n");
}

const form::FormDefinition& image_form() {
    static const form::FormDefinition form =
        form_with("image = \"basic_info.family_tree.image\", alt = \"basic_info.family_tree.image_text\"");
    return form;
}

Result<FilledForm> filled_with(std::string_view json, form::Purpose purpose = form::Purpose::record) {
    const auto document = value_or_throw(plan::with_images(case_of(json), {{"図.png", tiny_png(4, 3)}}));
    return bind(image_form(), document, request_for(purpose));
}

constexpr std::string_view told =
    R"({"support_plan": {"created_on": "2025-04-01"},
        "basic_info": {"family_tree": {"image": "図.png", "image_text": "父と母と\n本人"}}})";
constexpr std::string_view untold =
    R"({"support_plan": {"created_on": "2025-04-01"}, "basic_info": {"family_tree": {"image": "図.png"}}})";

TEST(Images, AreSharedWithTheCaseAndToldInItsWords) {
    const FilledForm form = value_or_throw(filled_with(told));
    const Cell& cell = cell_named(form, "a");
    const auto& image = std::get<Image>(cell.content);
    EXPECT_EQ(image.picture->bytes, tiny_png(4, 3));
    EXPECT_EQ(image.alternative.text, "父と母と\n本人");
    EXPECT_EQ(image.alternative.source, TextSource::data);
    EXPECT_EQ(image.alternative.origin.pointer, "/basic_info/family_tree/image_text");
    EXPECT_EQ(cell.origin.pointer, "/basic_info/family_tree/image");
}

TEST(Images, WithoutWordsAreCalledWhatTheirFieldIsCalled) {
    const FilledForm form = value_or_throw(filled_with(untold));
    const auto& image = std::get<Image>(cell_named(form, "a").content);
    EXPECT_EQ(image.alternative.text, "家族構成の図");
    EXPECT_EQ(image.alternative.source, TextSource::label);
    EXPECT_FIRES("fill.image.untold", form.holes);
    EXPECT_EQ(form.holes.front().origin.pointer, "/basic_info/family_tree/image");
    EXPECT_EQ(form.holes.front().severity, Severity::warning);
    EXPECT_SILENT("fill.image.untold", value_or_throw(filled_with(told)).holes);
}

TEST(Images, ThatAreAbsentOrHiddenLeaveTheCellWhite) {
    EXPECT_TRUE(std::holds_alternative<Empty>(cell_named(value_or_throw(filled_with("{}")), "a").content));
    for (const form::Purpose purpose : {form::Purpose::blank, form::Purpose::prefilled}) {
        const FilledForm form = value_or_throw(filled_with(untold, purpose));
        EXPECT_TRUE(std::holds_alternative<Empty>(cell_named(form, "a").content));
        EXPECT_SILENT("fill.image.untold", form.holes);
    }
}

TEST(Images, MustHaveBeenReadBeforeACaseIsFilledIn) {
    EXPECT_THROW((void)bind(image_form(), case_of(told), request_for(form::Purpose::record)), std::logic_error);
}

TEST(Images, StandInTheDump) {
    const std::string text = dump(value_or_throw(filled_with(told)));
    EXPECT_NE(text.find("image png 4x3"), std::string::npos);
    EXPECT_NE(text.find("alternative \"父と母と\\n本人\" (/basic_info/family_tree/image_text ←"), std::string::npos)
        << text;
}

const Digits& digits_of(const FilledForm& form) {
    return std::get<Digits>(cell_named(form, "a").content);
}

constexpr std::string_view certificate = R"({"certificates": [{"number": "0020000417"}]})";

TEST(Digits, KeepTheirNumberAndItsPlace) {
    const FilledForm form = filled(form_with("digits = \"certificate.number\", boxes = 12"), certificate);
    EXPECT_EQ(digits_of(form).run.text, "0020000417");
    EXPECT_EQ(digits_of(form).run.source, TextSource::data);
    EXPECT_EQ(digits_of(form).run.origin.pointer, "/certificates/0/number");
    EXPECT_EQ(digits_of(form).boxes, 12);
}

TEST(Digits, HaveAsManyBoxesAsTheFieldHasDigitsUnlessTheFormSaysOtherwise) {
    EXPECT_EQ(digits_of(filled(form_with("digits = \"certificate.number\""), certificate)).boxes, 10);
}

TEST(Digits, NeverLoseAnyForWantOfBoxes) {
    EXPECT_EQ(digits_of(filled(form_with("digits = \"certificate.number\", boxes = 3"), certificate)).boxes, 10);
}

TEST(Digits, ThatAreAbsentOrHiddenLeaveBoxesForThePen) {
    const auto form = form_with("digits = \"certificate.number\", boxes = 12");
    for (const FilledForm& empty : {filled(form, "{}"), filled(form, certificate, request_for(form::Purpose::blank))}) {
        EXPECT_EQ(digits_of(empty).run.text, "");
        EXPECT_EQ(digits_of(empty).boxes, 12);
    }
}

TEST(Digits, StandInTheDump) {
    const std::string text = dump(filled(form_with("digits = \"certificate.number\", boxes = 12"), certificate));
    EXPECT_NE(text.find("digits in 12 boxes"), std::string::npos);
    EXPECT_NE(text.find("data \"0020000417\" (/certificates/0/number ←"), std::string::npos) << text;
}

}  // namespace
}  // namespace besshi::fill::tests
