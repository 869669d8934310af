#include "unit/plan/sample_reading.h"

#include <gmock/gmock.h>

namespace besshi::plan {
namespace {

using namespace tests;
using ::testing::ElementsAre;

CaseDocument read_or_throw(std::string_view json) {
    auto result = read_case(json);
    if (!result) throw std::runtime_error(besshi::tests::list(result.error()));
    return std::move(*result);
}

std::string found(const CaseDocument& document, std::string_view name, std::optional<Date> on = std::nullopt) {
    const Value* value = document.find(nullptr, name, on);
    return value ? std::get<std::string>(value->content) : "nothing";
}

std::vector<std::string_view> keys(const Value& object) {
    std::vector<std::string_view> all;
    for (const Member& member : std::get<std::vector<Member>>(object.content)) all.push_back(member.key);
    return all;
}

TEST(CaseDocument, HoldsTypedValues) {
    const CaseDocument document = read_or_throw(R"({"support_plan":{
        "created_on":"2025-09-22","period":{"from":"2025-10-01","to":"2026-03-31"},"transport":{"provided":false},
        "rows":[{"item":"family_support","priority":3,"domains":["motor_sensory"]}],
        "hours_tables":[{"days":{"wed":{"start":"14:30"}}}]},
        "certificates":[{"copay_limit_yen":4600}],
        "use_plan_draft":{"week":{"plan_start_month":"2025-04"}}})");
    const auto content = [&](std::string_view name) { return document.find(nullptr, name, std::nullopt)->content; };
    EXPECT_EQ(std::get<Date>(content("support_plan.created_on")), (Date{2025, 9, 22}));
    EXPECT_EQ(std::get<Period>(content("support_plan.period")), (Period{{2025, 10, 1}, {2026, 3, 31}}));
    EXPECT_EQ(std::get<bool>(content("support_plan.transport.provided")), false);
    EXPECT_EQ(std::get<std::int64_t>(content("certificate.copay_limit_yen")), 4600);
    EXPECT_EQ(std::get<Month>(content("use_plan_draft.week.plan_start_month")), (Month{2025, 4}));
    const Value& table = *document.find(nullptr, "support_plan.hours_tables", std::nullopt)->elements().front();
    EXPECT_EQ(std::get<ClockTime>(document.find(&table, "days.wed.start", std::nullopt)->content).minutes, 870);
    const Value& row = *document.find(nullptr, "support_plan.rows", std::nullopt)->elements().front();
    EXPECT_EQ(std::get<const field::Code*>(row.find("item")->content)->word, "家族支援");
    EXPECT_EQ(row.find("domains")->elements().front()->pointer, "/support_plan/rows/0/domains/0");
}

TEST(CaseDocument, AbsentIsAbsent) {
    const CaseDocument document = read_or_throw(R"({"case_number":null,"child":{"grade":"","handbooks":[],"names":[{}]},
        "support_plan":{"remarks":"","period":{},"created_on":""},"certificates":[{"number":""}]})");
    EXPECT_TRUE(keys(document.root()).empty());
    EXPECT_EQ(document.find(nullptr, "child.grade", std::nullopt), nullptr);
}

TEST(CaseDocument, KeepsTheOrderOfTheFieldTable) {
    const CaseDocument document = read_or_throw(R"({"support_plan":{"remarks":"r","created_on":"2025-04-01",
        "hours_tables":[{"days":{"sun":{"note":"z"},"mon":{"note":"a"}}}]},"case_number":"1"})");
    EXPECT_THAT(keys(document.root()), ElementsAre("case_number", "support_plan"));
    EXPECT_THAT(keys(*document.root().find("support_plan")), ElementsAre("created_on", "hours_tables", "remarks"));
    const Value& days =
        *document.find(nullptr, "support_plan.hours_tables", std::nullopt)->elements().front()->find("days");
    EXPECT_THAT(keys(days), ElementsAre("mon", "sun"));
    EXPECT_EQ(days.find("sun")->pointer, "/support_plan/hours_tables/0/days/sun");
}

TEST(CaseDocument, FollowsReferencesIntoTheOffice) {
    const auto document = read_case(R"({"support_plan":{"author":"s2"},"consultations":[{"office":"k1"}]})",
                                    "[[staff]]\nid = \"s1\"\nname = \"甲\"\n[[staff]]\nid = \"s2\"\nname = \"乙\"\n"
                                    "[[consultation_offices]]\nid = \"k1\"\nname = \"環\"\n");
    ASSERT_TRUE(document) << besshi::tests::list(document.error());
    EXPECT_EQ(found(*document, "support_plan.author.name"), "乙");
    EXPECT_EQ(found(*document, "consultation.office.name"), "環");
    EXPECT_EQ(document->find(nullptr, "support_plan.author.name", std::nullopt)->pointer, "/staff/1/name");
    const Value* author = document->find(nullptr, "support_plan.author", std::nullopt);
    EXPECT_EQ(found(*document, "support_plan.author.id"), "s2");
    EXPECT_EQ(std::get<Reference>(author->content).element->pointer, "/staff/1");
}

TEST(CaseDocument, FactsInForceOnTheDay) {
    const CaseDocument document = read_or_throw(R"({"child":{"birth_date":"2017-06-18","names":[
        {"display_name":"旧","to":"2024-06-30"},{"display_name":"新","from":"2024-07-01","to":"2025-12-31"}],
        "addresses":[{"address":"都"}]}})");
    EXPECT_EQ(found(document, "child.display_name", Date{2024, 6, 30}), "旧");
    EXPECT_EQ(found(document, "child.display_name", Date{2024, 7, 1}), "新");
    EXPECT_EQ(found(document, "child.display_name", Date{2025, 12, 31}), "新");
    EXPECT_EQ(found(document, "child.display_name", Date{2026, 1, 1}), "nothing");
    EXPECT_EQ(found(document, "child.display_name"), "新");  // without a date the newest
    EXPECT_EQ(found(document, "child.address", Date{2026, 1, 1}), "都");
    EXPECT_EQ(std::get<Date>(document.find(nullptr, "child.birth_date", std::nullopt)->content), (Date{2017, 6, 18}));
}

