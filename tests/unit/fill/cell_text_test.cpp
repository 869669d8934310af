#include "filled.h"

namespace besshi::fill::tests {
namespace {

using ::testing::ElementsAre;

TEST(CellText, SplitsIntoLiteralAndDataPiecesWithPointers) {
    const auto form =
        form_with_text(R"("（本人）{{support_plan.intent_child}}\n（家族）{{support_plan.intent_family}}")");
    const auto result =
        filled(form, R"({"support_plan": {"intent_child": "町を作りたい。", "intent_family": "言葉で\n伝える。"}})");
    EXPECT_THAT(pieces_of(cell_named(result, "a")),
                ElementsAre("label:（本人）", "data:町を作りたい。@/support_plan/intent_child", "label:\n（家族）",
                            "data:言葉で\n伝える。@/support_plan/intent_family"));
    for (const auto& run : runs_of(cell_named(result, "a"))) {
        EXPECT_EQ(run.origin.file, "form.toml");
        EXPECT_GT(run.origin.line, 0);
    }
}

TEST(CellText, NeverReadsDataAsATemplate) {
    const std::string json = R"({"child": {"names": [{"display_name": "見本　花子"}]},
        "support_plan": {"intent_child": "{{child.display_name}}", "intent_family": "{{{ {{#a}} }} {{> p}} \\ <b> & \"",
                         "remarks": "{{=<% %>=}}<%x%>"}})";
    EXPECT_EQ(printed(R"("{{support_plan.intent_child}}")", json), "{{child.display_name}}");
    EXPECT_EQ(printed(R"("{{support_plan.intent_family}}")", json), "{{{ {{#a}} }} {{> p}} \\ <b> & \"");
    EXPECT_EQ(printed(R"("a{{support_plan.remarks}}b{{child.display_name}}")", json), "a{{=<% %>=}}<%x%>b見本　花子");
}

TEST(CellText, KeepsBlanksAndLineFeedsOfData) {
    EXPECT_EQ(printed(R"("{{support_plan.remarks}}|")", R"({"support_plan": {"remarks": "　一\n\n  二\n"}})"),
              "　一\n\n  二\n|");
}

TEST(CellText, LineFeedsOfTheFormAtTheEndBeginNoLine) {
    EXPECT_EQ(printed(R"("一\n二\n\n")", "{}"), "一\n二");
    EXPECT_EQ(printed(R"([ "{{support_plan.remarks}}\n", { text = "{{child.display_name}}", size = 7 } ])",
                      R"({"support_plan": {"remarks": "なし\n"}})"),
              "なし\n")
        << "those of the data stay";
}

