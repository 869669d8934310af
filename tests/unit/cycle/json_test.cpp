#include "unit/cycle/case_at_hand.h"

#include <gmock/gmock.h>

namespace besshi::cycle {
namespace {

using tests::root;

TEST(Json, TheSamplesKeepEveryValueAndTheirOrder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "samples")) {
        if (entry.path().extension() != ".json") continue;
        const Json document = parse_json(tests::read_bytes(entry.path()));
        const std::string written = to_text(document);
        EXPECT_TRUE(parse_json(written) == document) << entry.path();
        EXPECT_TRUE(to_text(parse_json(written)) == written) << entry.path();
    }
}

TEST(Json, KeepsOrderNumbersAndEmptyValues) {
    const std::string text =
        "{\n  \"b\": \"\",\n  \"a\": null,\n  \"n\": -12,\n  \"t\": true,\n  \"l\": [],\n  \"o\": {}\n}\n";
    EXPECT_EQ(to_text(parse_json(text)), text);
}

TEST(Json, WritesWhatCannotBeSeenAsEscapes) {
    EXPECT_EQ(to_text(Json::Object{{"a", "か\u3099\u00A0\u200B\uFEFF\u0001\"\\\n"}}),
              "{\n  \"a\": \"か\\u3099\\u00A0\\u200B\\uFEFF\\u0001\\\"\\\\\\n\"\n}\n");
}

TEST(Json, BreaksWhatIsWiderThanALine) {
    const std::string narrow(98, 'x'), wide(99, 'x');
    EXPECT_EQ(to_text(Json::Object{{"a", Json::List{narrow}}}), "{\n  \"a\": [\"" + narrow + "\"]\n}\n");
    EXPECT_EQ(to_text(Json::Object{{"a", Json::List{wide}}}), "{\n  \"a\": [\n    \"" + wide + "\"\n  ]\n}\n");
}

TEST(Json, ANewMemberStandsWhereTheFieldTableHasIt) {
    Json document = parse_json(R"({"case_number": "c-1", "support_plan": {"created_on": "", "rows": []}})");
    *make_place(document, tests::table(), "support_plan.period").value = tests::period("2025-04-01", "2025-09-30");
    *make_place(document, tests::table(), "child.names.1.family_name").value = "見本";
    EXPECT_EQ(document, parse_json(R"({"case_number": "c-1", "child": {"names": [null, {"family_name": "見本"}]},
        "support_plan": {"created_on": "", "period": {"from": "2025-04-01", "to": "2025-09-30"}, "rows": []}})"));
    EXPECT_EQ(std::get<Json::Object>(document.content)[1].key, "child");
}

TEST(Json, FindsEveryWrittenPlaceOfAPath) {
    Json document = parse_json(
        R"({"support_plan": {"hours_tables": [{"consented_on": "2025-04-01"}, {"consented_on": ""}, {"consented_on": "2025-05-01"}]},
            "confirmations": {"allergy": {"on": "2025-04-01"}}})");
    const auto consents = find_places(document, tests::table(), "support_plan.hours_tables[].consented_on");
    ASSERT_EQ(consents.size(), 2u);
    EXPECT_EQ(consents[1].pointer, "/support_plan/hours_tables/2/consented_on");
    EXPECT_EQ(consents[1].label, "別表の同意日");
    const auto facts = find_places(document, tests::table(), "confirmations{}");
    ASSERT_EQ(facts.size(), 1u);
    EXPECT_EQ(facts[0].label, "アレルギー");
}

TEST(Json, ABlankBlockHasAllItsKeysAndNothingInThem) {
    for (const char* name : {"meeting", "office_monitoring", "use_plan", "assessment"}) {
        const Json empty = blank(*tests::table().find(name));
        EXPECT_TRUE(empty.is_empty()) << name;
        EXPECT_EQ(std::get<Json::Object>(empty.content).size(), tests::table().find(name)->children.size()) << name;
    }
}

}  // namespace
}  // namespace besshi::cycle
