#include "filled.h"

/// Readings: where they are read, and what they stand over.
namespace besshi::fill::tests {

namespace {

using ::testing::ElementsAre;

/// `漢字<かんじ>`: each run's text with the readings behind what they stand over; runs are parted by `／`.
std::string with_readings(std::span<const Run> runs) {
    std::string shown;
    for (const Run& run : runs) {
        if (&run != &runs.front()) shown += "／";
        std::size_t at = 0;
        for (const Ruby& ruby : run.rubies) {
            shown += run.text.substr(at, ruby.end - at) + "<" + ruby.reading + ">";
            at = ruby.end;
        }
        shown += run.text.substr(at);
    }
    return shown;
}

std::string shown(std::string_view text, std::string_view json, form::Purpose purpose = form::Purpose::record) {
    return with_readings(runs_of(cell_named(filled(form_with_text(text), json, request_for(purpose)), "a")));
}

constexpr std::string_view intent = R"({"support_plan": {"intent_child": "毎日{今日|きょう}も{漢字|かん|じ}を"}})";

TEST(Readings, StandInTextsOfTheData) {
    EXPECT_EQ(shown(R"("{{support_plan.intent_child}}")", intent), "毎日今日<きょう>も漢<かん>字<じ>を");
    EXPECT_EQ(shown(R"("意向：{{support_plan.intent_child}}。")", intent),
              "意向：／毎日今日<きょう>も漢<かん>字<じ>を／。");
    EXPECT_EQ(
        shown(R"("{{#support_plan.intent_child}}{{support_plan.intent_child}}{{/support_plan.intent_child}}")", intent),
        "毎日今日<きょう>も漢<かん>字<じ>を");
    EXPECT_EQ(shown(R"("{{#child.handbooks}}{{.}}\n{{/child.handbooks}}")",
                    R"({"child": {"handbooks": ["{療育|りょういく}手帳", "{a|b}"]}})"),
              "療育<りょういく>手帳／\n／a<b>")
        << "of a list too";
}

TEST(Readings, StandNotInNamesNumbersOrWords) {
    EXPECT_EQ(shown(R"("{{child.display_name}}")", R"({"child": {"names": [{"display_name": "{花|はな}"}]}})"),
              "{花|はな}");
}

TEST(Readings, AreWhatTheDataSayAndNothingElse) {
    EXPECT_EQ(
        shown(R"("{{support_plan.intent_child}}")", R"({"support_plan": {"intent_child": "{{漢字|かんじ}} {漢字|}"}})"),
        "{{漢字|かんじ}} {漢字|}");
    EXPECT_EQ(shown(R"("{{support_plan.intent_child}}")", R"({"support_plan": {"intent_child": "\\{漢字|かんじ}"}})"),
              "{漢字|かんじ}");
    EXPECT_EQ(shown(R"("{ {{support_plan.intent_child}}|か}")", R"({"support_plan": {"intent_child": "字"}})"),
              "{ ／字／|か}")
        << "no reading from pieces of different origin";
}

TEST(Readings, StandInTheFormsWords) {
    EXPECT_EQ(shown(R"("{氏名|し|めい}と{{document.id}}{生年月日|せいねんがっぴ}")", "{}"),
              "氏<し>名<めい>と生年月日<せいねんがっぴ>");
    EXPECT_EQ(
        shown(
            R"("あ{{#document.version}}{版|はん}{{/document.version}}{{^document.version}}い{版|はん}{{/document.version}}")",
            "{}"),
        "あい版<はん>")
        << "joined words keep their places";
}

TEST(Readings, OfAValueComeFromAnotherValue) {
    constexpr std::string_view name =
        R"([ { text = "{{child.family_name}}", ruby = "{{child.family_name_kana}}" }, "様" ])";
    EXPECT_EQ(shown(name, R"({"child": {"names": [{"family_name": "佐藤", "family_name_kana": "さとう"}]}})"),
              "佐藤<さとう>／様");
    EXPECT_EQ(shown(name, R"({"child": {"names": [{"family_name": "佐藤"}]}})"), "佐藤／様");
    EXPECT_EQ(shown(name, R"({"child": {"names": [{"family_name_kana": "さとう"}]}})"), "様");
    EXPECT_EQ(shown(name, R"({"child": {"names": [{"family_name": "佐藤", "family_name_kana": "さとう"}]}})",
                    form::Purpose::blank),
              "様");
    constexpr std::string_view whole = R"([ { text = "{{guardian.name}}", ruby = "{{guardian.name_kana}}" } ])";
    EXPECT_EQ(shown(whole, R"({"guardians": [{"name": "佐藤　花", "name_kana": "さとう はな"}]})"),
              "佐藤<さとう>　花<はな>")
        << "word by word";
    EXPECT_EQ(shown(whole, R"({"guardians": [{"name": "佐藤花", "name_kana": "さとう はな"}]})"),
              "佐藤花<さとう はな>");
    EXPECT_EQ(shown(R"([ { text = "{{child.school_name}}", ruby = "{{child.class_name}}" } ])",
                    R"({"child": {"school_name": "{青葉|あおば}小", "class_name": "がっこう"}})"),
              "青葉<あおば>小")
        << "those in the value itself go before";
}

/// A form whose own readings hang on a parameter.
form::FormDefinition form_with_switch(std::string_view text) {
    return form_of(
        "ruby = \"param.ruby\"\n[param.ruby]\ntype = \"bool\"\ndefault = true\n"
        "[[block]]\nkind = \"panel\"\nname = \"p\"\nlines = [ { min = 10, cells = \"a*4\" } ]\n"
        "[block.cell]\na = { text = " +
        std::string(text) + " }\n");
}

TEST(Readings, OfTheFormAreLeftOutIfItsParameterSaysSo) {
    const auto form = form_with_switch(
        R"([ "{氏名|しめい}", { text = "{{child.family_name}}", ruby = "{{child.family_name_kana}}" }, "{{child.school_name}}" ])");
    constexpr std::string_view json =
        R"({"child": {"school_name": "{青葉|あおば}", "names": [{"family_name": "佐藤", "family_name_kana": "さとう"}]}})";
    const auto shown_with = [&](std::string_view yes) {
        const auto request = request_for(form::Purpose::record, {{"ruby", std::string(yes)}});
        return with_readings(runs_of(cell_named(filled(form, json, request), "a")));
    };
    EXPECT_EQ(shown_with("true"), "氏名<しめい>／佐藤<さとう>／青葉<あおば>");
    EXPECT_EQ(shown_with("false"), "氏名／佐藤／青葉<あおば>") << "those in the data are always printed";
}

TEST(Readings, OfWordsStandOverTheOptionsOfAChoice) {
    const auto form = form_of(
        "[[block]]\nkind = \"panel\"\nname = \"p\"\nlines = [ { min = 10, cells = \"a*4\" } ]\n"
        "[block.cell]\na = { choice = \"child.sex\", words = { male = \"{男|おとこ}\", female = \"{女|おんな}\" } }\n");
    const FilledForm result = filled(form, R"({"child": {"sex": "male"}})");
    const auto& choice = std::get<Choice>(cell_named(result, "a").content);
    EXPECT_EQ(with_readings(std::vector{choice.options.at(0).run}), "男<おとこ>");
}

TEST(Readings, OfAChoiceOfAParameterNeedNotBeAskedFor) {
    const auto form = form_of(
        "[param.use]\ntype = \"text\"\ndefault = \"{区|く}用\"\nchoices = [ \"{区|く}用\", \"{市|し}用\" ]\n"
        "[[block]]\nkind = \"panel\"\nname = \"p\"\nlines = [ { min = 10, cells = \"a*4\" } ]\n"
        "[block.cell]\na = { text = \"{{param.use}}\" }\n");
    const auto shown_with = [&](std::string_view use) {
        const auto request = request_for(form::Purpose::record, {{"use", std::string(use)}});
        return with_readings(runs_of(cell_named(filled(form, "{}", request), "a")));
    };
    EXPECT_EQ(with_readings(runs_of(cell_named(filled(form, "{}"), "a"))), "区<く>用");
    EXPECT_EQ(shown_with("市用"), "市<し>用");
    EXPECT_EQ(shown_with("{市|し}用"), "市<し>用");
    const auto refused = said(form, "{}", request_for(form::Purpose::record, {{"use", "町用"}}));
    EXPECT_FIRES("fill.parameter.value", refused);
    EXPECT_THAT(refused.front().hint, ::testing::HasSubstr("「区用」「市用」"));
}

TEST(Readings, DoNotStandInBands) {
    auto form = form_with_text("\"{頁|ページ}\"");
    form.page.footer.center->content =
        std::get<form::TextContent>(std::get<form::Panel>(form.blocks.front().body).cells.at("a").content);
    const FilledForm result = filled(form, "{}");
    EXPECT_EQ(with_readings(result.sections.front().footer.center->runs), "頁");
    EXPECT_EQ(with_readings(runs_of(cell_named(result, "a"))), "頁<ページ>");
}

}  // namespace
}  // namespace besshi::fill::tests
