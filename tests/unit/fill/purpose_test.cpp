#include "filled.h"

namespace besshi::fill::tests {
namespace {

using form::Purpose;

constexpr std::string_view case_json =
    R"({"office": {"name": "ことのは"}, "child": {"names": [{"display_name": "見本　花子"}]},
    "guardians": [{"name": "見本　親子"}],
    "support_plan": {"created_on": "2025-09-22", "consented_on": "2025-09-26", "remarks": "なし",
                     "long_term_goal": {"text": "すごす。"}, "transport": {"provided": true}}})";

form::FormDefinition purpose_form() {
    return form_of(R"toml(
[[block]]
kind  = "panel"
name  = "p"
lines = [
  { min = 10, cells = "child office goal remarks" },
  { min = 10, cells = "created consented choice tick" },
]
[block.cell]
child     = { text = "氏名：{{child.display_name}}" }
office    = { text = "{{office.name}}" }
goal      = { text = "{{support_plan.long_term_goal.text}}" }
remarks   = { text = "{{#support_plan.remarks}}備考{{/support_plan.remarks}}" }
created   = { text = "{{support_plan.created_on.wareki}}" }
consented = { text = "{{support_plan.consented_on.wareki}}", by_hand = true }
choice    = { choice = "support_plan.transport.provided", words = { true = "有", false = "無" }, between = " ・ " }
tick      = { text = "{{guardian.name}}" }
)toml",
                   "prefilled = [ \"child\", \"office\", \"support_plan.long_term_goal\" ]\n");
}

TEST(Purpose, RecordPrintsAllData) {
    const auto result = filled(purpose_form(), case_json, request_for(Purpose::record));
    EXPECT_EQ(text_of(result, "child"), "氏名：見本　花子");
    EXPECT_EQ(text_of(result, "remarks"), "備考");
    EXPECT_EQ(text_of(result, "consented"), "令和７年９月26日");
    EXPECT_EQ(result.watermark, "");
}

TEST(Purpose, WhatIsWrittenByHandIsBlankUntilTheRecord) {
    for (const Purpose purpose : {Purpose::sign, Purpose::draft, Purpose::prefilled, Purpose::blank}) {
        const auto result = filled(purpose_form(), case_json, request_for(purpose));
        EXPECT_EQ(text_of(result, "consented"), "　　年　　月　　日") << form::to_string(purpose);
    }
}

TEST(Purpose, SignPrintsTheRest) {
    const auto result = filled(purpose_form(), case_json, request_for(Purpose::sign));
    EXPECT_EQ(text_of(result, "created"), "令和７年９月22日");
    EXPECT_EQ(text_of(result, "goal"), "すごす。");
}

TEST(Purpose, OnlyTheDraftIsMarked) {
    for (const Purpose purpose : {Purpose::sign, Purpose::record, Purpose::prefilled, Purpose::blank}) {
        EXPECT_EQ(filled(purpose_form(), case_json, request_for(purpose)).watermark, "");
    }
    EXPECT_EQ(filled(purpose_form(), case_json, request_for(Purpose::draft)).watermark, "原案");
}

TEST(Purpose, BlankPrintsNoData) {
    const auto result = filled(purpose_form(), case_json, request_for(Purpose::blank));
    EXPECT_EQ(text_of(result, "child"), "氏名：");
    EXPECT_EQ(text_of(result, "created"), "　　年　　月　　日");
    EXPECT_EQ(text_of(result, "remarks"), "");
    for (const Choice::Option& option : std::get<Choice>(cell_named(result, "choice").content).options) {
        EXPECT_FALSE(option.chosen);
    }
    for (const Cell& cell : grid_named(result, "p").cells) {
        if (!std::holds_alternative<Text>(cell.content)) continue;
        for (const auto& run : runs_of(cell)) EXPECT_NE(run.source, TextSource::data) << run.text;
    }
}

TEST(Purpose, PrefilledPrintsOnlyWhatTheFormLists) {
    const auto result = filled(purpose_form(), case_json, request_for(Purpose::prefilled));
    EXPECT_EQ(text_of(result, "child"), "氏名：見本　花子");
    EXPECT_EQ(text_of(result, "office"), "ことのは");
    EXPECT_EQ(text_of(result, "goal"), "すごす。");
    EXPECT_EQ(text_of(result, "remarks"), "");
    EXPECT_EQ(text_of(result, "created"), "　　年　　月　　日");
    EXPECT_EQ(text_of(result, "tick"), "");
}

TEST(Purpose, PrefilledPathsEndAtADot) {
    auto form = form_with_text(R"("{{office.name}}|{{office.office_number}}")");
    form.prefilled = {"office.name"};
    const std::string_view json = R"({"office": {"name": "ことのは", "office_number": "1359900018"}})";
    EXPECT_EQ(text_of(filled(form, json, request_for(Purpose::prefilled)), "a"), "ことのは|");
    form.prefilled = {"off"};
    EXPECT_EQ(text_of(filled(form, json, request_for(Purpose::prefilled)), "a"), "|");
}

TEST(Choice, MarksTheChosenWordAndKeepsItsPointer) {
    const auto result = filled(purpose_form(), case_json);
    const auto& choice = std::get<Choice>(cell_named(result, "choice").content);
    ASSERT_EQ(choice.options.size(), 2u);
    EXPECT_EQ(choice.options[0].run.text, "有");
    EXPECT_TRUE(choice.options[0].chosen);
    EXPECT_EQ(choice.options[0].run.origin.pointer, "/support_plan/transport/provided");
    EXPECT_EQ(choice.options[0].run.source, TextSource::label);
    EXPECT_FALSE(choice.options[1].chosen);
    EXPECT_EQ(choice.between.text, " ・ ");
}

}  // namespace
}  // namespace besshi::fill::tests
