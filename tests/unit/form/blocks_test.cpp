#include "form_fixture.h"

#include <fmt/format.h>

/// Panels, the mini-language of their lines, tables, timetables, signatures.
namespace besshi::form::tests {

namespace {

std::string line_text(const PanelLine& line) {
    std::string text;
    for (const LineCell& cell : line.cells)
        text += fmt::format("{}{}*{} ", cell.name.empty() ? "_" : cell.name,
                            cell.repeat > 0 ? fmt::format("#{}", cell.repeat) : "", cell.span);
    return text;
}

// ── lines ───────────────────────────────────────────────────────────────────

TEST(Lines, cells_spans_and_blanks) {
    const Panel& who = panel(whole(), 0);
    EXPECT_EQ(line_text(who.lines[1]), "name_label*2 name*4 birth_label*2 birth*4 ");
    EXPECT_EQ(line_text(who.lines[4]), "policy_label*2 number*4 _*2 tall*4 ");
    EXPECT_EQ(who.lines[0].min_height, Length::from_mm(7));
    EXPECT_EQ(who.lines[4].bottom, Stroke::medium);
    ASSERT_TRUE(who.lines[3].condition);
    EXPECT_EQ(who.lines[3].condition->parameter, "show");
    EXPECT_TRUE(who.lines[3].condition->wanted);
}

TEST(Lines, groups_are_written_out_with_their_element) {
    const Panel& week = panel(whole(), 1);
    EXPECT_EQ(line_text(week.lines[0]), "corner*3 weekday#1*3 weekday#2*3 weekday#3*3 ");
    EXPECT_EQ(line_text(week.lines[1]),
              "corner*3 start#1*1 sign#1*1 end#1*1 start#2*1 sign#2*1 end#2*1 start#3*1 sign#3*1 end#3*1 ");
    ASSERT_TRUE(week.each);
    EXPECT_EQ(week.each->as, "day");
    EXPECT_EQ(week.each->field->path, "plan.days{}");
}

TEST(Lines, two_groups_of_one_line_stay_apart) {
    const auto form = load_text(changed("day( start sign end )", "day( start sign ) day( end )"));
    ASSERT_TRUE(form) << besshi::tests::list(faults_of(form));
    EXPECT_EQ(line_text(panel(form->front(), 1).lines[1]),
              "corner*3 start#1*1 sign#1*1 start#2*1 sign#2*1 start#3*1 sign#3*1 end#1*1 end#2*1 end#3*1 ");
}

TEST(Lines, add_up_to_the_ruler) {
    const Slip slipped =
        slip("\"name_label*2 name*4 birth_label*2 birth*4\"", "¦\"name_label*2 name*4 birth_label*2 birth*5\"");
    EXPECT_FIRES("form.line.sum", slipped.faults);
    EXPECT_AT_MARK("form.line.sum", slipped);
    EXPECT_EQ(slipped.faults.front().sentence, "列の数の合計が 13 です。[ruler] の列は 12 です。");
    EXPECT_SILENT("form.line.sum", faults("name*4 birth_label*2 birth*4", "name*3 birth_label*2 birth*5"));
}

TEST(Lines, stray_signs) {
    const Slip slipped = slip("\"name_label*2 name*4", "\"name_label*2¦、name*4");
    EXPECT_FIRES("form.cells.sign", slipped.faults);
    EXPECT_AT_MARK("form.cells.sign", slipped);
    EXPECT_SILENT("form.cells.sign", faults("\"name_label*2 name*4", "\"name_label * 2   name*4"));
    EXPECT_AT_MARK("form.cells.sign", slip("\"name_label*2 name*4", "\"name_label*2¦　name*4"));
    EXPECT_AT_MARK("form.cells.sign", slip("day( start sign end )", "day( start sign end )¦)"));
}

TEST(Lines, counts_that_are_none) {
    const Slip slipped = slip("\"name_label*2 name*4", "\"name_label*2 ¦name*x");
    EXPECT_FIRES("form.cells.count", slipped.faults);
    EXPECT_AT_MARK("form.cells.count", slipped);
    EXPECT_AT_MARK("form.cells.count", slip("\"name_label*2 name*4", "\"name_label*2 ¦name*0"));
    EXPECT_AT_MARK("form.cells.count", slip("\"name_label*2 name*4", "\"name_label*2 ¦name*99999999999999"));
    EXPECT_SILENT("form.cells.count", faults("\"name_label*2 name*4", "\"name_label*2 name*6"));
}

TEST(Lines, groups_open_nested_or_of_another_name) {
    const Slip open = slip("day( start sign end )", "¦day( start sign end ");
    EXPECT_FIRES("form.group.open", open.faults);
    EXPECT_AT_MARK("form.group.open", open);
    EXPECT_SILENT("form.group.open", faults("day( start sign end )", "day(start sign end)"));

    const Slip nested = slip("day( start sign end )", "day( start ¦day( sign end )");
    EXPECT_FIRES("form.group.nested", nested.faults);
    EXPECT_AT_MARK("form.group.nested", nested);
    EXPECT_SILENT("form.group.nested", faults("day( start sign end )", "day( start ) day( sign end )"));

    const Slip other = slip("day( start sign end )", "¦days( start sign end )");
    EXPECT_FIRES("form.group.name", other.faults);
    EXPECT_AT_MARK("form.group.name", other);
    EXPECT_SILENT("form.group.name", faults("day( start sign end )", "day ( start sign end )"));
}

TEST(Lines, a_panel_without_any) {
    EXPECT_FIRES("form.panel.empty",
                 faults("lines = [ { min = 10, cells = \"sign_label*4 day*4 sign*4\" } ]", "lines = []"));
    EXPECT_SILENT("form.panel.empty", faults("min = 10, cells", "min = 11, cells"));
}

TEST(Lines, each_needs_a_list_and_a_count) {
    EXPECT_AT_MARK("form.path.kind", slip("each  = { day = \"plan.days\"", "each  = { day = ¦\"plan.policy\""));
    EXPECT_AT_MARK("form.key.missing",
                   slip("each  = { day = \"plan.days\", count = 3 }", "each  = ¦{ day = \"plan.days\" }"));
    EXPECT_AT_MARK("form.path.unknown", slip("each  = { day = \"plan.days\"", "each  = { day = ¦\"plan.day\""));
}

// ── cells ───────────────────────────────────────────────────────────────────

TEST(Cells, undefined) {
    const Slip slipped = slip("\"title*12\"", "¦\"titel*12\"");
    EXPECT_FIRES("form.cell.undefined", slipped.faults);
    EXPECT_AT_MARK("form.cell.undefined", slipped);
    EXPECT_SILENT("form.cell.undefined", faults("\"title*12\"", "\"_*12\""));
}

TEST(Cells, unused) {
    const Slip slipped = slip("sign_label = \"署名\"", "sign_label = \"署名\"\n¦other = \"ほか\"");
    EXPECT_FIRES("form.cell.unused", slipped.faults);
    EXPECT_AT_MARK("form.cell.unused", slipped);
    EXPECT_SILENT("form.cell.unused", faults("sign_label = \"署名\"", "sign_label = \"署名２\""));
    EXPECT_FIRES("form.cell.unused",
                 faults("[block.group.content]", "[block.group.none]\nheading = \"無\"\n[block.group.content]"));
}

TEST(Cells, twice_in_a_line) {
    const Slip slipped = slip("\"title*12\"", "¦\"title*6 title*6\"");
    EXPECT_FIRES("form.cell.twice", slipped.faults);
    EXPECT_AT_MARK("form.cell.twice", slipped);
    EXPECT_SILENT("form.cell.twice", faults("\"title*12\"", "\"title*6 _*3 _*3\""));
}

TEST(Cells, label_and_cell_of_one_name) {
    EXPECT_AT_MARK("form.name.twice", slip("[block.cell]\nname   =", "[block.cell]\n¦name_label = \"氏名\"\nname   ="));
}

TEST(Cells, merges_are_rectangles) {
    const Slip slipped = slip("\"policy_label*2 number*4 _*2 tall*4\"", "¦\"policy_label*3 number*3 _*2 tall*4\"");
    EXPECT_FIRES("form.merge.shape", slipped.faults);
    EXPECT_AT_MARK("form.merge.shape", slipped);
    EXPECT_SILENT("form.merge.shape",
                  faults("policy_label*2 number*4 _*2 tall*4", "policy_label*2 number*5 _*1 tall*4"));
}

TEST(Cells, a_merge_may_not_leave_out_a_line) {
    EXPECT_FIRES(
        "form.merge.shape",
        faults(
            "\"policy_label*2 policy*10\" },\n  { min = 6, cells = \"policy_label*2 policy*10\", if = \"param.show\" }",
            "\"policy_label*2 policy*10\" },\n  { min = 6, cells = \"_*2 policy*10\" }"));
}

TEST(Cells, merges_hold_under_every_parameter) {
    // With show = false the middle line is gone, and name_label would come back.
    EXPECT_FIRES("form.merge.shape", faults("{ min = 6, cells = \"policy_label*2 policy*10\", if = \"param.show\" }",
                                            "{ min = 6, cells = \"_*2 policy*10\", if = \"param.show\" }"));
    // Lines that never print together need not fit.
    EXPECT_SILENT("form.merge.shape",
                  faults("{ min = 6, cells = \"policy_label*2 policy*10\", if = \"param.show\" },\n  { min = 5, cells "
                         "= \"policy_label*2 number*4 _*2 tall*4\", bottom = \"medium\" },",
                         "{ min = 6, cells = \"number*4 _*4 tall*4\", if = \"param.show\" },\n  { min = 5, cells = "
                         "\"number*6 _*2 tall*4\", unless = \"param.show\" },"));
}

TEST(Cells, if_and_unless_at_once) {
    const Slip slipped = slip("number = { digits = \"child.number\", if = \"param.show\" }",
                              "number = { digits = \"child.number\", if = \"param.show\", unless = ¦\"param.show\" }");
    EXPECT_FIRES("form.condition.both", slipped.faults);
    EXPECT_AT_MARK("form.condition.both", slipped);
    EXPECT_SILENT("form.condition.both", faults("\"child.number\", if", "\"child.number\", unless"));
}

TEST(Cells, conditions_stand_at_block_line_and_cell) {
    EXPECT_TRUE(panel(whole(), 0).cells.at("number").condition);
    const Block* consent = find_block(whole(), "consent");
    ASSERT_TRUE(consent->condition);
    EXPECT_FALSE(consent->condition->wanted);
    EXPECT_TRUE(consent->break_before);
}

TEST(Cells, contents) {
    const auto& cells = panel(whole(), 0).cells;
    const auto& digits = std::get<DigitsContent>(cells.at("number").content);
    EXPECT_EQ(digits.boxes, 10);
    const auto& choice = std::get<ChoiceContent>(cells.at("tall").content);
    ASSERT_EQ(choice.options.size(), 2u);
    EXPECT_EQ(choice.options[0].word, "有");  // the order of the file, not of the alphabet
    EXPECT_EQ(choice.between, " ・ ");
    EXPECT_EQ(cells.at("policy").by_hand, ByHand::when_absent);
    EXPECT_EQ(std::get<TextContent>(cells.at("policy").content).hang, (Hang{true, {}}));
    const auto& consent = panel(whole(), 4).cells;
    EXPECT_EQ(consent.at("day").by_hand, ByHand::when_signing);
    const auto& sign = std::get<SignContent>(consent.at("sign").content);
    EXPECT_EQ(sign.field_name, "guardian_signature");
    EXPECT_EQ(sign.tip, "保護者署名");
    EXPECT_EQ(sign.locks, "all");
    const auto& label = std::get<TextContent>(cells.at("policy_label").content);
    ASSERT_EQ(label.runs.size(), 2u);
    EXPECT_EQ(label.runs[1].size, Length::from_pt(7));
    EXPECT_EQ(label.runs[1].underline, true);
}

TEST(Cells, image_and_empty) {
    const auto with = [](std::string_view content) {
        return load_text(changed(
            "tall   = { choice = \"child.tall\", words = { true = \"有\", false = \"無\" }, between = \" ・ \" }",
            "tall   = { " + std::string(content) + " }"));
    };
    EXPECT_FIRES("form.path.kind", faults_of(with("image = \"child.picture\", alt = \"child.name\"")));
    EXPECT_FIRES("form.path.kind", faults_of(with("image = \"plan.policy\", alt = \"plan.policy\"")));
    EXPECT_FIRES("form.key.missing", faults_of(with("image = \"child.picture\"")));
    const auto form = with("image = \"child.picture\", alt = \"plan.policy\"");
    ASSERT_TRUE(form) << besshi::tests::list(faults_of(form));
    const auto& image = std::get<ImageContent>(panel(form->front(), 0).cells.at("tall").content);
    EXPECT_EQ(image.path, "child.picture");
    EXPECT_EQ(image.alternative_path, "plan.policy");
    const auto empty = load_text(changed("digits = \"child.number\"", "empty = true"));
    ASSERT_TRUE(empty) << besshi::tests::list(faults_of(empty));
    EXPECT_TRUE(std::holds_alternative<EmptyContent>(panel(empty->front(), 0).cells.at("number").content));
}

TEST(Cells, one_content_each) {
    const Slip two =
        slip("number = { digits = \"child.number\"", "number = { text = \"１\", digits = ¦\"child.number\"");
    EXPECT_FIRES("form.cell.content", two.faults);
    EXPECT_AT_MARK("form.cell.content", two);
    EXPECT_SILENT("form.cell.content", faults("digits = \"child.number\"", "text = \"{{child.number}}\""));

    const Slip none = slip("number = { digits = \"child.number\", if", "number = ¦{ if");
    EXPECT_FIRES("form.cell.no_content", none.faults);
    EXPECT_AT_MARK("form.cell.no_content", none);
    EXPECT_SILENT("form.cell.no_content", faults("digits = \"child.number\"", "empty = true"));
}

TEST(Cells, text_that_is_none) {
    const Slip slipped = slip("sign_label = \"署名\"", "sign_label = ¦5");
    EXPECT_FIRES("form.run.kind", slipped.faults);
    EXPECT_AT_MARK("form.run.kind", slipped);
    EXPECT_AT_MARK("form.run.kind", slip("[ \"優先\\n順位\" ]", "[ ¦1 ]"));
    EXPECT_SILENT("form.run.kind", faults("sign_label = \"署名\"", "sign_label = [ \"署\", \"名\" ]"));
}

TEST(Cells, choices_of_several_and_texts_around_them) {
    const auto choice_of = [](std::string_view content) {
        const auto form = load_text(changed("text    = \"{{row.order}}\"", content));
        EXPECT_TRUE(form) << besshi::tests::list(faults_of(form));
        const auto& rows = std::get<Table>(find_block(form->front(), "rows")->body);
        return std::get<ChoiceContent>(rows.columns[3].cells[0].content);
    };
    const ChoiceContent choice = choice_of("choice = \"row.domains\"\nbefore = \"[\"\nafter = \"（{{row.goal}}）]\"");
    ASSERT_EQ(choice.options.size(), 2u);
    EXPECT_EQ(choice.options[0].word, "健康・生活");
    EXPECT_EQ(choice.options[1].word, "うんどう") << "the form's own word";
    EXPECT_EQ(choice.before.at(0).source, "[");
    EXPECT_EQ(choice.after.at(0).tags.at(0).field->path, "plan.rows[].goal");
    EXPECT_AT_MARK("form.path.kind", slip("text    = \"{{row.order}}\"", "choice = ¦\"plan.rows\""));
    EXPECT_AT_MARK("form.path.unknown",
                   slip("text    = \"{{row.order}}\"", "choice = \"row.item\"\nafter = \"¦{{row.gaol}}\""));
}

TEST(Cells, paragraphs_hang_by_several_leads) {
    const auto form = load_text(changed("hang = \"item\"", "hang = [ \"（本人）\", \"item\", \"（家族）\" ]"));
    ASSERT_TRUE(form) << besshi::tests::list(faults_of(form));
    const Hang& hang = std::get<TextContent>(panel(form->front(), 0).cells.at("policy").content).hang;
    EXPECT_TRUE(hang.items);
    EXPECT_EQ(hang.leads, (std::vector<std::string>{"（本人）", "（家族）"}));
    EXPECT_AT_MARK("form.value.kind", slip("hang = \"item\"", "hang = ¦true"));
}

TEST(Cells, codes_of_choices_and_ticks) {
    const Slip tick = slip("code = \"health\"", "code = ¦\"helth\"");
    EXPECT_FIRES("form.code.unknown", tick.faults);
    EXPECT_AT_MARK("form.code.unknown", tick);
    EXPECT_SILENT("form.code.unknown", faults("code = \"health\"", "code = \"motion\""));
    EXPECT_AT_MARK("form.code.unknown", slip("{ true = \"有\"", "{ ¦yes = \"有\""));
    EXPECT_AT_MARK("form.path.kind", slip("choice = \"child.tall\"", "choice = ¦\"child.name\""));
    EXPECT_AT_MARK("form.path.kind", slip("list = \"row.domains\"", "list = ¦\"row.goal\""));
}

// ── labels ──────────────────────────────────────────────────────────────────

TEST(Labels, head_the_values_to_their_right) {
    const auto& cells = panel(whole(), 0).cells;
    EXPECT_EQ(cells.at("name_label").labels, std::vector<std::string>{"name"});
    EXPECT_EQ(cells.at("birth_label").labels, std::vector<std::string>{"birth"});
    EXPECT_TRUE(cells.at("title").labels.empty());
}

TEST(Labels, of_says_it_otherwise) {
    EXPECT_EQ(panel(whole(), 0).cells.at("policy_label").labels, std::vector<std::string>{"policy"});
    EXPECT_EQ(panel(whole(), 1).cells.at("weekday").labels, (std::vector<std::string>{"start", "end"}));
    EXPECT_TRUE(panel(whole(), 1).cells.at("sign").labels.empty());  // start and end belong to weekday
    EXPECT_EQ(panel(whole(), 4).cells.at("sign_label").labels, (std::vector<std::string>{"day", "sign"}));
}

TEST(Labels, of_a_cell_that_is_not_there) {
    const Slip slipped = slip("policy_label = { text", "¦policy_label = { text");
    EXPECT_SILENT("form.label.of", slipped.faults);
    const Slip wrong = slip(
        "policy_label = { text = [ \"方針\\n\", { text = \"小さく\", size = 7, underline = true } ], of = [ \"policy\" "
        "] }",
        "¦policy_label = { text = \"方針\", of = [ \"polcy\" ] }");
    EXPECT_FIRES("form.label.of", wrong.faults);
    EXPECT_AT_MARK("form.label.of", wrong);
}

TEST(Labels, of_columns_and_groups) {
    const auto& rows = std::get<Table>(find_block(whole(), "rows")->body);
    EXPECT_EQ(rows.columns[0].heading->labels, std::vector<std::string>{"item"});
    EXPECT_EQ(rows.groups[0].heading.labels, (std::vector<std::string>{"goal", "domains_health", "column3_2"}));
}

// ── signatures ──────────────────────────────────────────────────────────────

TEST(Signatures, have_room_for_a_pen) {
    EXPECT_FIRES("form.sign.small", faults("min = 10, cells", "min = 9.9, cells"));
    EXPECT_FIRES("form.sign.small", faults("sign_label*4 day*4 sign*4", "sign_label*5 day*5 sign*2"));
    EXPECT_FIRES("form.sign.small", faults("sign_label*4 day*4 sign*4", "sign_label*5 day*4 sign*3"));  // 45 mm
    EXPECT_SILENT("form.sign.small", faults("sign_label*4 day*4 sign*4", "sign_label*4 day*4 sign*4"));
}

TEST(Signatures, names_are_latin_and_unique) {
    const Slip slipped = slip("sign = \"guardian_signature\"", "sign = ¦\"保護者署名\"");
    EXPECT_FIRES("form.sign.name", slipped.faults);
    EXPECT_AT_MARK("form.sign.name", slipped);
    EXPECT_SILENT("form.sign.name", faults("sign = \"guardian_signature\"", "sign = \"guardian2\""));
    for (const char* name : {"Guardian", "2nd_guardian", "_guardian", "guardian.signature", ""})
        EXPECT_FIRES("form.sign.name", faults("\"guardian_signature\"", "\"" + std::string(name) + "\""));
    EXPECT_SILENT("form.sign.name", faults("guardian_signature", std::string(50, 'g')));
    EXPECT_FIRES("form.sign.name", faults("guardian_signature", std::string(51, 'g')));

    const std::string_view day = "day  = { text = \"{{plan.created_on.wareki}}\", by_hand = true }";
    EXPECT_FIRES("form.sign.twice", faults(day, "day  = { sign = \"guardian_signature\", tip = \"もう一つ\" }"));
    EXPECT_SILENT("form.sign.twice", faults(day, "day  = { sign = \"guardian_signature_2\", tip = \"もう一つ\" }"));
}

TEST(Signatures, lock_all_other_fields_or_none) {
    EXPECT_SILENT("form.value.word", faults(", locks = \"all\"", ""));
    const Slip slipped = slip("locks = \"all\"", "locks = ¦\"date\"");
    EXPECT_FIRES("form.value.word", slipped.faults);
    EXPECT_AT_MARK("form.value.word", slipped);
}

// ── repeated panels ─────────────────────────────────────────────────────────

TEST(Repeat, names_an_element_of_a_list) {
    const auto form = load_text(changed("name  = \"consent\"\n",
                                        "name  = \"consent\"\nrepeat = \"plan.rows\"\nas = \"row\"\n"
                                        "min_repeat = \"param.rows\"\n"));
    ASSERT_TRUE(form) << besshi::tests::list(faults_of(form));
    const auto& repeat = panel(form->front(), 4).repeat;
    ASSERT_TRUE(repeat);
    EXPECT_EQ(repeat->as, "row");
    EXPECT_EQ(repeat->field->path, "plan.rows");
    EXPECT_EQ(repeat->min.parameter, "rows");
    EXPECT_TRUE(faults("day  = { text = \"{{plan.created_on.wareki}}\"", "day  = { text = \"{{row.goal}}\"").size() ==
                1);
    EXPECT_TRUE(
        faults("name  = \"consent\"\n", "name  = \"consent\"\nrepeat = \"plan.rows\"\nas = \"row\"\nmin_repeat = 2\n")
            .empty());
}

TEST(Repeat, goes_over_a_list_or_a_map_with_all_its_keys) {
    const auto with = [](std::string_view keys) {
        return slip("name  = \"consent\"\n", "name  = \"consent\"\n" + std::string(keys));
    };
    EXPECT_AT_MARK("form.path.kind", with("repeat = ¦\"plan.policy\"\nas = \"row\"\n"));
    EXPECT_AT_MARK("form.key.conflict", with("repeat = \"plan.days\"\nas = \"day\"\nmin_repeat = ¦2\n"));
    EXPECT_TRUE(with("repeat = \"plan.days\"\nas = \"day\"\n").faults.empty());
    EXPECT_AT_MARK("form.key.unknown", with("as = ¦\"row\"\n"));
    EXPECT_AT_MARK("form.key.unknown", with("min_repeat = ¦2\n"));
}

// ── tables ──────────────────────────────────────────────────────────────────

TEST(Tables, columns) {
    const auto& rows = std::get<Table>(find_block(whole(), "rows")->body);
    EXPECT_EQ(rows.rows_field->path, "plan.rows");
    EXPECT_EQ(rows.as, "row");
    EXPECT_EQ(rows.row_lines, 2);
    EXPECT_EQ(rows.min_rows.parameter, "rows");
    EXPECT_TRUE(rows.repeat_heading);
    ASSERT_EQ(rows.columns.size(), 4u);
    EXPECT_TRUE(rows.columns[0].merge_equal);
    EXPECT_EQ(rows.columns[0].cells[0].name, "item");
    EXPECT_EQ(rows.columns[0].cells[0].continued, "（つづき）");
    EXPECT_FALSE(rows.columns[1].heading);
    EXPECT_EQ(rows.columns[1].group, "content");
    EXPECT_EQ(rows.columns[2].between, Stroke::hair);
    EXPECT_EQ(rows.columns[2].cells[0].style.borders.left, Stroke::dashed);
    EXPECT_EQ(rows.columns[2].cells[1].role, CellRole::label);
    EXPECT_EQ(std::get<TickContent>(rows.columns[2].cells[0].content).code, "health");
}

TEST(Timetables, rows_have_a_height) {
    const Slip low = slip("row    = 2.79", "row    = ¦0");
    EXPECT_FIRES("form.value.range", low.faults);
    EXPECT_AT_MARK("form.value.range", low);
}

TEST(Tables, min_rows_as_a_number) {
    const auto form = load_text(changed("min_rows    = \"param.rows\"", "min_rows    = 4"));
    ASSERT_TRUE(form);
    EXPECT_EQ(std::get<Table>(find_block(form->front(), "rows")->body).min_rows.number, 4);
}

TEST(Tables, columns_add_up_to_the_ruler) {
    EXPECT_FIRES("form.line.sum", faults("span  = 6", "span  = 7"));
}

TEST(Tables, rows_must_be_a_list) {
    EXPECT_AT_MARK("form.path.kind", slip("rows        = \"plan.rows\"", "rows        = ¦\"plan.policy\""));
    EXPECT_AT_MARK("form.path.unknown", slip("rows        = \"plan.rows\"", "rows        = ¦\"plan.row\""));
}

TEST(Tables, rows_may_be_the_keys_of_a_map) {
    const std::string_view days = R"toml([[block]]
kind = "table"
name = "by_day"
rows = "plan.days"
as = "day"
row_min = 5
[[block.column]]
span = 12
name = "word"
text = "{{day.word}}{{day.start.hm}}"
[[block]]
kind   = "timetable"
)toml";
    const std::string toml = changed("[[block]]\nkind   = \"timetable\"\n", days);
    const auto form = load_text(toml);
    ASSERT_TRUE(form) << besshi::tests::list(faults_of(form));
    EXPECT_EQ(std::get<Table>(find_block(form->front(), "by_day")->body).rows_field->path, "plan.days");

