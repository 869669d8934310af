#include "form_fixture.h"

#include <fmt/format.h>

/// Keys, kinds of values, styles, page, ruler, parameters.
namespace besshi::form::tests {

namespace {

const CellTemplate& cell(std::size_t block, const std::string& name) {
    return panel(whole(), block).cells.at(name);
}

// ── keys and values ─────────────────────────────────────────────────────────

TEST(Keys, unknown_key_names_the_nearest) {
    const Slip slipped = slip("notice   =", "¦notise   =");
    EXPECT_FIRES("form.key.unknown", slipped.faults);
    EXPECT_AT_MARK("form.key.unknown", slipped);
    EXPECT_EQ(slipped.faults.front().hint, "もしかして「notice」ですか。");
    EXPECT_SILENT("form.key.unknown", faults("notice   =", "\"notice\"   ="));
}

TEST(Keys, unknown_key_without_a_near_one_lists_all) {
    const Slip slipped = slip("margin = {", "margin = { ¦zzzzzz = 1, ");
    EXPECT_AT_MARK("form.key.unknown", slipped);
    EXPECT_EQ(slipped.faults.front().hint, "ここで使えるのは「top」「right」「bottom」「left」です。");
}

TEST(Keys, unknown_keys_are_found_at_every_depth) {
    EXPECT_AT_MARK("form.key.unknown", slip("keep  = \"next\"", "¦keeps = \"next\""));
    EXPECT_AT_MARK("form.key.unknown", slip("outer = \"medium\"", "¦outr = \"medium\""));
    EXPECT_AT_MARK("form.key.unknown", slip("min = 7, cells", "¦minn = 7, cells"));
    EXPECT_AT_MARK("form.key.unknown", slip("size = 7, underline", "¦sise = 7, underline"));
    EXPECT_AT_MARK("form.key.unknown", slip("hang = \"item\"", "¦hangs = \"item\""));
    EXPECT_AT_MARK("form.key.unknown", slip("merge     =", "¦merges    ="));
    EXPECT_AT_MARK("form.key.unknown", slip("code = \"health\"", "¦kode = \"health\""));
    EXPECT_AT_MARK("form.key.unknown", slip("every = 120", "¦evry = 120"));
    EXPECT_AT_MARK("form.key.unknown", slip("draft   =", "¦drafts  ="));
    EXPECT_AT_MARK("form.key.unknown", slip("weight = \"bold\"", "¦waight = \"bold\""));
    EXPECT_AT_MARK("form.key.unknown", slip("pages = 2", "¦page = 2"));
    EXPECT_AT_MARK("form.key.unknown", slip("equal = 12", "equal = 12\n¦aling = \"left\""));
}

TEST(Keys, missing_key) {
    const Slip slipped = slip("dated    = \"plan.created_on\"\n", "");
    EXPECT_FIRES("form.key.missing", slipped.faults);
    EXPECT_SILENT("form.key.missing", faults("notice   = \"見本\"\n", ""));
}

TEST(Keys, missing_key_of_a_table_is_told_at_the_table) {
    EXPECT_AT_MARK("form.key.missing", slip("margin = { top = 10, right", "margin = ¦{ right"));
    EXPECT_AT_MARK("form.key.missing", slip("{ min = 7, cells", "¦{ cells"));
}

TEST(Values, wrong_kind) {
    const Slip slipped = slip("gap   = 1.5", "gap   = ¦\"1.5\"");
    EXPECT_FIRES("form.value.kind", slipped.faults);
    EXPECT_AT_MARK("form.value.kind", slipped);
    EXPECT_EQ(slipped.faults.front().sentence, "ここに書くのは、数です。今あるのは、\"…\" で囲んだ文字です。");
    EXPECT_SILENT("form.value.kind", faults("gap   = 1.5", "gap   = 2"));
}

TEST(Values, wrong_kind_of_each_sort) {
    EXPECT_AT_MARK("form.value.kind", slip("notice   = \"見本\"", "notice   = ¦12"));
    EXPECT_AT_MARK("form.value.kind", slip("revision = 2024-05-17", "revision = ¦\"2024-05-17\""));
    EXPECT_AT_MARK("form.value.kind", slip("break_before = true", "break_before = ¦1"));
    EXPECT_AT_MARK("form.value.kind", slip("box   = { outer = \"medium\", inner = \"thin\" }", "box   = ¦\"medium\""));
    EXPECT_AT_MARK("form.value.kind", slip("[ \"shrink\", \"note\" ]", "¦\"shrink\""));
    EXPECT_AT_MARK("form.value.kind", slip("equal = 12", "equal = ¦12.5"));
}

TEST(Values, word_that_is_none) {
    const Slip slipped = slip("keep  = \"next\"", "keep  = ¦\"nxt\"");
    EXPECT_FIRES("form.value.word", slipped.faults);
    EXPECT_AT_MARK("form.value.word", slipped);
    EXPECT_EQ(slipped.faults.front().sentence, "「nxt」は使えません。使えるのは「none」「next」「previous」です。");
    EXPECT_EQ(slipped.faults.front().hint, "もしかして「next」ですか。");
    EXPECT_SILENT("form.value.word", faults("keep  = \"next\"", "keep  = \"previous\""));
}

TEST(Values, words_of_each_sort) {
    EXPECT_AT_MARK("form.value.word", slip("\"A4 portrait\"", "¦\"A4\""));
    EXPECT_AT_MARK("form.value.word", slip("outer = \"medium\"", "outer = ¦\"thick\""));
    EXPECT_AT_MARK("form.value.word", slip("align = \"center\"", "align = ¦\"centre\""));
    EXPECT_AT_MARK("form.value.word", slip("valign = \"middle\"", "valign = ¦\"center\""));
    EXPECT_AT_MARK("form.value.word", slip("break = \"phrase\"", "break = ¦\"words\""));
    EXPECT_AT_MARK("form.value.word", slip("face = \"gothic\"", "face = ¦\"ゴシック\""));
    EXPECT_AT_MARK("form.value.word", slip("[ \"shrink\", \"note\" ]", "[ \"shrink\", ¦\"notes\" ]"));
    EXPECT_AT_MARK("form.value.word", slip("kind  = \"panel\"", "kind  = ¦\"pannel\""));
    EXPECT_AT_MARK("form.value.word", slip("type    = \"bool\"", "type    = ¦\"boolean\""));
    EXPECT_AT_MARK("form.value.word", slip("lanes  = \"side-by-side\"", "lanes  = ¦\"stacked\""));
    EXPECT_AT_MARK("form.value.word", slip("merge     = \"equal\"", "merge     = ¦\"same\""));
    EXPECT_AT_MARK("form.value.word", slip("empty = \"by_hand\"", "empty = ¦\"hand\""));
}

TEST(Values, out_of_range) {
    const Slip slipped = slip("gap   = 1.5", "gap   = ¦-1.5");
    EXPECT_FIRES("form.value.range", slipped.faults);
    EXPECT_AT_MARK("form.value.range", slipped);
    EXPECT_SILENT("form.value.range", faults("gap   = 1.5", "gap   = 0"));
    EXPECT_AT_MARK("form.value.range", slip("size = 14", "size = ¦0"));
    EXPECT_AT_MARK("form.value.range", slip("step   = 30", "step   = ¦1"));
    EXPECT_AT_MARK("form.value.range", slip("revision = 2024-05-17", "revision = ¦0024-05-17"));
    EXPECT_AT_MARK("form.value.range", slip("count = 3 }", "count = ¦8 }"));
    EXPECT_AT_MARK("form.value.range", slip("gap   = 1.5", "gap   = ¦nan"));
}

TEST(Values, all_faults_at_once_in_the_order_of_the_file) {
    std::string toml = changed("gap   = 1.5", "gap   = -1");
    toml.replace(toml.find("{{row.goal}}"), 12, "{{row.gaol}}");
    toml.replace(toml.find("equal = 12"), 10, "equal = 12\nx = 1");
    const Diagnostics found = faults_of(load_text(toml));
    ASSERT_EQ(found.size(), 3u) << besshi::tests::list(found);
    EXPECT_EQ(found[0].code, "form.key.unknown");
    EXPECT_EQ(found[1].code, "form.value.range");
    EXPECT_EQ(found[2].code, "form.path.unknown");
    EXPECT_LT(found[0].origin.line, found[1].origin.line);
    EXPECT_EQ(found[0].origin.file, "form.toml");
}

TEST(Values, a_time_that_is_none) {
    const Slip slipped = slip("first = \"06:00\"", "first = ¦\"6:00\"");
    EXPECT_FIRES("form.time.syntax", slipped.faults);
    EXPECT_AT_MARK("form.time.syntax", slipped);
    EXPECT_SILENT("form.time.syntax", faults("first = \"06:00\"", "first = \"07:00\""));
    EXPECT_AT_MARK("form.time.syntax", slip("default = \"28:00\"", "default = ¦\"28：00\""));
}

// ── styles ──────────────────────────────────────────────────────────────────

TEST(Styles, type_gives_the_base_of_all) {
    const Style& style = cell(0, "birth").style;
    EXPECT_EQ(style.size, Length::from_pt(10));
    EXPECT_EQ(style.min_size, Length::from_pt(6));
    EXPECT_EQ(style.family, Family::gothic);
    EXPECT_EQ(style.overflow, std::vector<Overflow>{Overflow::grow});
}

TEST(Styles, cells_that_name_none_take_label_head_and_value) {
    EXPECT_EQ(cell(0, "name_label").style.fill, (Color{0xF2, 0xF2, 0xF2}));
    EXPECT_EQ(cell(0, "birth").style.vertical_align, VerticalAlign::middle);
    const auto& rows = std::get<Table>(find_block(whole(), "rows")->body);
    EXPECT_EQ(rows.columns[0].heading->style.break_mode, BreakMode::phrase);
    EXPECT_EQ(rows.columns[2].cells[1].style.fill, (Color{0xF2, 0xF2, 0xF2}));
}

TEST(Styles, a_named_style_lies_over_the_base_and_the_cell_over_both) {
    const Style& title = cell(0, "title").style;
    EXPECT_EQ(title.size, Length::from_pt(14));
    EXPECT_EQ(title.weight, Weight::bold);
    EXPECT_EQ(title.heading, 1);
    EXPECT_FALSE(title.fill);
    const Style& name = cell(0, "name").style;
    EXPECT_EQ(name.overflow, (std::vector{Overflow::shrink, Overflow::grow}));
    EXPECT_FALSE(name.wrap);
    EXPECT_EQ(name.min_size, Length::from_pt(8));
    const Borders& borders = cell(0, "birth").style.borders;
    EXPECT_EQ(borders.left, Stroke::none);
    EXPECT_EQ(borders.right, Stroke::thin);
    EXPECT_EQ(borders.top, Stroke::thin);
}

TEST(Styles, unknown_style) {
    const Slip slipped = slip("{{child.name}}\", style = \"line\"", "{{child.name}}\", style = ¦\"lines\"");
    EXPECT_FIRES("form.style.unknown", slipped.faults);
    EXPECT_AT_MARK("form.style.unknown", slipped);
    EXPECT_EQ(slipped.faults.front().hint, "もしかして「line」ですか。");
    EXPECT_SILENT("form.style.unknown", faults("style = \"line\"", "style = \"title\""));
}

TEST(Styles, a_size_below_the_floor) {
    const Slip slipped =
        slip("text = \"{{child.name}}\", style = \"line\"", "text = \"{{child.name}}\", size = 7, min = 8");
    EXPECT_FIRES("form.style.size", slipped.faults);
    EXPECT_SILENT("form.style.size", faults("text = \"{{child.name}}\", style = \"line\"",
                                            "text = \"{{child.name}}\", size = 8, min = 8"));
    EXPECT_FIRES("form.style.size", faults("min  = 6", "min  = 11"));
}

TEST(Styles, direction_of_the_lines) {
    EXPECT_EQ(cell(0, "birth_label").style.direction, Direction::horizontal);
    const auto loaded = load_text(changed("label = { fill", "label = { direction = \"vertical\", fill"));
    ASSERT_TRUE(loaded) << besshi::tests::list(faults_of(loaded));
    EXPECT_EQ(panel(loaded->front(), 0).cells.at("birth_label").style.direction, Direction::vertical);
    EXPECT_EQ(panel(loaded->front(), 0).cells.at("birth").style.direction, Direction::horizontal);
    EXPECT_NE(dump(loaded->front()).find(" vertical"), std::string::npos);
    EXPECT_EQ(dump(whole()).find(" vertical"), std::string::npos);
}

TEST(Styles, what_cannot_stand_in_vertical_lines) {
    const Slip slipped = slip("number = { digits", "number = ¦{ direction = \"vertical\", digits");
    EXPECT_FIRES("form.style.vertical", slipped.faults);
    EXPECT_AT_MARK("form.style.vertical", slipped);
    EXPECT_SILENT("form.style.vertical", faults("number = { digits", "number = { direction = \"horizontal\", digits"));
    const auto of_name = [](std::string_view keys) {
        return faults("text = \"{{child.name}}\", style = \"line\"",
                      fmt::format("text = \"{{{{child.name}}}}\", direction = \"vertical\", {}", keys));
    };
    EXPECT_FIRES("form.style.vertical", of_name("overflow = [ \"shrink\", \"narrow\" ]"));
    EXPECT_FIRES("form.style.vertical", of_name("overflow = [ \"continue\" ]"));
    EXPECT_FIRES("form.style.vertical", of_name("narrow = true"));
    EXPECT_SILENT("form.style.vertical", of_name("overflow = [ \"shrink\" ]"));
    EXPECT_FIRES("form.style.vertical",
                 faults("birth_label  = \"生年月日\"",
                        "birth_label  = { text = \"生年月日\", direction = \"vertical\", overflow = [ \"note\" ] }"));
}

TEST(Styles, running_heads_stay_horizontal) {
    const auto loaded = load_text(
        changed("left = \"{{child.name}}\"", "left = { text = \"{{child.name}}\", direction = \"vertical\" }"));
    ASSERT_TRUE(loaded) << besshi::tests::list(faults_of(loaded));
    EXPECT_EQ(loaded->front().page.footer.left->style.direction, Direction::horizontal);
}

TEST(Styles, colours) {
    const Slip slipped = slip("label = { fill = \"#F2F2F2\"", "label = { fill = ¦\"F2F2F2\"");
    EXPECT_FIRES("form.color.syntax", slipped.faults);
    EXPECT_AT_MARK("form.color.syntax", slipped);
    EXPECT_FIRES("form.color.syntax", faults("#F2F2F2", "#F2F2G2"));
    EXPECT_SILENT("form.color.syntax", faults("#F2F2F2", "#f2f2f0"));
}

TEST(Styles, sizes_to_choose_from) {
    EXPECT_EQ(whole().fit.sizes, (std::vector{Length::from_pt(10), Length::from_pt(9), Length::from_pt(8)}));
    EXPECT_EQ(whole().fit.pages, 2);
    EXPECT_FIRES("form.fit.sizes", faults("[ 10, 9, 8 ]", "[ 9, 8 ]"));
    EXPECT_FIRES("form.fit.sizes", faults("[ 10, 9, 8 ]", "[ 10, 8, 9 ]"));
    EXPECT_FIRES("form.fit.sizes", faults("[ 10, 9, 8 ]", "[ 10, 9, 5 ]"));
    EXPECT_SILENT("form.fit.sizes", faults("[ 10, 9, 8 ]", "[ 10 ]"));
}

// ── page and ruler ──────────────────────────────────────────────────────────

TEST(Page, paper_margins_and_bands) {
    const PageSetup& page = whole().page;
    EXPECT_EQ(page.width, Length::from_mm(210));
    EXPECT_EQ(page.height, Length::from_mm(297));
    EXPECT_EQ(page.left, Length::from_mm(15));
    EXPECT_EQ(page.header_at, Length::from_mm(5));
    EXPECT_EQ(page.footer_at, Length::from_mm(5));
    EXPECT_FALSE(page.header.left || page.header.center || page.header.right);
    EXPECT_EQ(page.footer.from_page, 2);
    ASSERT_TRUE(page.footer.right);
    EXPECT_EQ(page.footer.right->style.align, Align::right);
    EXPECT_EQ(page.footer.right->style.size, Length::from_pt(7));
    EXPECT_FALSE(page.footer.center);
}

TEST(Page, margins_wider_than_the_paper) {
    const Slip slipped = slip("margin = { top = 10, right = 15, bottom = 10, left = 15 }",
                              "margin = ¦{ top = 10, right = 105, bottom = 10, left = 105 }");
    EXPECT_FIRES("form.page.margins", slipped.faults);
    EXPECT_AT_MARK("form.page.margins", slipped);
    EXPECT_SILENT("form.page.margins", faults("left = 15", "left = 190"));
}

Length sum(const std::vector<Length>& lengths) {
    Length total;
    for (const Length length : lengths) total += length;
    return total;
}

TEST(Ruler, equal_columns_add_up_to_the_body_exactly) {
    const auto form = load_text(changed("equal = 12", "equal = 12\nwidth = \"body\""));
    ASSERT_TRUE(form);
    EXPECT_EQ(sum(form->front().ruler), Length::from_mm(180));
}

TEST(Ruler, shares_add_up_to_the_body_exactly) {
    const auto form = load_text(changed("equal = 12", "share = [ 1, 1, 1, 1.3, 0.7, 1, 1, 1, 3.14159, 1, 1, 1 ]"));
    ASSERT_TRUE(form);
    EXPECT_EQ(sum(form->front().ruler), Length::from_mm(180));
    EXPECT_GT(form->front().ruler[8], form->front().ruler[7] * 3);
}

TEST(Ruler, millimetres_are_taken_as_they_are) {
    const auto form = load_text(
        changed("equal = 12", "mm = [ 14.1, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15 ]\nalign = \"center\""));
    ASSERT_TRUE(form);
    EXPECT_EQ(form->front().ruler[0], Length::from_mm(14.1));
    EXPECT_EQ(form->front().ruler_align, RulerAlign::center);
}

TEST(Ruler, wider_than_the_page) {
    EXPECT_FIRES("form.ruler.wide", faults("equal = 12", "mm = [ 15.1, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15 ]"));
    EXPECT_SILENT("form.ruler.wide", faults("equal = 12", "mm = [ 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15 ]"));
}

TEST(Ruler, columns_have_a_width) {
    EXPECT_AT_MARK("form.value.range", slip("equal = 12", "share = [ 1, ¦0 ]"));
    EXPECT_AT_MARK("form.value.range", slip("equal = 12", "mm = [ 10, ¦0 ]"));
    EXPECT_AT_MARK("form.value.range", slip("equal = 12", "equal = ¦0"));
    EXPECT_AT_MARK("form.value.range", slip("equal = 12", "share = [ 1, ¦\"1\" ]"));
}

TEST(Ruler, one_way_to_say_it) {
    EXPECT_FIRES("form.ruler.choice", faults("equal = 12", "equal = 12\nshare = [ 1 ]"));
    EXPECT_FIRES("form.ruler.choice", faults("equal = 12", "align = \"left\""));
    EXPECT_SILENT("form.ruler.choice", faults("equal = 12", "equal = 11"));
}

// ── parameters, words, needs, documents ─────────────────────────────────────

TEST(Parameters, types_defaults_and_purposes) {
    const auto& parameters = whole().parameters;
    EXPECT_EQ(parameters.at("title").by_purpose.at(Purpose::draft), "見本（原案）");
    EXPECT_EQ(parameters.at("title").choices.size(), 2u);
    EXPECT_EQ(parameters.at("show").default_value, "true");
    EXPECT_EQ(parameters.at("rows").default_value, "3");
    EXPECT_EQ(parameters.at("to").type, Parameter::Type::time);
    EXPECT_EQ(parameters.at("to").default_value, "28:00");
}

TEST(Parameters, default_that_is_no_choice) {
    EXPECT_AT_MARK("form.value.word", slip("default = \"見本\"", "default = ¦\"見本２\""));
}

TEST(Parameters, unknown) {
    const Slip slipped = slip("if = \"param.show\"", "if = ¦\"param.shows\"");
    EXPECT_FIRES("form.param.unknown", slipped.faults);
    EXPECT_AT_MARK("form.param.unknown", slipped);
    EXPECT_EQ(slipped.faults.front().hint, "もしかして「show」ですか。");
    EXPECT_AT_MARK("form.param.unknown", slip("if = \"param.show\"", "if = ¦\"plan.show\""));
    EXPECT_AT_MARK("form.param.unknown", slip("\"{{param.title}}\"", "\"¦{{param.titel}}\""));
    EXPECT_SILENT("form.param.unknown", faults("unless = \"param.show\"", "if = \"param.show\""));
}

TEST(Parameters, of_another_type) {
    const Slip slipped = slip("if = \"param.show\"", "if = ¦\"param.rows\"");
    EXPECT_FIRES("form.param.type", slipped.faults);
    EXPECT_AT_MARK("form.param.type", slipped);
    EXPECT_SILENT("form.param.type", faults("if = \"param.show\"", "unless = \"param.show\""));
    EXPECT_AT_MARK("form.param.type", slip("min_rows    = \"param.rows\"", "min_rows    = ¦\"param.show\""));
    EXPECT_AT_MARK("form.param.type", slip("from   = \"param.from\"", "from   = ¦\"param.rows\""));
}

TEST(Words, unknown_enumeration_or_code) {
    const Slip slipped = slip("motion = \"うんどう\"", "¦motions = \"うんどう\"");
    EXPECT_FIRES("form.words.unknown", slipped.faults);
    EXPECT_AT_MARK("form.words.unknown", slipped);
    EXPECT_FIRES("form.words.unknown", faults("[words.domain]", "[words.domains]"));
    EXPECT_FIRES("form.words.unknown", faults("{{words.domain.motion}}", "{{words.domain.move}}"));
    EXPECT_SILENT("form.words.unknown", faults("motion = \"うんどう\"", "health = \"けんこう\""));
    EXPECT_EQ(whole().words.at("domain").at("motion"), "うんどう");
}

TEST(Needs, paths_are_checked) {
    EXPECT_EQ(whole().needs.at(Purpose::sign), (std::vector<std::string>{"child.name", "plan.rows[].goal"}));
    EXPECT_EQ(whole().prefilled.size(), 2u);
    EXPECT_AT_MARK("form.path.unknown", slip("sign = [ \"child.name\"", "sign = [ ¦\"child.nmae\""));
    EXPECT_AT_MARK("form.path.unknown", slip("prefilled = [ \"child\"", "prefilled = [ ¦\"chidl\""));
}

TEST(Documents, a_form_without_documents_is_one_itself) {
    EXPECT_EQ(whole().document.id, "sample");
    EXPECT_EQ(whole().document.number, "X01");
    EXPECT_EQ(whole().document.title, "見本");
    EXPECT_EQ(whole().revision, "2024-05-17");
    EXPECT_EQ(whole().in_force, (Date{2024, 4, 1}));
    EXPECT_EQ(whole().sha256, base::sha256_hex(whole_form));
}

constexpr std::string_view two_documents = R"toml([[document]]
id    = "first"
number = "X01"
bind  = { it = "plan" }
[[document]]
id    = "second"
number = "X02"
bind  = { it = "child" }
param = { title = "見本（原案）", show = false, rows = 2 }

[page])toml";

TEST(Documents, one_definition_each) {
    const auto forms = load_text(changed("[page]", two_documents));
    ASSERT_TRUE(forms) << besshi::tests::list(faults_of(forms));
    ASSERT_EQ(forms->size(), 2u);
    EXPECT_EQ((*forms)[0].document.bind[0].field->path, "plan");
    EXPECT_EQ((*forms)[1].document.bind[0].field->path, "child");
    EXPECT_EQ((*forms)[1].document.title, "見本（原案）");
    EXPECT_EQ((*forms)[1].document.parameters.at("show"), "false");
    EXPECT_EQ((*forms)[1].document.parameters.at("rows"), "2");
}

TEST(Documents, a_name_must_exist_in_each) {
    std::string toml = changed("[page]", two_documents);
    toml.replace(toml.find("{{plan.policy}}"), 15, "{{it.policy}}");
    const Diagnostics found = faults_of(load_text(toml));
    EXPECT_EQ(found.size(), 1u) << besshi::tests::list(found);  // only the second document has no policy
    EXPECT_TRUE(has_code(found, "form.path.unknown"));
}

TEST(Documents, names_twice) {
    std::string toml = changed("[page]", two_documents);
    toml.replace(toml.find("id    = \"second\""), 16, "id    = \"first\"");
    EXPECT_FIRES("form.name.twice", faults_of(load_text(toml)));
    EXPECT_SILENT("form.name.twice", faults("[page]", two_documents));
    EXPECT_FIRES("form.name.twice", faults("name  = \"week\"", "name  = \"who\""));
    EXPECT_FIRES("form.name.twice", faults("text  = \"{{row.goal}}\"", "text  = \"{{row.order}}\""));
}

TEST(ForEach, one_name) {
    const auto form = load_text(changed("sheet    =", "for_each = { one = \"plan.rows\" }\nsheet    ="));
    ASSERT_TRUE(form) << besshi::tests::list(faults_of(form));
    EXPECT_EQ(form->front().for_each->field->path, "plan.rows[]");
    EXPECT_EQ(form->front().for_each->path, "plan.rows");
    EXPECT_FIRES("form.for_each.one",
                 faults("sheet    =", "for_each = { a = \"plan.rows\", b = \"staff\" }\nsheet    ="));
    EXPECT_SILENT("form.for_each.one", faults("sheet    =", "for_each = { a = \"plan.rows\" }\nsheet    ="));
    EXPECT_AT_MARK("form.path.kind", slip("sheet    =", "for_each = { a = ¦\"plan.policy\" }\nsheet    ="));
}

TEST(Sheet, names_that_excel_refuses) {
    for (const std::string_view bad :
         {"", "見本/２", "[見本]", "'見本", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"}) {
        const Slip slipped = slip("sheet    = \"見本\"", "sheet    = ¦\"" + std::string(bad) + "\"");
        EXPECT_FIRES("form.sheet.name", slipped.faults);
        EXPECT_AT_MARK("form.sheet.name", slipped);
    }
    const std::string_view longest = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一";
    EXPECT_SILENT("form.sheet.name", faults("sheet    = \"見本\"", "sheet    = \"" + std::string(longest) + "\""));
    // 𠮷 is two UTF-16 units
    EXPECT_FIRES(
        "form.sheet.name",
        faults("sheet    = \"見本\"", "sheet    = \"𠮷二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一\""));
}

TEST(Dated, is_a_date) {
    const Slip slipped = slip("dated    = \"plan.created_on\"", "dated    = ¦\"plan.policy\"");
    EXPECT_FIRES("form.path.kind", slipped.faults);
    EXPECT_AT_MARK("form.path.kind", slipped);
    EXPECT_SILENT("form.path.kind", faults("dated    = \"plan.created_on\"", "dated    = \"child.birth_date\""));
    EXPECT_AT_MARK("form.path.unknown", slip("dated    = \"plan.created_on\"", "dated    = ¦\"plan.creatd_on\""));
}

TEST(Parameters, sentences_that_prove_the_delivery) {
    const std::string_view title = "draft   = \"見本（原案）\"\n";
    const auto form = load_text(changed(title, "proves_delivery = [ \"見本（原案）\" ]\n"));
    ASSERT_TRUE(form) << besshi::tests::list(faults_of(form));
    EXPECT_EQ(form->front().parameters.at("title").proves_delivery, std::vector<std::string>{"見本（原案）"});
    EXPECT_AT_MARK("form.value.word", slip(title, "proves_delivery = [ ¦\"別の文\" ]\n"));
    EXPECT_AT_MARK("form.key.conflict", slip("[param.show]\ntype    = \"bool\"",
                                             "[param.show]\ntype = \"bool\"\nproves_delivery = ¦[ \"x\" ]"));
}

}  // namespace

}  // namespace besshi::form::tests
