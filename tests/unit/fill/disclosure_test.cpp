#include "filled.h"

namespace besshi::fill::tests {
namespace {

using form::Purpose;
using testing::ElementsAre;
using testing::Eq;

form::RenderRequest disclosing(Purpose purpose = Purpose::record) {
    form::RenderRequest request = request_for(purpose);
    request.disclose_reason = "裁判所の調査嘱託への回答";
    return request;
}

std::vector<std::string> pointers(const Diagnostics& diagnostics, std::string_view code) {
    std::vector<std::string> found;
    for (const Diagnostic& one : diagnostics)
        if (one.code == code) found.push_back(one.origin.pointer);
    return found;
}

// ── values ──

constexpr std::string_view address_text =
    R"("{{#child.postal_code}}〒{{child.postal_code}}　{{/child.postal_code}}{{child.address}}")";

std::string case_with_address(std::string_view more) {
    return R"({"child": {"addresses": [{"postal_code": "000-0077", "address": "みどり野区西の台4丁目5番6号")" +
           std::string(more) + R"(}]}, "support_plan": {"created_on": "2025-06-27"}})";
}
const std::string secret_address = case_with_address(R"(, "secret": "support_measure")");

TEST(Disclosure, ASecretValueIsAsIfItWereMissing) {
    EXPECT_EQ(printed(address_text, case_with_address("")), "〒000-0077　みどり野区西の台4丁目5番6号");
    EXPECT_EQ(printed(address_text, secret_address), "");
    EXPECT_EQ(printed(address_text, secret_address, request_for(Purpose::sign)), "");
}

TEST(Disclosure, ThatItIsLeftOutIsToldOnceForEachValue) {
    const Diagnostics told = said(form_with_text(address_text), secret_address);
    EXPECT_FIRES("fill.disclosure.held_back", told);
    EXPECT_THAT(pointers(told, "fill.disclosure.held_back"),
                ElementsAre("/child/addresses/0/postal_code", "/child/addresses/0/address"));
    EXPECT_SILENT("fill.disclosure.held_back", said(form_with_text(address_text), case_with_address("")));
    EXPECT_SILENT("fill.disclosure.held_back", said(form_with_text("\"{{child.birth_date.wareki}}\""), secret_address));
    EXPECT_SILENT("fill.disclosure.held_back",
                  said(form_with_text(address_text), secret_address, request_for(Purpose::blank)));
}

TEST(Disclosure, ASecretValueThatIsNeededIsNoHole) {
    const auto form = form_with_text(address_text, "[needs]\nsign = [ \"child.address\", \"child.birth_date\" ]\n");
    const Diagnostics faults = said(form, secret_address, request_for(Purpose::sign));
    EXPECT_THAT(pointers(faults, "fill.need.missing"), ElementsAre("/child/birth_date"));
    EXPECT_EQ(pointers(said(form, R"({"support_plan": {"created_on": "2025-06-27"}})", request_for(Purpose::sign)),
                       "fill.need.missing")
                  .size(),
              2u);
}

TEST(Disclosure, ElementsOfListsHaveMarksOfTheirOwn) {
    constexpr std::string_view text = R"("{{#guardian.emergency}}{{name}}（{{phone}}）{{/guardian.emergency}}")";
    constexpr std::string_view json = R"({"guardians": [{"name": "見本　親子", "emergency": [
        {"name": "甲", "phone": "080-0000-0001", "secret": "nondisclosure"}, {"name": "乙", "phone": "080-0000-0002"}]}],
        "support_plan": {"created_on": "2025-06-27"}})";
    EXPECT_EQ(printed(text, json), "甲（）乙（080-0000-0002）");
}

TEST(Disclosure, AReasonShowsTheValueAndIsToldWhat) {
    const auto form = form_with_text(address_text);
    const FilledForm shown = filled(form, secret_address, disclosing());
    EXPECT_EQ(text_of(shown, "a"), "〒000-0077　みどり野区西の台4丁目5番6号");
    EXPECT_THAT(pointers(shown.disclosed, "fill.disclosure.disclosed"),
                ElementsAre("/child/addresses/0/postal_code", "/child/addresses/0/address"));
    EXPECT_FIRES("fill.disclosure.disclosed", shown.disclosed);
    EXPECT_SILENT("fill.disclosure.disclosed", filled(form, case_with_address(""), disclosing()).disclosed);
    EXPECT_SILENT("fill.disclosure.disclosed", filled(form, secret_address).disclosed);
}

/// However it is typed: full-width digits, without hyphens and blanks.
TEST(Disclosure, ASecretValueMustNotStandInAnotherText) {
    const auto with_remarks = [](std::string_view remarks) {
        return R"({"guardians": [{"name": "見本　親子", "phone": "080-0000-7301", "phone_secret": "nondisclosure"}],
            "support_plan": {"created_on": "2025-06-27", "remarks": ")" +
               std::string(remarks) + "\"}}";
    };
    const auto form = form_with_text("\"{{support_plan.remarks}}\"");
    EXPECT_FIRES("fill.disclosure.repeated", said(form, with_remarks("急ぎは 080-0000-7301 へ。")));
    EXPECT_FIRES("fill.disclosure.repeated", said(form, with_remarks("急ぎは０８０（００００）７３０１へ。")));
    EXPECT_SILENT("fill.disclosure.repeated", said(form, with_remarks("急ぎは 080-0000-7302 へ。")));
    EXPECT_SILENT("fill.disclosure.repeated",
                  said(form, with_remarks("急ぎは 080-0000-7301 へ。"), request_for(Purpose::blank)));
    EXPECT_THAT(pointers(said(form, with_remarks("080-0000-7301")), "fill.disclosure.repeated"),
                ElementsAre("/support_plan/remarks"));
    const FilledForm shown = filled(form, with_remarks("080-0000-7301"), disclosing());
    EXPECT_THAT(pointers(shown.disclosed, "fill.disclosure.disclosed"), ElementsAre("/support_plan/remarks"));
}

/// Mother and child live at one address, both marked: that is no repetition.
TEST(Disclosure, AMarkedValueIsToldOnceThoughAnotherMarkedOneIsTheSame) {
    constexpr std::string_view json =
        R"({"child": {"addresses": [{"address": "みどり野区西の台4丁目", "secret": "nondisclosure"}]},
        "guardians": [{"name": "三枝　千景", "address": "みどり野区西の台4丁目", "address_secret": "nondisclosure"}],
        "support_plan": {"created_on": "2025-06-27"}})";
    const FilledForm shown = filled(form_with_text("\"{{guardian.address}}\""), json, disclosing());
    EXPECT_THAT(pointers(shown.disclosed, "fill.disclosure.disclosed"), ElementsAre("/guardians/0/address"));
}

