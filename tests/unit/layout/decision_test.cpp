#include "unit/layout/form_builder.h"

#include "expect_diagnostic.h"

#include <gmock/gmock.h>

/// What the maker of a document is told about texts that did not fit.
namespace besshi::layout::tests {
namespace {

using Kind = Decision::Kind;

Decision decision(Kind kind, std::int64_t amount) {
    return {.kind = kind,
            .origin = {.pointer = "/support_plan/policy", .file = {}, .line = 0, .column = 0},
            .cell = "policy",
            .label = "総合的な支援の方針",
            .amount = amount};
}

Diagnostics reported(Kind kind, std::int64_t amount) {
    return report(std::vector{decision(kind, amount)});
}

TEST(Report, EachDecisionHasItsSentence) {
    EXPECT_FIRES("layout.text.shrunk", reported(Kind::shrunk, 825));
    EXPECT_FIRES("layout.text.narrowed", reported(Kind::narrowed, 900));
    EXPECT_FIRES("layout.rows.grown", reported(Kind::grown, 1800));
    EXPECT_FIRES("layout.text.broken", reported(Kind::emergency_break, 2));
    EXPECT_FIRES("layout.text.noted", reported(Kind::noted, 1));
    EXPECT_FIRES("layout.text.carried_over", reported(Kind::carried_over, 1));
    EXPECT_FIRES("layout.size.chosen", reported(Kind::size_chosen, Length::from_pt(9.5).units));
}

TEST(Report, SaysWhatWasDecidedAndNothingElse) {
    const Diagnostics shrunk = reported(Kind::shrunk, 825);
    EXPECT_SILENT("layout.text.narrowed", shrunk);
    EXPECT_SILENT("layout.rows.grown", shrunk);
    EXPECT_SILENT("layout.text.broken", shrunk);
    EXPECT_SILENT("layout.text.noted", shrunk);
    EXPECT_SILENT("layout.text.carried_over", shrunk);
    EXPECT_SILENT("layout.size.chosen", shrunk);
    EXPECT_SILENT("layout.text.shrunk", reported(Kind::narrowed, 900));
    EXPECT_THAT(shrunk.front().sentence, testing::HasSubstr("「総合的な支援の方針」"));
    EXPECT_THAT(shrunk.front().sentence, testing::HasSubstr("82.5 ％"));
    EXPECT_EQ(shrunk.front().origin.pointer, "/support_plan/policy");
    EXPECT_EQ(shrunk.front().severity, Severity::note);
}

TEST(Report, TheFormsOwnWordsAreNobodysConcern) {
    Decision of_form = decision(Kind::shrunk, 825);
    of_form.origin.pointer.clear();
    EXPECT_TRUE(report(std::vector{of_form}).empty());
    EXPECT_FALSE(is_adapted(of_form));
}

TEST(Report, RowsThatGrewAndTheSizeChosenAreAsTheFormAsks) {
    EXPECT_FALSE(is_adapted(decision(Kind::grown, 1800)));
    EXPECT_FALSE(is_adapted(decision(Kind::size_chosen, 1)));
    for (const Kind kind : {Kind::shrunk, Kind::narrowed, Kind::emergency_break, Kind::noted, Kind::carried_over}) {
        EXPECT_TRUE(is_adapted(decision(kind, 1)));
    }
}

PagedForm with_label(fill::Run label) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "a");
    add_row(grid, 6);
    add_cell(grid, {}, fill::Text{.runs = {std::move(label)}, .hang = {}}).labels = {1};
    add_cell(grid, {.column = 1}, "あいうえお").style.overflow = {form::Overflow::shrink};
    return laid_out(std::move(form));
}

TEST(Decisions, NameACellByTheWordsOfTheFormThatHeadIt) {
    EXPECT_EQ(with_label(run("目\n標", fill::TextSource::label)).decisions.back().label, "目標");
}

TEST(Decisions, NeverNameACellByData) {
    EXPECT_EQ(with_label(run("花子", fill::TextSource::data)).decisions.back().label, "a.2");
}

}  // namespace
}  // namespace besshi::layout::tests