    std::string filled_up = toml;
    filled_up.replace(filled_up.find("row_min = 5"), 11, "row_min = 5\nmin_rows = ¦4");
    const Slip slipped = load_marked(filled_up);
    EXPECT_FIRES("form.key.conflict", slipped.faults);
    EXPECT_AT_MARK("form.key.conflict", slipped);
    EXPECT_SILENT("form.key.conflict", load_marked(toml).faults);
}

constexpr std::string_view side_by_side = R"toml([[block]]
kind = "table"
name = "people"
rows = "staff"
as = "member"
across = 2
row_min = 5
[block.lead]
span = 4
text = "職員"
[[block.column]]
span = 3
text = "{{member.name}}"
[[block.column]]
name = "space"
label = ""
[[block]]
kind   = "timetable"
)toml";

Slip with_people(std::string_view old_text, std::string_view new_text) {
    std::string toml = changed("[[block]]\nkind   = \"timetable\"\n", side_by_side);
    const std::size_t at = toml.find(old_text, toml.find("name = \"people\""));
    toml.replace(at, old_text.size(), new_text);
    return load_marked(toml);
}

TEST(Tables, records_side_by_side_after_a_lead) {
    const auto form = load_text(changed("[[block]]\nkind   = \"timetable\"\n", side_by_side));
    ASSERT_TRUE(form) << besshi::tests::list(faults_of(form));
    const auto& people = std::get<Table>(find_block(form->front(), "people")->body);
    EXPECT_EQ(people.across, 2);
    ASSERT_TRUE(people.lead);
    EXPECT_EQ(people.lead->span, 4);
    EXPECT_EQ(people.lead->cell.role, CellRole::label);
    EXPECT_EQ(people.lead->cell.continued, "\n（つづき）");
    EXPECT_EQ(people.lead->cell.style.vertical_align, VerticalAlign::middle) << "the style of labels";
    EXPECT_EQ(people.lead->cell.labels, (std::vector<std::string>{"name", "space"}));
}

