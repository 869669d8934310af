#include "unit/review/workshop.h"

#include <gmock/gmock.h>

/// What `forms lint` finds.
namespace besshi::review::tests {

namespace {

using form::Strain;
using testing::IsEmpty;
using testing::Not;

/// One line of the paper: a name in a cell of `width` columns of 5 mm.
std::string form_with_name(int width, std::string_view acceptances = {}) {
    std::string toml = R"toml(form     = "sample"
number   = "X01"
revision = 2024-05-17
in_force = 2024-04-01
dated    = "plan.created_on"
sheet    = "見本"
[page]
paper  = "A4 portrait"
margin = { top = 10, right = 5, bottom = 10, left = 5 }
[ruler]
equal = 40
[type]
face = "gothic"
size = 10
min  = 6
[[block]]
kind  = "panel"
name  = "who"
lines = [ { min = 7, cells = "name*WIDTH REST" } ]
[block.cell]
name = { text = "{{child.name}}", overflow = [ "shrink" ], wrap = false }
)toml";
    toml.replace(toml.find("WIDTH"), 5, std::to_string(width));
    toml.replace(toml.find(" REST"), 5, width < 40 ? " _*" + std::to_string(40 - width) : "");
    return toml.append(acceptances);
}

constexpr std::string_view shrink_accepted = R"toml([[accept]]
kind   = "shrink"
cells  = [ "who.name" ]
reason = "長い氏名"
)toml";

TEST(Lint, TellsWhichCellShrinksAndToWhatSize) {
    const form::FormDefinition form = load_small(form_with_name(14));
    const Lint lint = review::lint(form, small_workshop());
    ASSERT_THAT(lint.expected.refusals, IsEmpty()) << list(lint.expected.refusals);
    ASSERT_EQ(lint.expected.findings.size(), 1u);
    const Finding& finding = lint.expected.findings.front();
    EXPECT_EQ(finding.strain, Strain::shrink);
    EXPECT_EQ(finding.cell, "who.name");
    EXPECT_EQ(finding.label, "児童氏名");
    EXPECT_EQ(finding.places, 1u);
    EXPECT_LT(finding.size, Length::from_pt(10));
    EXPECT_GE(finding.size, Length::from_pt(6));
    EXPECT_THAT(lint.blank.findings, IsEmpty());
    EXPECT_FALSE(is_clean(lint));
}

TEST(Lint, IsSilentWhereThereIsRoom) {
    const form::FormDefinition form = load_small(form_with_name(40));
    const Lint lint = review::lint(form, small_workshop());
    EXPECT_THAT(lint.expected.findings, IsEmpty());
    EXPECT_THAT(lint.limit.findings, Not(IsEmpty())) << "240 characters do not fit";
    EXPECT_TRUE(is_clean(lint)) << "what happens at the limit is no fault";
    EXPECT_EQ(lint.blank.pages, 1);
}

TEST(Lint, AnAcceptanceWithItsReasonSilencesOneStrainOfOneCell) {
    const form::FormDefinition form = load_small(form_with_name(14, shrink_accepted));
    const std::vector<Lint> lints{review::lint(form, small_workshop())};
    EXPECT_EQ(lints.front().expected.findings.front().accepted_as, "長い氏名");
    EXPECT_TRUE(is_clean(lints.front()));
    EXPECT_THAT(find_unused(lints), IsEmpty());

    std::string other(shrink_accepted);
    other.replace(other.find("shrink"), 6, "narrow");
    const form::FormDefinition wrong = load_small(form_with_name(14, other));
    EXPECT_FALSE(is_clean(review::lint(wrong, small_workshop())));
}

TEST(Lint, TellsAcceptancesThatNothingNeeds) {
    const form::FormDefinition form = load_small(form_with_name(40, shrink_accepted));
    const std::vector<Lint> lints{review::lint(form, small_workshop())};
    const std::vector<UnusedAcceptance> unused = find_unused(lints);
    ASSERT_EQ(unused.size(), 1u);
    EXPECT_EQ(unused.front().cell, "who.name");
    EXPECT_EQ(unused.front().line, form.accepted.front().line);
}

