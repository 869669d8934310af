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

bool is_ruled(const FilledForm& form, std::string_view cell) {
    const auto* empty = std::get_if<Empty>(&cell_named(form, cell).content);
    return empty && empty->ruled;
}

TEST(Purpose, SentencesLeftForThePenGetLinesToWriteOn) {
    const auto blank = filled(purpose_form(), case_json, request_for(Purpose::blank));
    EXPECT_TRUE(is_ruled(blank, "goal"));
    EXPECT_FALSE(is_ruled(blank, "office")) << "a name needs no lines";
    EXPECT_FALSE(is_ruled(blank, "created"));
    const auto prefilled = filled(purpose_form(), case_json, request_for(Purpose::prefilled));
    EXPECT_FALSE(is_ruled(prefilled, "goal")) << "it is printed";
    for (const Purpose purpose : {Purpose::draft, Purpose::record, Purpose::sign})
        EXPECT_FALSE(is_ruled(filled(purpose_form(), "{}", request_for(purpose)), "goal")) << form::to_string(purpose);
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

form::FormDefinition choice_form(std::string_view content) {
    return form_of(
        "[words.domain]\nhealth_life = \"けんこう\"\n[[block]]\nkind = \"panel\"\nname = \"p\"\nrepeat = "
        "\"support_plan.rows\"\n"
        "as = \"row\"\nlines = [ { min = 5, cells = \"a*4\" } ]\n[block.cell]\na = { " +
        std::string(content) + " }\n");
}

/// The words of a choice, the chosen ones in brackets.
std::string choice_text(const FilledForm& form, std::string_view cell) {
    std::string text;
    for (const Choice::Option& option : std::get<Choice>(cell_named(form, cell).content).options)
        text += option.chosen ? "[" + option.run.text + "]" : option.run.text;
    return text;
}

constexpr std::string_view domains_json =
    R"({"support_plan": {"rows": [{"goal": "一", "domains": ["relations_sociality", "health_life"]}, {"goal": "二"}]}})";

TEST(Choice, AListOfCodesMarksSeveral) {
    const auto result = filled(
        choice_form(
            R"(choice = "row.domains", words = { health_life = "健", motor_sensory = "運", relations_sociality = "人" })"),
        domains_json);
    EXPECT_EQ(choice_text(result, "p.1.a"), "[健]運[人]");
    EXPECT_EQ(choice_text(result, "p.2.a"), "健運人");
    const auto& options = std::get<Choice>(cell_named(result, "p.1.a").content).options;
    EXPECT_EQ(options[0].run.origin.pointer, "/support_plan/rows/0/domains/1") << "each its own code";
    EXPECT_EQ(options[2].run.origin.pointer, "/support_plan/rows/0/domains/0");
}

TEST(Choice, TakesTheWordsOfTheFormThenOfTheField) {
    EXPECT_EQ(choice_text(filled(choice_form(R"(choice = "row.domains")"), domains_json), "p.2.a"),
              "けんこう運動・感覚認知・行動言語・コミュニケーション人間関係・社会性");
}

TEST(Choice, HasTextsAroundItsOptions) {
    const auto result =
        filled(choice_form(
                   R"(choice = "row.domains", before = "[", after = [ "（{{row.goal}}）", { text = "]", size = 8 } ])"),
               domains_json);
    const auto& choice = std::get<Choice>(cell_named(result, "p.1.a").content);
    ASSERT_EQ(choice.before.size(), 1u);
    EXPECT_EQ(choice.before[0].text, "[");
    ASSERT_EQ(choice.after.size(), 4u);
    EXPECT_EQ(choice.after[1].text, "一");
    EXPECT_EQ(choice.after[1].origin.pointer, "/support_plan/rows/0/goal");
    EXPECT_EQ(choice.after[3].size, Length::from_pt(8));
}

}  // namespace
}  // namespace besshi::fill::tests