TEST(Tables, columns_of_all_records_and_the_lead_add_up_to_the_ruler) {
    EXPECT_FIRES("form.line.sum", with_people("across = 2", "across = 3").faults);
    EXPECT_FIRES("form.line.sum", with_people("span = 4", "span = 3").faults);
    EXPECT_TRUE(with_people("span = 4", "span = 4").faults.empty());
}

TEST(Tables, records_side_by_side_have_one_line_and_no_merge) {
    EXPECT_AT_MARK("form.key.conflict", with_people("row_min = 5", "row_min = 5\nrow_lines = ¦2"));
    EXPECT_FIRES("form.key.conflict",
                 with_people("text = \"{{member.name}}\"", "text = \"{{member.name}}\"\nmerge = \"equal\"").faults);
    EXPECT_SILENT("form.key.conflict", with_people("text = \"{{member.name}}\"", "text = \"{{member.name}}\"").faults);
    EXPECT_AT_MARK("form.key.unknown", with_people("span = 4", "¦spam = 4"));
}

TEST(Tables, lines_of_a_column) {
    const Slip slipped =
        slip("lines   = [ { tick = { list = \"row.domains\", code = \"health\" } }, {", "lines   = ¦[ {");
    EXPECT_FIRES("form.table.lines", slipped.faults);
    EXPECT_AT_MARK("form.table.lines", slipped);
    EXPECT_SILENT("form.table.lines", faults("code = \"health\"", "code = \"motion\""));
}

