#include "case_at_hand.h"

#include <gmock/gmock.h>

/// The words of F21 「原案からの修正」.
namespace besshi::cycle {
namespace {

using namespace besshi::tests;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Difference> differences(std::string_view before, std::string_view after, Extent extent = Extent::plan) {
    auto found = describe_changes(table(), with_office(before), with_office(after), extent);
    if (!found) throw std::runtime_error(base::to_line(found.error().front()));
    return std::move(*found);
}

std::vector<std::string> sentences(std::string_view before, std::string_view after, Extent extent = Extent::plan) {
    std::vector<std::string> told;
    for (const Difference& difference : differences(before, after, extent)) told.push_back(to_sentence(difference));
    return told;
}

std::string plan(std::string_view members) {
    return R"({"support_plan": {)" + std::string(members) + "}}";
}

std::string rows(std::string_view list) {
    return plan(R"("rows": [)" + std::string(list) + "]");
}

constexpr std::string_view waits =
    R"({"item": "person_support", "goal": "順番が来るまで席で待つ。", "content": "名前の札を見せます。"})";
constexpr std::string_view speaks =
    R"({"item": "person_support", "goal": "友だちに自分から話しかける。", "content": "一緒に声をかけます。"})";
constexpr std::string_view mother =
    R"({"item": "family_support", "goal": "母が相談できる。", "content": "月に一度話を聞きます。"})";

std::string list(std::initializer_list<std::string_view> elements) {
    std::string text;
    for (const std::string_view element : elements) text += (text.empty() ? "" : ", ") + std::string(element);
    return text;
}

TEST(DescribeChanges, ACaseDiffersInNothingFromItself) {
    EXPECT_THAT(sentences(full_case(), full_case(), Extent::everything), IsEmpty());
}

TEST(DescribeChanges, ValuesInTheWordsOfTheForms) {
    EXPECT_THAT(
        sentences(plan(R"("overall_policy": "待つ。", "period": {"from": "2025-10-01", "to": "2026-03-31"},
                                  "transport": {"provided": false}, "standard_hours_text": "火・木")"),
                  plan(R"("overall_policy": "{急|いそ}がない。", "period": {"from": "2025-10-01", "to": "2026-02-28"},
                                  "transport": {"provided": true}, "manager": "s1")")),
        ElementsAre(
            "「児童発達支援管理責任者」に「葛\U000E0100西　真理子」を追加",
            "「計画の期間」を「令和７年10月１日～令和８年３月31日」から「令和７年10月１日～令和８年２月28日」に変更",
            "「総合的な支援の方針」を「待つ。」から「急がない。」に変更",
            "「支援の標準的な提供時間等」の「火・木」を削除", "「送迎の実施」を「無」から「有」に変更"));
}

TEST(DescribeChanges, RowsHaveTheirHeadingAndNumber) {
    const std::string changed =
        R"({"item": "person_support", "goal": "友だちに毎日話しかける。", "content": "一緒に声をかけます。"})";
    EXPECT_THAT(
        sentences(rows(list({waits, speaks, mother})), rows(list({waits, changed, mother}))),
        ElementsAre(
            "本人支援 "
            "支援内容２の「支援目標」を「友だちに自分から話しかける。」から「友だちに毎日話しかける。」に変更"));
}

TEST(DescribeChanges, RowsThatCameAndWent) {
    EXPECT_THAT(sentences(rows(waits), rows(list({waits, mother}))),
                ElementsAre("家族支援の行を追加（「母が相談できる。」）"));
    EXPECT_THAT(sentences(rows(list({mother, waits})), rows(waits)),
                ElementsAre("家族支援の行を削除（「母が相談できる。」）"));
}

/// A new row in front of the others changes none of them.
TEST(DescribeChanges, RowsAreKnownByWhatTheySay) {
    EXPECT_THAT(sentences(rows(speaks), rows(list({waits, speaks}))),
                ElementsAre("本人支援の行を追加（「順番が来るまで席で待つ。」）"));
    EXPECT_THAT(sentences(rows(list({waits, speaks, mother})), rows(list({speaks, waits, mother}))),
                ElementsAre("「支援目標及び具体的な支援内容等」の順番を変更"));
}

/// Written anew from end to end it is still the row for the family.
TEST(DescribeChanges, TheOnlyRowOfAHeadingIsTheSameRow) {
    const std::string anew = R"({"item": "family_support", "goal": "父も送迎に来る。"})";
    EXPECT_THAT(sentences(rows(list({waits, mother})), rows(list({waits, anew}))),
                ElementsAre("家族支援 支援内容１の「支援目標」を「母が相談できる。」から「父も送迎に来る。」に変更",
                            "家族支援 支援内容１の「支援内容」の「月に一度話を聞きます。」を削除"));
}

TEST(DescribeChanges, HoursByTableAndDay) {
    const auto hours = [](std::string_view start) {
        return plan(R"("hours_tables": [{"label": "学期中", "days": {"tue": {"start": ")" + std::string(start) +
                    R"(", "end": "17:00"}}}])");
    };
    EXPECT_THAT(sentences(hours("14:30"), hours("15:00")),
                ElementsAre("個別支援計画別表「学期中」 火の「利用開始時間」を「14:30」から「15:00」に変更"));
}