TEST(Lint, TellsThatPagesAreAdded) {
    std::string toml = form_with_name(14);
    toml.replace(toml.find("[ \"shrink\" ], wrap = false"), 26, "[ \"grow\" ]");
    toml.replace(toml.find("{{child.name}}"), 14, "{{#plan.rows}}{{goal}}\\n{{/plan.rows}}");
    const form::FormDefinition form = load_small(toml);
    const Lint lint = review::lint(form, small_workshop());
    ASSERT_THAT(lint.limit.refusals, IsEmpty()) << list(lint.limit.refusals);
    EXPECT_GT(lint.limit.pages, 1);
    EXPECT_EQ(lint.limit.findings.back().strain, Strain::pages);
}

TEST(Lint, TellsASignatureFieldNoSigningProgramWillLookFor) {
    const auto signed_as = [](std::string_view name, std::string_view acceptance = {}) {
        std::string toml = form_with_name(40, acceptance);
        toml.replace(toml.find("min = 7"), 7, "min = 10");
        const std::string_view text = "{ text = \"{{child.name}}\", overflow = [ \"shrink\" ], wrap = false }";
        toml.replace(toml.find(text), text.size(), "{ sign = \"" + std::string(name) + "\", tip = \"署名\" }");
        return load_small(toml);
    };
    EXPECT_TRUE(is_clean(review::lint(signed_as("manager_signature"), small_workshop())));

    const form::FormDefinition form = signed_as("receiver_signature");
    const Lint lint = review::lint(form, small_workshop());
    ASSERT_EQ(lint.expected.findings.size(), 1u);
    EXPECT_EQ(lint.expected.findings.front().strain, Strain::signature);
    EXPECT_EQ(lint.expected.findings.front().cell, "who.name");
    EXPECT_EQ(lint.expected.findings.front().label, "receiver_signature");
    EXPECT_FALSE(is_clean(lint));

    const form::FormDefinition accepted = signed_as(
        "child_signature", "[[accept]]\nkind = \"signature\"\ncells = [ \"who.name\" ]\nreason = \"本人も書く\"\n");
    const std::vector<Lint> lints{review::lint(accepted, small_workshop())};
    EXPECT_TRUE(is_clean(lints.front()));
    EXPECT_THAT(find_unused(lints), IsEmpty());
}

TEST(Lint, AFormThatCannotBeLaidOutIsNotClean) {
    std::string toml = form_with_name(40, shrink_accepted);
    toml.replace(toml.find("top = 10"), 8, "top = 295");
    toml.replace(toml.find("bottom = 10"), 11, "bottom = 1");
    const form::FormDefinition form = load_small(toml);
    const Lint lint = review::lint(form, small_workshop());
    EXPECT_THAT(lint.expected.refusals, Not(IsEmpty()));
    EXPECT_FALSE(is_clean(lint));
}

TEST(Lint, EveryFormOfTheProjectCanBePrintedAtEveryLength) {
    for (const form::FormDefinition& form : catalogue().definitions()) {
        const Lint lint = review::lint(form, {plan::tests::table(), text::tests::fonts()});
        for (const Trial* trial : {&lint.blank, &lint.expected, &lint.limit})
            EXPECT_THAT(trial->refusals, IsEmpty()) << form.document.id << "\n" << list(trial->refusals);
    }
}

TEST(Lint, EveryFindingInAFormOfTheProjectHasItsReason) {
    std::map<std::string, std::vector<Lint>> by_file;
    for (const form::FormDefinition& form : catalogue().definitions())
        by_file[form.file].push_back(review::lint(form, {plan::tests::table(), text::tests::fonts()}));
    for (const auto& [file, lints] : by_file) {
        for (const Lint& lint : lints)
            EXPECT_TRUE(is_clean(lint)) << "besshi forms lint " << lint.form->document.number;
        for (const UnusedAcceptance& unused : find_unused(lints))
            ADD_FAILURE() << file << ":" << unused.line << " accepts what does not happen: " << unused.cell;
    }
}

}  // namespace

}  // namespace besshi::review::tests