TEST(Tables, groups) {
    EXPECT_FIRES("form.group.unknown", faults("[block.group.content]", "[block.group.contents]"));
    EXPECT_SILENT("form.group.unknown", faults("heading = \"内容\"", "heading = \"内　容\""));
    EXPECT_FIRES("form.group.apart", faults("span      = 2\nheading   = \"項目\"",
                                            "span = 1\ngroup = \"content\"\ntext = \"{{row.goal}}\"\nname = "
                                            "\"x\"\n[[block.column]]\nspan      = 1\nheading   = \"項目\""));
    EXPECT_SILENT("form.group.apart", faults("span      = 2\nheading   = \"項目\"",
                                             "span      = 2\ngroup = \"content\"\nheading   = \"項目\""));
}

// ── timetables ──────────────────────────────────────────────────────────────

TEST(Timetables, parts) {
    const auto& week = std::get<Timetable>(find_block(whole(), "times")->body);
    EXPECT_EQ(week.from_parameter, "from");
    EXPECT_EQ(week.step.number, 30);
    EXPECT_EQ(week.row_height, Length::from_mm(2.79));
    EXPECT_EQ(week.label_every, 120);
    EXPECT_EQ(week.label_first, 360);
    EXPECT_EQ(week.day_headings.size(), 7u);
    EXPECT_EQ(week.event.style.overflow, (std::vector{Overflow::shrink, Overflow::note, Overflow::grow}));
    ASSERT_EQ(week.sides.size(), 1u);
    EXPECT_EQ(week.sides[0].cell.name, "notes");
    EXPECT_EQ(week.sides[0].to, 28 * 60);
    EXPECT_EQ(week.sides[0].heading.labels, std::vector<std::string>{"notes"});
    EXPECT_EQ(week.sides[0].cell.style.overflow, (std::vector{Overflow::carry_over, Overflow::grow}));
}

