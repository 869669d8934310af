#include "unit/plan/sample_reading.h"

#include <gmock/gmock.h>

namespace besshi::plan {
namespace {

using namespace tests;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> codes_for(std::string_view json, const ReadLimits& limits = {}) {
    return codes(said(read(table(), {json, "case.json"}, std::nullopt, limits)));
}

std::string repeated(std::string_view piece, std::size_t count) {
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

TEST(Limits, FiftyMegabytesAreRefusedUnread) {
    EXPECT_THAT(codes_for("\"" + std::string(50u << 20, 'x') + "\""), ElementsAre("plan.file.too_large"));
}

TEST(Limits, AHundredThousandLevelsAreRefused) {
    EXPECT_THAT(codes_for(repeated("[", 100'000)), ElementsAre("plan.file.too_deep"));
    EXPECT_THAT(codes_for(repeated("{\"a\":", 100'000)), ElementsAre("plan.file.too_deep"));
}

TEST(Limits, FiveMillionItemsAreRefused) {
    EXPECT_THAT(codes_for("[" + repeated("0,", 5'000'000) + "0]"), ElementsAre("plan.file.too_many_items"));
}

TEST(Limits, CountToTheLastOneAllowed) {
    const ReadLimits limits{.bytes = 30, .depth = 3, .items = 4};
    EXPECT_THAT(codes_for(repeated(" ", 28) + "{}", limits), IsEmpty());
    EXPECT_THAT(codes_for(repeated(" ", 29) + "{}", limits), ElementsAre("plan.file.too_large"));
    EXPECT_THAT(codes_for(R"({"child":{"names":[]}})", limits), IsEmpty());
    EXPECT_THAT(codes_for(R"({"child":{"names":[[]]}})", limits), ElementsAre("plan.file.too_deep"));
    EXPECT_THAT(codes_for(R"({"office":{},"staff":[]})", limits), IsEmpty());
    EXPECT_THAT(codes_for(R"({"staff":[{},{},{}]})", limits), ElementsAre("plan.file.too_many_items"));
}

/// A file of nothing but faults says the first of them and how many more there are.
TEST(Limits, FaultsAreCountedPastTheFirstHundreds) {
    std::string json = "{";
    for (int i = 0; i < 190'000; ++i) json += "\"k" + std::to_string(i) + "\":0,";
    const auto result = read_case(json + "\"z\":0}");
    ASSERT_FALSE(result);
    ASSERT_EQ(result.error().size(), 501u);
    EXPECT_EQ(result.error().back().code, "plan.faults.more");
    EXPECT_THAT(result.error().back().sentence, ::testing::HasSubstr("189501"));
}

TEST(Limits, OfficeFilesAreSmall) {
    const std::string office = "[office]\nname = \"" + std::string(1u << 20, 'x') + "\"\n";
    EXPECT_THAT(codes(said(read_case("{}", office))), ElementsAre("plan.file.too_large"));
    const std::string array = "a = [" + repeated("0,", 400'000) + "]";
    EXPECT_THAT(codes(said(read_case("{}", array))), ElementsAre("plan.file.too_many_items"));
    EXPECT_THAT(codes(said(read_case("{}", "a = " + repeated("[", 100'000)))), ElementsAre("plan.toml.syntax"));
}

TEST(Limits, TextsAreMeasuredInCharactersAsAPersonCounts) {
    const auto name = [](const std::string& text) {
        return codes(said(read_case(nlohmann::json{{"child", {{"names", {{{"display_name", text}}}}}}}.dump())));
    };
    const std::string ivs = "葛\U000E0100";  // one character, two code points, seven bytes
    EXPECT_THAT(name(repeated(ivs, 24)), IsEmpty());
    EXPECT_THAT(name(repeated(ivs, 25)), ElementsAre("plan.text.longer_than_expected"));
    EXPECT_THAT(name(repeated(ivs, 240)), ElementsAre("plan.text.longer_than_expected"));
    EXPECT_THAT(name(repeated(ivs, 241)), ElementsAre("plan.text.too_long"));
}

/// A text may be as long as its field says; readings over it come on top.
TEST(Limits, ReadingsAreNotCounted) {
    const auto codes_of_intent = [](const std::string& text) {
        return codes_for(R"({"support_plan":{"intent_child":")" + text + "\"}}");
    };
    const std::size_t expected = table().find("support_plan.intent_child")->expected;
    ASSERT_GT(expected, 2u);
    const std::string rest = repeated("字", expected - 2);
    EXPECT_THAT(codes_of_intent(rest + "{漢字|かんじ}"), IsEmpty());
    EXPECT_THAT(codes_of_intent(rest + "{漢字の|かんじの}"), ElementsAre("plan.text.longer_than_expected"));
    EXPECT_THAT(codes_of_intent(rest + "{漢字|}"), ElementsAre("plan.text.longer_than_expected"));
}

}  // namespace
}  // namespace besshi::plan
