#include "form_fixture.h"

/// Mustache inside cells.
namespace besshi::form::tests {

namespace {

constexpr std::string_view place = "{{plan.policy}}{{#plan.period}}（{{plan.period.wareki}}）{{/plan.period}}";

Slip with_text(std::string_view text) {
    return slip(place, text);
}
Diagnostics faults_with(std::string_view text) {
    return with_text(text).faults;
}

const std::vector<Tag>& tags() {
    return std::get<TextContent>(panel(whole(), 0).cells.at("policy").content).runs.front().tags;
}

TEST(Tags, are_resolved) {
    ASSERT_EQ(tags().size(), 3u);
    EXPECT_EQ(tags()[0].name, "plan.policy");
    EXPECT_EQ(tags()[0].field->path, "plan.policy");
    EXPECT_TRUE(tags()[1].section);
    EXPECT_EQ(tags()[1].field->kind, field::Kind::period);
    EXPECT_EQ(tags()[2].derived, "wareki");
    EXPECT_FALSE(tags()[2].section);
}

TEST(Tags, everything_a_form_may_say) {
    for (const std::string_view text :
         {"{{ plan.policy }}", "{{plan.manager.name}}", "{{plan.fee.yen}}", "{{plan.rows.count}}", "{{case_number}}",
          "{{param.title}}", "{{words.domain.health}}", "{{document.id}}{{document.version}}",
          "{{#child.tall}}高{{/child.tall}}", "{{^child.tall}}低{{/child.tall}}", "{{#param.show}}示{{/param.show}}",
          "{{#document.version}}版{{/document.version}}",
          "{{#plan.rows}}{{goal}}・{{item.word}}{{domains.lines}}{{child.name}}{{/plan.rows}}",
          "{{#plan.rows}}{{.goal}}{{/plan.rows}}", "{{#plan.rows}}{{#domains}}{{.word}}{{/domains}}{{/plan.rows}}",
          "{{#plan.rows}}{{circled}}{{.ordinal}}{{#domains}}{{ordinal}}{{/domains}}{{/plan.rows}}",
          "{{#plan.manager}}{{name}}{{/plan.manager}}", "{ 波かっこ一つ }"})
        EXPECT_TRUE(faults_with(text).empty()) << text << "\n" << besshi::tests::list(faults_with(text));
}

TEST(Tags, unknown_path_names_the_nearest) {
    const Slip slipped = with_text("方針：¦{{plan.polcy}}");
    EXPECT_FIRES("form.path.unknown", slipped.faults);
    EXPECT_AT_MARK("form.path.unknown", slipped);
    EXPECT_EQ(slipped.faults.front().hint, "もしかして「plan.policy」ですか。");
    EXPECT_SILENT("form.path.unknown", faults_with("方針：{{plan.policy}}"));
}

TEST(Tags, only_elements_of_lists_have_numbers) {
    EXPECT_FIRES("form.path.unknown", faults_with("{{plan.ordinal}}"));
    EXPECT_FIRES("form.path.unknown", faults_with("{{plan.rows.ordinal}}"));
    EXPECT_FIRES("form.path.unknown", faults_with("{{#plan.period}}{{ordinal}}{{/plan.period}}"));
    EXPECT_TRUE(faults("text  = \"{{row.goal}}\"", "text = \"{{row.goal}}{{row.circled}}{{row.ordinal}}\"").empty());
    EXPECT_FIRES("form.path.unknown", faults("start = { text = \"{{day.start.hm}}\" }",
                                             "start = { text = \"{{day.start.hm}}{{day.ordinal}}\" }"));
}

TEST(Tags, nearest_names) {
    const auto hint = [](std::string_view text) { return faults_with(text).front().hint; };
    EXPECT_EQ(hint("{{plam.policy}}"), "もしかして「plan.policy」ですか。");
    EXPECT_EQ(hint("{{child.brith_date.wareki}}"), "もしかして「child.birth_date.wareki」ですか。");
    EXPECT_EQ(hint("{{plan.manager.nane}}"), "もしかして「plan.manager.name」ですか。");
    EXPECT_EQ(hint("{{zzzzzzzz}}"), "項目の名前は forms/fields.toml にあります。");
}

TEST(Tags, nearest_alias) {
    const Slip slipped = slip("text  = \"{{row.goal}}\"", "text  = \"¦{{raw.goal}}\"");
    EXPECT_AT_MARK("form.path.unknown", slipped);
    EXPECT_EQ(slipped.faults.front().hint, "もしかして「row.goal」ですか。");
}

TEST(Tags, an_alias_lives_only_where_it_is_named) {
    EXPECT_FIRES("form.path.unknown", faults_with("{{row.goal}}"));
    EXPECT_FIRES("form.path.unknown", faults("corner  = \"\"", "corner  = \"{{day.word}}\""));
}

TEST(Tags, place_counts_characters_and_escapes) {
    EXPECT_AT_MARK("form.path.unknown", with_text("一行\\n二行\\\"¦{{plan.polcy}}"));
    EXPECT_AT_MARK("form.path.unknown", with_text("𠮷野家¦{{plan.polcy}}"));
}

TEST(Tags, derived_name_that_does_not_go_with_the_kind) {
    const Slip slipped = with_text("¦{{plan.policy.wareki}}");
    EXPECT_FIRES("form.tag.derived", slipped.faults);
    EXPECT_AT_MARK("form.tag.derived", slipped);
    EXPECT_SILENT("form.tag.derived", faults_with("{{plan.created_on.wareki}}"));
    const Slip date = with_text("¦{{plan.created_on.warki}}");
    EXPECT_AT_MARK("form.tag.derived", date);
    for (const std::string_view name : field::derived_names(field::Kind::date))
        EXPECT_NE(date.faults.front().hint.find("「" + std::string(name) + "」"), std::string::npos) << name;
}

TEST(Tags, values_that_cannot_be_printed_as_they_are) {
    const Slip slipped = with_text("¦{{plan.created_on}}");
    EXPECT_FIRES("form.tag.no_text", slipped.faults);
    EXPECT_AT_MARK("form.tag.no_text", slipped);
    for (const std::string_view text :
         {"{{plan.period}}", "{{plan.rows}}", "{{child}}", "{{child.tall}}", "{{plan.fee}}", "{{plan.manager}}"})
        EXPECT_FIRES("form.tag.no_text", faults_with(text));
    EXPECT_SILENT("form.tag.no_text", faults_with("{{child.number}}"));
}

TEST(Tags, lines_only_for_lists_of_words) {
    EXPECT_FIRES("form.path.unknown", faults_with("{{plan.rows.lines}}"));
}

TEST(Tags, refused_kinds) {
    for (const std::string_view text :
         {"¦{{{plan.policy}}}", "¦{{&plan.policy}}", "¦{{>plan}}", "¦{{=<% %>=}}", "¦{{! なし }}"}) {
        const Slip slipped = with_text(text);
        EXPECT_FIRES("form.tag.refused", slipped.faults);
        EXPECT_AT_MARK("form.tag.refused", slipped);
    }
    EXPECT_SILENT("form.tag.refused", faults_with("{{plan.policy}} & >"));
}

TEST(Tags, names_that_are_none) {
    const Slip slipped = with_text("¦{{方針}}");
    EXPECT_FIRES("form.tag.name", slipped.faults);
    EXPECT_AT_MARK("form.tag.name", slipped);
    EXPECT_FIRES("form.tag.name", faults_with("{{}}"));
    EXPECT_FIRES("form.tag.name", faults_with("{{plan policy}}"));
    EXPECT_SILENT("form.tag.name", faults_with("{{ plan.policy }}"));
}

TEST(Tags, half_a_tag) {
    const Slip open = with_text("方針¦{{plan.policy");
    EXPECT_FIRES("form.tag.unclosed", open.faults);
    EXPECT_AT_MARK("form.tag.unclosed", open);
    EXPECT_SILENT("form.tag.unclosed", faults_with("方針{plan.policy"));

    const Slip stray = with_text("方針plan.policy¦}}");
    EXPECT_FIRES("form.tag.stray", stray.faults);
    EXPECT_AT_MARK("form.tag.stray", stray);
    EXPECT_AT_MARK("form.tag.stray", with_text("¦｛｛plan.policy}"));
    EXPECT_SILENT("form.tag.stray", faults_with("方針plan.policy}"));
}

TEST(Tags, page_counters_only_in_bands) {
    const Slip slipped = with_text("¦{{page}}");
    EXPECT_FIRES("form.tag.band_only", slipped.faults);
    EXPECT_AT_MARK("form.tag.band_only", slipped);
    EXPECT_SILENT("form.tag.band_only", faults("left = \"{{child.name}}\"", "left = \"{{page}}\""));
}

TEST(Tags, time_only_on_the_time_axis) {
    EXPECT_FIRES("form.path.unknown", faults_with("{{time.hm}}"));
}

TEST(Tags, a_dot_needs_a_section) {
    const Slip slipped = with_text("¦{{.goal}}");
    EXPECT_FIRES("form.tag.dot_outside", slipped.faults);
    EXPECT_AT_MARK("form.tag.dot_outside", slipped);
    EXPECT_SILENT("form.tag.dot_outside", faults_with("{{#plan.rows}}{{.goal}}{{/plan.rows}}"));
}

TEST(Sections, left_open) {
    const Slip slipped = with_text("¦{{#plan.period}}期間");
    EXPECT_FIRES("form.section.unclosed", slipped.faults);
    EXPECT_AT_MARK("form.section.unclosed", slipped);
    EXPECT_SILENT("form.section.unclosed", faults_with("{{#plan.period}}期間{{/plan.period}}"));
}

TEST(Sections, closed_without_a_beginning) {
    const Slip slipped = with_text("期間¦{{/plan.period}}");
    EXPECT_FIRES("form.section.unopened", slipped.faults);
    EXPECT_AT_MARK("form.section.unopened", slipped);
    EXPECT_SILENT("form.section.unopened", faults_with("{{^plan.period}}期間{{/plan.period}}"));
}

TEST(Sections, crossed) {
    const Slip slipped = with_text("{{#plan.period}}{{#child.tall}}期間¦{{/plan.period}}{{/child.tall}}");
    EXPECT_FIRES("form.section.crossed", slipped.faults);
    EXPECT_AT_MARK("form.section.crossed", slipped);
    EXPECT_SILENT("form.section.crossed",
                  faults_with("{{#plan.period}}{{#child.tall}}期間{{/child.tall}}{{/plan.period}}"));
}

TEST(Sections, each_run_closes_its_own) {
    EXPECT_FIRES("form.section.unclosed",
                 faults("sign_label = \"署名\"", "sign_label = [ \"{{#child.tall}}\", \"署名{{/child.tall}}\" ]"));
}

TEST(Text, characters_no_paper_shows) {
    const Slip slipped = with_text("方針¦\\u0007");
    EXPECT_FIRES("form.text.character", slipped.faults);
    EXPECT_FIRES("form.text.character", faults_with("方針\\uFDD0"));
    EXPECT_SILENT("form.text.character", faults_with("方針\\n次"));
}

TEST(Readings, that_cannot_be_read_are_told) {
    const Slip slipped = with_text("氏名と¦{漢字|か|ん|じ}");
    EXPECT_FIRES("form.ruby.malformed", slipped.faults);
    EXPECT_AT_MARK("form.ruby.malformed", slipped);
    EXPECT_SILENT("form.ruby.malformed", faults_with("氏名と{漢字|かん|じ}"));
    EXPECT_SILENT("form.ruby.malformed", faults_with("{漢字|かんじ}{{plan.policy}}{ 波かっこ一つ }"));
}

TEST(Readings, of_a_run_stand_over_one_value_of_one_line) {
    constexpr std::string_view name = "name   = { text = \"{{child.name}}\",";
    const auto with_runs = [&](std::string_view runs) {
        return slip(name, "name   = { text = [ " + std::string(runs) + " ],");
    };
    EXPECT_TRUE(with_runs(R"({ text = "{{child.name}}", ruby = "{{case_number}}" })").faults.empty());
    const Slip two = with_runs(R"({ text = "{{child.name}}様", ruby = ¦"{{case_number}}" })");
    EXPECT_FIRES("form.ruby.base", two.faults);
    EXPECT_AT_MARK("form.ruby.base", two);
    EXPECT_FIRES("form.ruby.base", with_runs(R"({ text = "{{plan.notes}}", ruby = "{{case_number}}" })").faults);
    EXPECT_FIRES("form.ruby.base", with_runs(R"({ text = "氏名", ruby = "しめい" })").faults);
    EXPECT_SILENT("form.ruby.base", with_runs(R"({ text = "{{case_number}}", ruby = "{{child.name}}" }, "様")").faults);
    EXPECT_FIRES("form.path.unknown", with_runs(R"({ text = "{{child.name}}", ruby = "{{child.kana}}" })").faults);
}

TEST(Readings, of_the_forms_words_hang_on_a_parameter_of_yes_or_no) {
    const auto with_ruby = [](std::string_view ruby) {
        return slip("face = \"gothic\"\nsize = 10", "face = \"gothic\"\nruby = " + std::string(ruby) + "\nsize = 10");
    };
    EXPECT_TRUE(with_ruby("\"param.show\"").faults.empty());
    EXPECT_AT_MARK("form.param.unknown", with_ruby("¦\"param.shown\""));
    EXPECT_FALSE(with_ruby("\"param.title\"").faults.empty());
    EXPECT_FALSE(whole().readings);
}

}  // namespace

}  // namespace besshi::form::tests