TEST(CaseDocument, TheGuardianIsTheOneWhoSigns) {
    const CaseDocument document = read_or_throw(R"({"guardians":[{"name":"父"},
        {"name":"祖母","signs":true,"to":"2024-03-31"},{"name":"母","signs":true,"from":"2024-04-01"}]})");
    EXPECT_EQ(found(document, "guardian.name", Date{2024, 3, 31}), "祖母");
    EXPECT_EQ(found(document, "guardian.name", Date{2024, 4, 1}), "母");
    EXPECT_EQ(document.find(nullptr, "guardian", Date{2024, 4, 1})->pointer, "/guardians/2");
    const CaseDocument nobody_signs = read_or_throw(R"({"guardians":[{"name":"父"},{"name":"母"}]})");
    EXPECT_EQ(found(nobody_signs, "guardian.name", Date{2024, 4, 1}), "父");
}

TEST(CaseDocument, WithoutADateTheGuardianWhoSignsStillDoes) {
    const CaseDocument document =
        read_or_throw(R"({"guardians":[{"name":"父","from":"2024-04-01"},{"name":"母","signs":true}]})");
    EXPECT_EQ(found(document, "guardian.name"), "母");
}

TEST(CaseDocument, AMarkedGuardianComesAfterTheOthers) {
    const CaseDocument document =
        read_or_throw(R"({"guardians":[{"name":"父","withheld":"support_measure"},{"name":"母"},{"name":"祖母"}]})");
    EXPECT_EQ(found(document, "guardian.name", Date{2024, 4, 1}), "母");
    const CaseDocument he_signs =
        read_or_throw(R"({"guardians":[{"name":"父","withheld":"support_measure","signs":true},{"name":"母"}]})");
    EXPECT_EQ(found(he_signs, "guardian.name", Date{2024, 4, 1}), "父");
}

TEST(CaseDocument, AMarkIsOnTheValuesBesideIt) {
    const CaseDocument document = read_or_throw(R"({"child":{"addresses":[{"postal_code":"000-0001","address":"旧",
        "to":"2024-03-31"},{"postal_code":"000-0002","address":"新","secret":"support_measure","from":"2024-04-01"}],
        "school_name":"小","grade":"2年","school_secret":null}})");
    const auto mark = [&](const char* name, Date on) -> std::string {
        const Value* value = document.find(nullptr, name, on);
        return value->withheld ? value->withheld->word : "shown";
    };
    EXPECT_EQ(mark("child.address", {2024, 3, 31}), "shown");
    EXPECT_EQ(mark("child.address", {2024, 4, 1}), "支援措置");
    EXPECT_EQ(mark("child.postal_code", {2024, 4, 1}), "支援措置");
    EXPECT_EQ(mark("child.from", {2024, 4, 1}), "shown");
    EXPECT_EQ(mark("child.school_name", {2024, 4, 1}), "shown") << "null is no mark";
    EXPECT_THAT(dump(document), testing::HasSubstr(R"(address text "新" withheld=support_measure)"));
}

TEST(CaseDocument, StaysGoodWhenMoved) {
    CaseDocument document = read_or_throw(R"({"case_number":"c-1","support_plan":{"remarks":"r"}})");
    const Value* remarks = document.find(nullptr, "support_plan.remarks", std::nullopt);
    const CaseDocument moved = std::move(document);
    EXPECT_EQ(moved.find(nullptr, "support_plan.remarks", std::nullopt), remarks);
    EXPECT_EQ(&moved.table(), &tests::table());
}

TEST(CaseDocument, HashIsOfTheBytesRead) {
    EXPECT_EQ(read_or_throw("{}").sha256, base::sha256_hex("{}"));
    EXPECT_EQ(read_case("{}", "[office]\n")->sha256, base::sha256_hex("{}[office]\n"));
    EXPECT_EQ(read_case("\xEF\xBB\xBF{}")->sha256, base::sha256_hex("\xEF\xBB\xBF{}"));
}

TEST(CaseDocument, Dump) {
    const CaseDocument document = read_or_throw(R"({"case_number":"c\"1","staff":[{"id":"s1"}],
        "support_plan":{"author":"s1","period":{"from":"2025-10-01","to":"2026-03-31"},
        "rows":[{"item":"person_support","priority":1}]}})");
    EXPECT_EQ(dump(document),
              "/case_number text \"c\\\"1\"\n"
              "/staff/0/id text \"s1\"\n"
              "/support_plan/author reference → /staff/0\n"
              "/support_plan/period period {\"from\":\"2025-10-01\",\"to\":\"2026-03-31\"}\n"
              "/support_plan/rows/0/item code \"person_support\"\n"
              "/support_plan/rows/0/priority integer 1\n");
}

TEST(CaseDocument, PersonalValues) {
    const CaseDocument document = read_or_throw(R"({"case_number":"c-1","office":{"name":"教室","manager_name":"管"},
        "child":{"names":[{"display_name":"児"}]},"support_plan":{"remarks":"備"}})");
    EXPECT_THAT(personal_values(document), ElementsAre("管", "児", "備"));
}

}  // namespace
}  // namespace besshi::plan