TEST(CellText, PrintsASectionOnlyWhereThereAreData) {
    const std::string_view text =
        R"("{{support_plan.long_term_goal.text}}{{#support_plan.long_term_goal.period}}\n（期間：{{support_plan.long_term_goal.period.wareki}}）{{/support_plan.long_term_goal.period}}{{^support_plan.long_term_goal.period}}（１年）{{/support_plan.long_term_goal.period}}")";
    EXPECT_EQ(
        printed(
            text,
            R"({"support_plan": {"long_term_goal": {"text": "すごす。", "period": {"from": "2025-10-01", "to": "2026-03-31"}}}})"),
        "すごす。\n（期間：令和７年10月１日\uFF5E令和８年３月31日）");
    EXPECT_EQ(printed(text, R"({"support_plan": {"long_term_goal": {"text": "すごす。"}}})"), "すごす。（１年）");
}

TEST(CellText, RepeatsASectionForEachElementOfAList) {
    const auto form =
        form_with_text(R"("{{#guardian.emergency}}・{{name}}（{{relationship}}）{{phone}}\n{{/guardian.emergency}}")");
    const auto result = filled(form, R"({"guardians": [{"name": "髙﨑　彌生", "relationship": "母", "emergency": [
        {"name": "髙﨑　諒", "relationship": "父", "phone": "090-0000-5522"}, {"name": "齋藤　ふみ", "phone": "03-0000-7788"}]}]})");
    EXPECT_EQ(text_of(result, "a"), "・髙﨑　諒（父）090-0000-5522\n・齋藤　ふみ（）03-0000-7788");
    EXPECT_EQ(runs_of(cell_named(result, "a"))[1].origin.pointer, "/guardians/0/emergency/0/name");
    EXPECT_EQ(runs_of(cell_named(result, "a"))[7].origin.pointer, "/guardians/0/emergency/1/name");
}

TEST(CellText, PrintsTheElementItselfWithADot) {
    const std::string_view json = R"({"child": {"handbooks": ["療育手帳", "身体障害者手帳"]}})";
    EXPECT_EQ(printed(R"("{{#child.handbooks}}［{{.}}］{{/child.handbooks}}")", json),
              "［療育手帳］［身体障害者手帳］");
    EXPECT_EQ(
        printed(R"("{{#child.handbooks}}［{{.}}］{{/child.handbooks}}{{^child.handbooks}}なし{{/child.handbooks}}")",
                "{}"),
        "なし");
}

TEST(CellText, AFalseBooleanLeavesItsSectionOut) {
    const std::string_view text =
        R"("{{#support_plan.transport.provided}}送迎あり{{/support_plan.transport.provided}}{{^support_plan.transport.provided}}送迎なし{{/support_plan.transport.provided}}")";
    EXPECT_EQ(printed(text, R"({"support_plan": {"transport": {"provided": true}}})"), "送迎あり");
    EXPECT_EQ(printed(text, R"({"support_plan": {"transport": {"provided": false}}})"), "送迎なし");
}

TEST(CellText, AParameterThatSaysNoLeavesItsSectionOut) {
    const auto form = form_of(
        "[param.full]\ntype = \"bool\"\ndefault = false\n[param.word]\ntype = \"text\"\ndefault = \"false\"\n"
        "[[block]]\nkind = \"panel\"\nname = \"p\"\nlines = [ { min = 10, cells = \"a*4\" } ]\n[block.cell]\n"
        "a = { text = "
        "\"{{#param.full}}全{{/param.full}}{{^param.full}}略{{/param.full}}{{#param.word}}字{{/param.word}}\" }\n");
    EXPECT_EQ(text_of(filled(form, "{}"), "a"), "略字");
    EXPECT_EQ(text_of(filled(form, "{}", request_for(form::Purpose::record, {{"full", "true"}})), "a"), "全字");
}

TEST(CellText, ATextMayGuardItself) {
    const std::string_view text =
        R"("{{#support_plan.remarks}}備考：{{support_plan.remarks}}{{/support_plan.remarks}}")";
    EXPECT_EQ(printed(text, R"({"support_plan": {"remarks": "なし"}})"), "備考：なし");
    EXPECT_EQ(printed(text, "{}"), "");
}

TEST(CellText, MarksNamesAlsoThroughReferencesAndDatedFacts) {
    const auto form = form_with_text(R"("{{support_plan.manager.name}}・{{guardian.name}}・{{child.school_name}}")");
    const auto result = filled(
        form, R"({"staff": [{"id": "s1", "name": "葛󠄀西　真理子"}], "guardians": [{"name": "髙﨑　彌生"}],
        "child": {"school_name": "第三小学校"}, "support_plan": {"manager": "s1"}})");
    const auto& runs = runs_of(cell_named(result, "a"));
    ASSERT_EQ(runs.size(), 5u);
    EXPECT_EQ(runs[0].text, "葛󠄀西　真理子");
    EXPECT_EQ(runs[0].origin.pointer, "/staff/0/name");
    EXPECT_TRUE(runs[0].personal_name);
    EXPECT_FALSE(runs[1].personal_name);
    EXPECT_TRUE(runs[2].personal_name);
    EXPECT_FALSE(runs[4].personal_name);
}

TEST(CellText, RunsKeepWhatDiffersFromTheStyle) {
    const auto form = form_with_text(
        R"toml([ "支援内容\n", { text = "(内容)", size = 9.3, underline = true, weight = "bold", narrow = true } ])toml");
    const auto result = filled(form, "{}");
    const auto& runs = runs_of(cell_named(result, "a"));
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs[0].size, std::nullopt);
    EXPECT_FALSE(runs[0].narrow);
    EXPECT_EQ(runs[1].size, Length::from_pt(9.3));
    EXPECT_EQ(runs[1].underline, true);
    EXPECT_EQ(runs[1].weight, Weight::bold);
    EXPECT_TRUE(runs[1].narrow);
}

TEST(DerivedValues, OfDates) {
    const std::string_view json =
        R"({"child": {"birth_date": "2017-06-18"}, "support_plan": {"created_on": "2025-09-22"}})";
    EXPECT_EQ(printed(R"("{{support_plan.created_on.wareki}}（{{support_plan.created_on.weekday}}）")", json),
              "令和７年９月22日（月）");
    EXPECT_EQ(printed(R"("{{support_plan.created_on.wareki_ascii}}")", json), "令和7年9月22日");
    EXPECT_EQ(printed(R"("{{support_plan.created_on.short}}")", json), "R7.9.22");
    EXPECT_EQ(printed(R"("{{child.birth_date.wareki}}（{{child.birth_date.age}}）")", json),
              "平成29年６月18日（8歳3か月）");
}

TEST(DerivedValues, AgeNeedsTheFormsDate) {
    EXPECT_EQ(printed(R"("{{child.birth_date.age}}")", R"({"child": {"birth_date": "2017-06-18"}})"), "");
}

TEST(DerivedValues, OfMonthsYenTimesAndCodes) {
    EXPECT_EQ(printed(R"("{{use_plan.week.plan_start_month.wareki}}")",
                      R"({"use_plan": {"week": {"plan_start_month": "2025-04"}}})"),
              "令和７年４月");
    EXPECT_EQ(printed(R"("{{certificate.copay_limit_yen.yen}}")", R"({"certificates": [{"copay_limit_yen": 4600}]})"),
              "4,600円");
    EXPECT_EQ(printed(R"("{{office.business_hours.holiday.start.hm}}")",
                      R"({"office": {"business_hours": {"holiday": {"start": "09:00"}}}})"),
              "9:00");
    EXPECT_EQ(printed(R"("{{child.sex.word}}")", R"({"child": {"sex": "male"}})"), "男");
}

TEST(DerivedValues, OfLists) {
    const std::string_view json =
        R"({"support_plan": {"rows": [{"domains": ["language_communication", "relations_sociality"]}, {"goal": "歩く"}]}})";
    const std::string_view text =
        R"("{{#support_plan.rows}}{{domains.lines}}／{{/support_plan.rows}}{{support_plan.rows.count}}")";
    EXPECT_EQ(printed(text, json), "言語・コミュニケーション\n人間関係・社会性／／2");
}

TEST(ElementNumbers, OfTheElementsOfASection) {
    const std::string_view json = R"({"support_plan": {"rows": [
        {"content": "一", "domains": ["health_life", "motor_sensory"]}, {}, {"content": "二", "domains": ["motor_sensory"]}]}})";
    EXPECT_EQ(printed(R"("{{#support_plan.rows}}{{circled}}{{content}}{{.ordinal}}\n{{/support_plan.rows}}")", json),
              "①一1\n②二2")
        << "what is empty in the data is no element";
    EXPECT_EQ(
        printed(R"("{{#support_plan.rows}}{{#domains}}{{ordinal}}{{/domains}} {{ordinal}}, {{/support_plan.rows}}")",
                json),
        "12 1, 1 2, ")
        << "of the innermost section";
}

TEST(ElementNumbers, AreDataWithTheElementsPointer) {
    const auto result = filled(form_with_text(R"("{{#support_plan.rows}}{{circled}}{{/support_plan.rows}}")"),
                               R"({"support_plan": {"rows": [{"content": "一"}]}})");
    EXPECT_EQ(pieces_of(cell_named(result, "a")), std::vector<std::string>{"data:①@/support_plan/rows/0"});
}

TEST(ElementNumbers, AreCircledUpToFifty) {
    EXPECT_EQ(circled(1), "①");
    EXPECT_EQ(circled(20), "⑳");
    EXPECT_EQ(circled(21), "㉑");
    EXPECT_EQ(circled(35), "㉟");
    EXPECT_EQ(circled(36), "㊱");
    EXPECT_EQ(circled(50), "㊿");
    EXPECT_EQ(circled(51), "（51）");
}

TEST(DerivedValues, FormsMayPrintOtherWords) {
    auto form = form_with_text(
        R"("{{child.sex.word}}・{{words.domain.relations_sociality}}・{{words.domain.health_life}}")", "");
    form.words["sex"]["male"] = "男の子";
    form.words["domain"]["relations_sociality"] = "人間性・社会性";
    EXPECT_EQ(text_of(filled(form, R"({"child": {"sex": "male"}})"), "a"), "男の子・人間性・社会性・健康・生活");
}

TEST(MissingValues, ADateLeavesABlankForThePenAndNothingElseDoes) {
    EXPECT_EQ(printed(R"("作成年月日：{{support_plan.created_on.wareki}}")", "{}"), "作成年月日：　　年　　月　　日");
    EXPECT_EQ(printed(R"("{{support_plan.created_on.wareki_ascii}}")", "{}"), "　　年　　月　　日");
    EXPECT_EQ(
        printed(R"("{{support_plan.created_on.short}}{{support_plan.created_on.weekday}}{{child.birth_date.age}}")",
                "{}"),
        "");
    EXPECT_EQ(
        printed(
            R"("{{use_plan.week.plan_start_month.wareki}}{{support_plan.period.wareki}}{{support_plan.intent_child}}")",
            "{}"),
        "");
}

TEST(MissingValues, TheBlankOfADateIsNoData) {
    const auto result = filled(form_with_text(R"("作成：{{support_plan.created_on.wareki}}。")"), "{}");
    EXPECT_THAT(pieces_of(cell_named(result, "a")), ElementsAre("label:作成：　　年　　月　　日。"));
    EXPECT_EQ(printed(R"("{{#support_plan.created_on}}作成済み{{/support_plan.created_on}}")", "{}"), "");
}

TEST(CellText, ASectionMayAskForTheDocumentsVersionOrAParameter) {
    const std::string_view text = R"("{{#document.version}}第{{document.version}}版{{/document.version}}|")";
    auto request = request_for(form::Purpose::record);
    EXPECT_EQ(printed(text, "{}", request), "|");
    request.version = "2";
    EXPECT_EQ(printed(text, "{}", request), "第2版|");
}

TEST(CellText, PrintsWhatWasAskedBesidesTheData) {
    auto request = request_for(form::Purpose::record);
    request.document_id = "D-0007";
    request.version = "2";
    EXPECT_EQ(printed(R"("{{document.id}} 第{{document.version}}版")", "{}", request), "D-0007 第2版");
}

}  // namespace
}  // namespace besshi::fill::tests