TEST(DescribeChanges, CodesInAListStandSideBySide) {
    const auto domains = [](std::string_view codes) {
        return rows(R"({"item": "person_support", "goal": "待つ。", "domains": [)" + std::string(codes) + "]}");
    };
    EXPECT_THAT(
        sentences(domains(R"("health_life")"), domains(R"("health_life", "motor_sensory")")),
        ElementsAre("本人支援 支援内容１の「関連する５領域」を「健康・生活」から「健康・生活、運動・感覚」に変更"));
}

TEST(DescribeChanges, OtherPlansSayWhichTheyAre) {
    EXPECT_THAT(
        sentences(R"({"use_plan": {"needs": [{"priority": 1, "need": "遊ぶ。"}]}})",
                  R"({"use_plan": {"needs": [{"priority": 1, "need": "外で遊ぶ。"}]}})"),
        ElementsAre("障害児支援利用計画 "
                    "解決すべき課題１の「解決すべき課題（本人のニーズ）」を「遊ぶ。」から「外で遊ぶ。」に変更"));
    EXPECT_THAT(sentences("{}", R"({"specialist_plan": {"current_status": "あり"}})"),
                ElementsAre("専門的支援実施計画を追加"));
}

TEST(DescribeChanges, OfALongTextOnlyTheSentencesThatDiffer) {
    const std::string head = "はじめの文は、どちらの版でも同じことが書いてあります。";
    const std::string tail = "おわりの文も、どちらの版でも同じことが書いてあります。";
    const auto policy = [&](std::string_view middle) {
        return plan(R"("overall_policy": ")" + head + std::string(middle) + tail + "\"");
    };
    EXPECT_THAT(sentences(policy("月曜に待ちます。"), policy("火曜に待ちます。")),
                ElementsAre("「総合的な支援の方針」を「……月曜に待ちます。……」から「……火曜に待ちます。……」に変更"));
    EXPECT_THAT(sentences(policy(""), policy("火曜に待ちます。"))[0], testing::HasSubstr("火曜に待ちます。"));
}

/// When it was written, told and agreed to is no change of the plan, nor is a new address.
TEST(DescribeChanges, OnlyThePlanUnlessAllIsWanted) {
    const std::string later = with(with(full_case(), "support_plan.consented_on", "2025-09-30"), "child.grade", "3年");
    EXPECT_THAT(sentences(full_case(), later), IsEmpty());
    EXPECT_THAT(sentences(full_case(), later, Extent::everything),
                ElementsAre("児童の「学年」を「2年」から「3年」に変更",
                            "「同意日」を「令和７年９月26日」から「令和７年９月30日」に変更"));
}

TEST(DescribeChanges, PointersLeadIntoTheLaterCase) {
    const auto found = differences(rows(list({mother, waits})), rows(list({waits, speaks})));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].kind, Difference::Kind::row_added);
    EXPECT_EQ(found[0].pointer, "/support_plan/rows/1");
    EXPECT_EQ(found[1].kind, Difference::Kind::row_removed);
    EXPECT_EQ(found[1].pointer, "/support_plan/rows/0") << "of the earlier one";
}

TEST(DescribeChanges, TheSampleDraftAndItsPlan) {
    const std::string draft = read_bytes(root / "samples/kotonoha/cases/draft.json");
    const auto told = sentences(draft, full_case());
    EXPECT_THAT(told, testing::Contains(testing::StartsWith("移行支援 支援内容１の「支援内容」を")));
    for (const std::string& sentence : told) EXPECT_EQ(sentence.find("の行を"), std::string::npos) << sentence;
}

TEST(DescribeChanges, FaultsOfBothCases) {
    const auto refused = describe_changes(table(), with_office(R"({"nothing": 1})"), with_office("[]"), Extent::plan);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().size(), 2u);
}

}  // namespace
}  // namespace besshi::cycle
