#include "filled.h"

namespace besshi::fill::tests {
namespace {

using form::Purpose;

form::FormDefinition parameter_form() {
    return form_of(R"toml(
[param.title]
type    = "text"
default = "計画書"
draft   = "計画書（原案）"
[param.label]
type    = "text"
default = "利用児"
choices = [ "利用児", "利用者" ]
[param.show]
type    = "bool"
default = true
[param.rows]
type    = "count"
default = 3
[param.from]
type    = "time"
default = "05:00"

[[block]]
kind  = "panel"
name  = "p"
lines = [
  { min = 10, cells = "title*4" },
  { min = 10, cells = "shown*4", if = "param.show" },
  { min = 10, cells = "hidden*4", unless = "param.show" },
  { min = 10, cells = "cell*4" },
]
[block.cell]
title  = { text = "{{param.title}}：{{param.label}}" }
shown  = { text = "有" }
hidden = { text = "無" }
cell   = { text = "{{office.name}}", if = "param.show", bottom = "thin" }

[[block]]
kind  = "panel"
name  = "optional"
if    = "param.show"
lines = [ { min = 10, cells = "mark*4" } ]
[block.cell]
mark = { text = "別紙" }
)toml");
}

TEST(Parameters, TakeDefaultPurposeDocumentAndRequestInRisingOrder) {
    auto form = parameter_form();
    EXPECT_EQ(text_of(filled(form, "{}"), "title"), "計画書：利用児");
    EXPECT_EQ(text_of(filled(form, "{}", request_for(Purpose::draft)), "title"), "計画書（原案）：利用児");
    form.document.parameters["title"] = "別の計画書";
    EXPECT_EQ(text_of(filled(form, "{}", request_for(Purpose::draft)), "title"), "別の計画書：利用児");
    EXPECT_EQ(text_of(filled(form, "{}", request_for(Purpose::draft, {{"title", "わたしの計画"}})), "title"),
              "わたしの計画：利用児");
}

TEST(Parameters, AreKeptAsUsed) {
    const auto result = filled(parameter_form(), "{}", request_for(Purpose::draft, {{"rows", "7"}}));
    const std::map<std::string, std::string> expected = {
        {"title", "計画書（原案）"}, {"label", "利用児"}, {"show", "true"}, {"rows", "7"}, {"from", "05:00"}};
    EXPECT_EQ(result.parameters, expected);
}

TEST(Parameters, AreLabelsAndNotData) {
    const auto result = filled(parameter_form(), "{}");
    EXPECT_THAT(pieces_of(cell_named(result, "title")), ::testing::ElementsAre("label:計画書：利用児"));
}

TEST(Parameters, AreNeverReadAsTemplates) {
    EXPECT_EQ(
        text_of(filled(parameter_form(), "{}", request_for(Purpose::record, {{"title", "{{office.name}}"}})), "title"),
        "{{office.name}}：利用児");
}

TEST(Conditions, DropBlocksAndLinesAndEmptyCells) {
    const auto shown = filled(parameter_form(), R"({"office": {"name": "ことのは"}})");
    EXPECT_EQ(shown.sections[0].grids.size(), 2u);
    EXPECT_EQ(grid_named(shown, "p").rows.size(), 3u);
    EXPECT_TRUE(has_cell(shown, "shown"));
    EXPECT_FALSE(has_cell(shown, "hidden"));
    EXPECT_EQ(text_of(shown, "cell"), "ことのは");

    const auto hidden = filled(parameter_form(), R"({"office": {"name": "ことのは"}})",
                               request_for(Purpose::record, {{"show", "false"}}));
    EXPECT_EQ(hidden.sections[0].grids.size(), 1u);
    EXPECT_FALSE(has_cell(hidden, "shown"));
    EXPECT_TRUE(has_cell(hidden, "hidden"));
    EXPECT_TRUE(std::holds_alternative<Empty>(cell_named(hidden, "cell").content));
    EXPECT_EQ(cell_named(hidden, "cell").borders.bottom, form::Stroke::thin) << "the place stays";
}

Diagnostics said_with(std::string name, std::string value) {
    return said(parameter_form(), "{}", request_for(Purpose::record, {{std::move(name), std::move(value)}}));
}

TEST(ParameterFaults, AnUnknownNameListsTheKnownOnes) {
    const Diagnostics faults = said_with("titel", "x");
    EXPECT_FIRES("fill.parameter.unknown", faults);
    EXPECT_THAT(faults.at(0).hint, ::testing::HasSubstr("from、label、rows、show、title"));
    EXPECT_EQ(faults.at(0).failure, Failure::arguments);
    EXPECT_SILENT("fill.parameter.unknown", said_with("title", "x"));
}

TEST(ParameterFaults, AValueOutsideTheChoicesOrTypeListsWhatMayStand) {
    const Diagnostics faults = said_with("label", "こども");
    EXPECT_FIRES("fill.parameter.value", faults);
    EXPECT_THAT(faults.at(0).hint, ::testing::HasSubstr("「利用児」「利用者」"));
    EXPECT_SILENT("fill.parameter.value", said_with("label", "利用者"));
    for (const auto& [name, bad, good] : std::vector<std::array<std::string, 3>>{{"show", "yes", "false"},
                                                                                 {"rows", "-1", "0"},
                                                                                 {"rows", "1000", "999"},
                                                                                 {"rows", "3 ", "3"},
                                                                                 {"from", "5:00", "05:00"},
                                                                                 {"from", "48:01", "48:00"}}) {
        EXPECT_FIRES("fill.parameter.value", said_with(name, bad));
        EXPECT_SILENT("fill.parameter.value", said_with(name, good));
    }
}

TEST(ParameterFaults, ATextMustBePrintable) {
    EXPECT_FIRES("fill.parameter.text", said_with("title", "計画\x01書"));
    EXPECT_FIRES("fill.parameter.text", said_with("title", "計画\xFF"));
    EXPECT_FIRES("fill.parameter.text", said_with("title",
                                                  "\uFDD0"
                                                  "0\uFDD1"));
    EXPECT_SILENT("fill.parameter.text", said_with("title", "計画\n書"));
}

TEST(ParameterFaults, AllComeAtOnce) {
    const auto faults =
        said(parameter_form(), "{}", request_for(Purpose::record, {{"a", "1"}, {"b", "2"}, {"show", "x"}}));
    EXPECT_EQ(faults.size(), 3u);
}

form::FormDefinition consent_form() {
    return form_of(R"toml(
[param.consent]
type    = "text"
default = "説明を受け、同意しました。"
proves_delivery = [ "説明を受け、同意し、交付を受けました。" ]
[param.show]
type    = "bool"
default = true

[[block]]
kind  = "panel"
name  = "p"
lines = [ { min = 10, cells = "consent*4", if = "param.show" }, { min = 10, cells = "other*4" } ]
[block.cell]
consent = { text = [ "私は、", { text = "{{param.consent}}", weight = "bold" } ] }
other   = { text = "以上" }
)toml");
}

TEST(ProofOfDelivery, IsTheSentencePrinted) {
    const std::string proof = "説明を受け、同意し、交付を受けました。";
    const auto proves = [&](std::map<std::string, std::string> parameters) {
        return filled(consent_form(), "{}", request_for(Purpose::sign, std::move(parameters))).proves_delivery;
    };
    EXPECT_EQ(proves({}), false);
    EXPECT_EQ(proves({{"consent", proof}}), true);
    EXPECT_EQ(proves({{"consent", proof}, {"show", "false"}}), false) << "it stands nowhere";
    EXPECT_EQ(proves({{"consent", "同意しました。"}}), false);
}

TEST(ProofOfDelivery, AFormWithoutSuchASentenceSaysNothing) {
    EXPECT_EQ(filled(parameter_form(), "{}").proves_delivery, std::nullopt);
}

}  // namespace
}  // namespace besshi::fill::tests