TEST(Timetables, seven_days) {
    const Slip slipped = slip("heading = [ \"月\", \"火\",", "heading = ¦[ \"月火\",");
    EXPECT_FIRES("form.timetable.days", slipped.faults);
    EXPECT_AT_MARK("form.timetable.days", slipped);
    EXPECT_SILENT("form.timetable.days", faults("\"日・祝\"", "\"日\""));
}

TEST(Timetables, sides) {
    EXPECT_FIRES("form.timetable.side",
                 faults("from     = \"05:00\"\nto       = \"28:00\"", "from     = \"05:00\"\nto       = \"05:00\""));
    EXPECT_SILENT("form.timetable.side",
                  faults("from     = \"05:00\"\nto       = \"28:00\"", "from     = \"05:00\"\nto       = \"05:30\""));
    const std::string_view second =
        "[[block.side]]\nspan = 2\nfrom = \"05:00\"\nto = \"06:00\"\nheading = \"x\"\ntext = \"x\"\n[[block.side]]";
    EXPECT_FIRES("form.timetable.side_span", faults("[[block.side]]", second));
    std::string same(second);
    same.replace(same.find("span = 2"), 8, "span = 3");
    EXPECT_SILENT("form.timetable.side_span", faults("[[block.side]]", same));
}

TEST(Timetables, labels_stand_on_lines) {
    EXPECT_FIRES("form.timetable.labels", faults("every = 120", "every = 100"));
    EXPECT_SILENT("form.timetable.labels", faults("every = 120", "every = 90"));
}