TEST(Disclosure, FewCharactersTellNothing) {
    constexpr std::string_view json = R"({"child": {"school_name": "東小", "class_name": "3組",
        "school_secret": "nondisclosure"}, "support_plan": {"created_on": "2025-06-27", "remarks": "3組の活動"}})";
    EXPECT_EQ(printed("\"{{child.school_name}}{{child.class_name}}{{support_plan.remarks}}\"", json), "3組の活動");
}

// ── recipients ──

form::FormDefinition letter_form() {
    return form_with_text("\"{{letter.recipient.person}}\"",
                          "for_each = { letter = \"cover_letters\" }\ndated = \"letter.issued_on\"\n");
}

/// A case with an unmarked mother, a marked father, and a letter to `recipient`.
std::string case_with_letter(std::string_view recipient) {
    return R"({"guardians": [{"name": "羽生田　剛", "withheld": "support_measure"}, {"name": "三枝　千景"}],
        "cover_letters": [{"issued_on": "2025-06-27", "recipient": )" +
           std::string(recipient) + "}]}";
}

TEST(Disclosure, NoLetterGoesToAMarkedRecipient) {
    constexpr std::string_view school = R"({"kind": "school", "name": "学校", "withheld": "nondisclosure"})";
    const Diagnostics refused = said(letter_form(), case_with_letter(school));
    EXPECT_FIRES("fill.disclosure.recipient", refused);
    EXPECT_THAT(pointers(refused, "fill.disclosure.recipient"), ElementsAre("/cover_letters/0/recipient"));
    EXPECT_SILENT("fill.disclosure.recipient",
                  said(letter_form(), case_with_letter(R"({"kind": "school", "name": "学校"})")));
    EXPECT_SILENT("fill.disclosure.recipient",
                  said(letter_form(), case_with_letter(school), request_for(Purpose::blank)));
}

TEST(Disclosure, AMarkedGuardianGetsNoLetterUnderAnyHead) {
    const auto refused = [](std::string_view recipient) {
        return besshi::tests::has_code(said(letter_form(), case_with_letter(recipient)), "fill.disclosure.recipient");
    };
    EXPECT_TRUE(refused(R"({"kind": "guardian", "person": "羽生田　剛"})"));
    EXPECT_TRUE(refused(R"({"kind": "guardian", "person": "羽生田剛"})"));
    EXPECT_TRUE(refused(R"({"kind": "other", "person": "羽生田 剛"})"));
    EXPECT_FALSE(refused(R"({"kind": "guardian", "person": "三枝　千景"})"));
    EXPECT_FALSE(refused(R"({"kind": "school", "person": "見本　教子"})"));
}

/// Of two parents it must be certain which one.
TEST(Disclosure, ALetterToAGuardianNamesOneWhoIsNotMarked) {
    const auto refused = [](std::string_view recipient) {
        return besshi::tests::has_code(said(letter_form(), case_with_letter(recipient)), "fill.disclosure.recipient");
    };
    EXPECT_TRUE(refused(R"({"kind": "guardian"})"));
    EXPECT_TRUE(refused(R"({"kind": "guardian", "person": "羽生田　豪"})"));
}

TEST(Disclosure, AReasonSendsTheLetter) {
    const FilledForm sent =
        filled(letter_form(), case_with_letter(R"({"kind": "guardian", "person": "羽生田　剛"})"), disclosing());
    EXPECT_THAT(pointers(sent.disclosed, "fill.disclosure.disclosed"), ElementsAre("/cover_letters/0/recipient"));
}

// ── signers ──

form::FormDefinition form_to_sign() {
    return form_of(
        "[[block]]\nkind = \"panel\"\nname = \"p\"\nlines = [ { min = 12, cells = \"a*4\" } ]\n"
        "[block.cell]\na = { sign = \"guardian_signature\", tip = \"保護者署名\" }\n");
}

TEST(Disclosure, AMarkedGuardianIsGivenNothingToSign) {
    const auto with_guardians = [](std::string_view guardians) {
        return R"({"support_plan": {"created_on": "2025-06-27"}, "guardians": [)" + std::string(guardians) + "]}";
    };
    constexpr std::string_view father = R"({"name": "羽生田　剛", "withheld": "support_measure")";
    const std::string alone = with_guardians(std::string(father) + "}");
    EXPECT_FIRES("fill.disclosure.signer", said(form_to_sign(), alone));
    EXPECT_FIRES("fill.disclosure.signer", said(form_to_sign(), alone, request_for(Purpose::prefilled)));
    EXPECT_THAT(pointers(said(form_to_sign(), alone), "fill.disclosure.signer"), ElementsAre("/guardians/0"));
    EXPECT_SILENT("fill.disclosure.signer", said(form_to_sign(), alone, request_for(Purpose::blank)));
    EXPECT_SILENT("fill.disclosure.signer", said(form_with_text("\"{{guardian.name}}\""), alone));
    // The one who signs goes before; of the others one who is not marked.
    const std::string mother = R"(}, {"name": "三枝　千景"})";
    EXPECT_SILENT("fill.disclosure.signer", said(form_to_sign(), with_guardians(std::string(father) + mother)));
    EXPECT_FIRES("fill.disclosure.signer",
                 said(form_to_sign(), with_guardians(std::string(father) + R"(, "signs": true)" + mother)));
    // He was no guardian any more on the form's date.
    EXPECT_SILENT("fill.disclosure.signer",
                  said(form_to_sign(), with_guardians(std::string(father) + R"(, "to": "2025-05-31"})")));
}

TEST(Disclosure, AReasonLetsHimSign) {
    const FilledForm form = filled(form_to_sign(), R"({"support_plan": {"created_on": "2025-06-27"},
        "guardians": [{"name": "羽生田　剛", "withheld": "support_measure"}]})",
                                   disclosing(Purpose::sign));
    EXPECT_THAT(pointers(form.disclosed, "fill.disclosure.disclosed"), ElementsAre("/guardians/0"));
}

}  // namespace
}  // namespace besshi::fill::tests
