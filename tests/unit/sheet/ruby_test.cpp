#include "paged_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// Readings in a workbook: behind what they are for, in small brackets.
namespace besshi::sheet::tests {

namespace {

using ::testing::ElementsAre;

fill::Cell with_readings(std::string_view text) {
    fill::Cell made = cell("a", {0, 0}, "");
    base::RubyText read = base::read_ruby(text);
    fill::Run& run = std::get<fill::Text>(made.content).runs.emplace_back();
    run.text = std::move(read.text);
    run.rubies = std::move(read.rubies);
    return made;
}

fill::FilledForm one_cell(fill::Cell made, double width = 40) {
    fill::FilledForm filled = form({width});
    filled.sections.push_back(section("様式", {grid({10}, {std::move(made)})}));
    return filled;
}

std::vector<std::string> pieces_of(std::string_view text) {
    const SheetPlan plan = arranged(one_cell(with_readings(text)));
    std::vector<std::string> pieces;
    for (const RichRun& run : named(plan, "a").runs) pieces.push_back(run.text);
    return pieces;
}

TEST(Readings, StandInBracketsBehindTheirBases) {
    EXPECT_THAT(pieces_of("毎{日|ひ}の{文字|もじ}"), ElementsAre("毎日", "（ひ）", "の文字", "（もじ）"));
}

TEST(Readings, OfNeighboursStandTogether) {
    EXPECT_THAT(pieces_of("{児童|じ|どう}{氏名|しめい}と"), ElementsAre("児童氏名", "（じどうしめい）", "と"));
}

TEST(Readings, AreSmallerThanTheirText) {
    const SheetPlan plan = arranged(one_cell(with_readings("{日|ひ}")));
    const std::vector<RichRun>& runs = named(plan, "a").runs;
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_LT(runs[1].size, runs[0].size);
    EXPECT_GE(runs[1].size * 2, runs[0].size);
    EXPECT_EQ(runs[1].size.units % (Length::per_pt / 2), 0) << "Excel knows half points only";
}

TEST(Readings, MakeRowsHighEnoughForThem) {
    const auto height = [](std::string_view text) {
        const SheetPlan plan = arranged(one_cell(with_readings(text), 12));
        return plan.sheets[0].row_heights.at(0);
    };
    EXPECT_GT(height("{個別支援|こべつしえん}{計画|けいかく}"), height("個別支援計画"));
}

/// The part on each page has the readings of its own lines.
TEST(Readings, OfATornTextStandOnTheirPages) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += i == 0 ? "{日|ひ}" : "\n{日|ひ}";
    const SheetPlan plan = arranged(one_cell(with_readings(text)));
    std::string all;
    for (const SheetCell& part : plan.sheets[0].cells) all += text_of(part);
    std::size_t count = 0;
    for (std::size_t at = all.find("日（ひ）"); at != std::string::npos; at = all.find("日（ひ）", at + 1)) ++count;
    EXPECT_EQ(count, 60u);
}

}  // namespace

}  // namespace besshi::sheet::tests