TEST(Timetables, a_step_may_be_a_parameter) {
    const std::string_view number = "step   = 30";
    const std::string_view step = "[param.step]\ntype = \"count\"\ndefault = ";
    const auto with = [&](std::string_view default_step) {
        std::string toml = changed(number, "step = ¦\"param.step\"");
        toml.insert(toml.find("[param.from]"), std::string(step) + std::string(default_step) + "\n");
        return toml;
    };
    EXPECT_TRUE(load_marked(with("60")).faults.empty());
    EXPECT_AT_MARK("form.value.range", load_marked(with("0")));
    EXPECT_FIRES("form.timetable.labels", load_marked(with("50")).faults);
    EXPECT_AT_MARK("form.param.type", slip(number, "step = ¦\"param.from\""));
}

TEST(Timetables, columns_add_up_to_the_ruler) {
    EXPECT_FIRES("form.line.sum", faults("[block.days]\nspan    = 1", "[block.days]\nspan    = 2"));
}

TEST(Timetables, events_have_a_day_a_start_and_an_end) {
    EXPECT_FIRES("form.path.unknown", faults("events = \"plan.events\"", "events = \"plan.rows\""));
    EXPECT_AT_MARK("form.path.kind", slip("events = \"plan.events\"", "events = ¦\"plan.policy\""));
}

// ── annexes ─────────────────────────────────────────────────────────────────

TEST(Annexes, need_a_running_head_that_says_whose_they_are) {
    const std::string_view footer =
        "footer = { from_page = 2, size = 7, left = \"{{child.name}}\", right = \"{{page}}／{{pages}}\" }";
    const Diagnostics found = faults(footer, "");
    EXPECT_FIRES("form.annex.without_band", found);
    EXPECT_NE(found.front().sentence.find("「notes」"), std::string::npos) << found.front().sentence;
    EXPECT_SILENT("form.annex.without_band", faults(footer, "header = { left = \"{{child.name}}\" }"));
    EXPECT_SILENT("form.annex.without_band", faults("overflow = [ \"continue\" ]", "overflow = [ \"grow\" ]"));
}

}  // namespace

}  // namespace besshi::form::tests
