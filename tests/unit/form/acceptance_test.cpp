#include "form_fixture.h"

/// `[[accept]]`: what the author of a form lives with.
namespace besshi::form::tests {

namespace {

Slip with(std::string_view acceptance) {
    return load_marked(std::string(whole_form) + std::string(acceptance));
}

TEST(Acceptances, keep_kind_cells_reason_and_line) {
    const auto loaded = load_text(std::string(whole_form) + R"toml(
[[accept]]
kind   = "shrink"
cells  = [ "who.name", "rows.goal" ]
reason = "長い氏名"
[[accept]]
kind   = "pages"
reason = "行の数による"
)toml");
    ASSERT_TRUE(loaded) << besshi::tests::list(faults_of(loaded));
    const std::vector<Acceptance>& accepted = loaded->front().accepted;
    ASSERT_EQ(accepted.size(), 2u);
    EXPECT_EQ(accepted[0].strain, Strain::shrink);
    EXPECT_EQ(accepted[0].cells, (std::vector<std::string>{"who.name", "rows.goal"}));
    EXPECT_EQ(accepted[0].reason, "長い氏名");
    EXPECT_EQ(accepted[1].strain, Strain::pages);
    EXPECT_EQ(accepted[1].line, accepted[0].line + 4);
    EXPECT_TRUE(whole().accepted.empty());
}

TEST(Acceptances, need_a_reason_a_kind_and_cells) {
    EXPECT_AT_MARK("form.key.missing", with("¦[[accept]]\nkind = \"shrink\"\ncells = [ \"who.name\" ]\n"));
    EXPECT_AT_MARK("form.key.missing", with("¦[[accept]]\nkind = \"shrink\"\nreason = \"長い\"\n"));
    EXPECT_AT_MARK("form.key.missing", with("¦[[accept]]\ncells = [ \"who.name\" ]\nreason = \"長い\"\n"));
    EXPECT_AT_MARK("form.value.word", with("[[accept]]\nkind = ¦\"smaller\"\nreason = \"長い\"\n"));
    EXPECT_AT_MARK("form.key.unknown", with("[[accept]]\nkind = \"pages\"\nreason = \"長い\"\n¦why = 1\n"));
}

TEST(Acceptances, words_of_strains_are_those_of_overflow) {
    EXPECT_EQ(to_string(Strain::shrink), "shrink");
    EXPECT_EQ(to_string(Strain::carry_over), "continue");
    EXPECT_EQ(to_string(Strain::emergency_break), "break");
}

}  // namespace

}  // namespace besshi::form::tests
