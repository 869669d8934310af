#include "form_fixture.h"

/// Slips of TOML's grammar, as people make them in an editor with a Japanese keyboard.
namespace besshi::form::tests {

namespace {

TEST(Syntax, the_whole_form_has_no_fault) {
    EXPECT_EQ(whole().form, "sample");
}

TEST(Syntax, missing_closing_quote) {
    const Slip slipped = slip("number   = \"X01\"", "number   = \"X01¦");
    EXPECT_FIRES("form.syntax.open_quote", slipped.faults);
    EXPECT_AT_MARK("form.syntax.open_quote", slipped);
    EXPECT_SILENT("form.syntax.open_quote", faults("number   = \"X01\"", "number   = \"X01 \""));
}

TEST(Syntax, missing_closing_quote_of_a_literal_string) {
    const Slip slipped = slip("number   = \"X01\"", "number   = 'X01¦");
    EXPECT_AT_MARK("form.syntax.open_quote", slipped);
}

TEST(Syntax, japanese_comma) {
    const Slip slipped = slip("top = 10, right", "top = 10¦、 right");
    EXPECT_FIRES("form.syntax.wide_sign", slipped.faults);
    EXPECT_AT_MARK("form.syntax.wide_sign", slipped);
    EXPECT_NE(slipped.faults.front().hint.find("「,」"), std::string::npos);
    EXPECT_SILENT("form.syntax.wide_sign", faults("top = 10, right", "top = 10 , right"));
}

TEST(Syntax, full_width_equals) {
    EXPECT_AT_MARK("form.syntax.wide_sign", slip("number   = \"X01\"", "number   ¦＝ \"X01\""));
}

TEST(Syntax, full_width_digits) {
    EXPECT_AT_MARK("form.syntax.wide_sign", slip("equal = 12", "equal = ¦１２"));
}

TEST(Syntax, full_width_bracket) {
    EXPECT_AT_MARK("form.syntax.wide_sign", slip("[ruler]", "¦［ruler]"));
}

TEST(Syntax, full_width_comment_sign) {
    EXPECT_AT_MARK("form.syntax.wide_sign", slip("[ruler]", "[ruler] ¦＃ 列"));
}

TEST(Syntax, full_width_space) {
    const Slip slipped = slip("number   =", "number¦　=");
    EXPECT_FIRES("form.syntax.wide_space", slipped.faults);
    EXPECT_AT_MARK("form.syntax.wide_space", slipped);
    EXPECT_SILENT("form.syntax.wide_space", faults("\"X01\"", "\"X　01\""));
}

TEST(Syntax, full_width_space_at_the_end_of_a_line) {
    EXPECT_AT_MARK("form.syntax.wide_space", slip("equal = 12", "equal = 12¦　"));
}

TEST(Syntax, curly_quotes) {
    const Slip slipped = slip("\"X01\"", "¦“X01”");
    EXPECT_FIRES("form.syntax.quote", slipped.faults);
    EXPECT_AT_MARK("form.syntax.quote", slipped);
    EXPECT_SILENT("form.syntax.quote", faults("\"X01\"", "\"“X01”\""));
}

TEST(Syntax, japanese_brackets_for_quotes) {
    EXPECT_AT_MARK("form.syntax.quote", slip("\"X01\"", "¦「X01」"));
}

TEST(Syntax, japanese_key_without_quotes) {
    const Slip slipped = slip("number   =", "¦番号 =");
    EXPECT_FIRES("form.syntax.bare_word", slipped.faults);
    EXPECT_AT_MARK("form.syntax.bare_word", slipped);
    const Slip quoted = slip("number   =", "¦\"番号\" =");
    EXPECT_SILENT("form.syntax.bare_word", quoted.faults);
    EXPECT_AT_MARK("form.key.unknown", quoted);
}

TEST(Syntax, japanese_value_without_quotes) {
    EXPECT_AT_MARK("form.syntax.bare_word", slip("sheet    = \"見本\"", "sheet    = ¦見本"));
}

TEST(Syntax, shift_jis) {
    const Slip slipped = slip("notice   = \"見本\"", "notice   = \"¦\x8C\xA9\x96\x7B\"");
    EXPECT_FIRES("form.file.not_utf8", slipped.faults);
    EXPECT_AT_MARK("form.file.not_utf8", slipped);
    EXPECT_SILENT("form.file.not_utf8", faults("notice   = \"見本\"", "notice   = \"\xE8\xA6\x8B\""));
}

TEST(Syntax, key_twice) {
    const Slip slipped = slip("number   = \"X01\"", "number   = \"X01\"\nnumber   = ¦\"X02\"");
    EXPECT_FIRES("form.syntax.twice", slipped.faults);
    EXPECT_AT_MARK("form.syntax.twice", slipped);
    EXPECT_NE(slipped.faults.front().sentence.find("「number」"), std::string::npos);
    EXPECT_SILENT("form.syntax.twice", faults("number   = \"X01\"", "number   = \"X01\"\ntitle    = \"X02\""));
}

TEST(Syntax, table_twice) {
    EXPECT_AT_MARK("form.syntax.twice", slip("[type]", "¦[ruler]"));
}

TEST(Syntax, line_break_in_braces) {
    const Slip slipped = slip("top = 10, right", "top = 10, ¦\n right");
    EXPECT_FIRES("form.syntax.braces", slipped.faults);
    EXPECT_AT_MARK("form.syntax.braces", slipped);
    EXPECT_SILENT("form.syntax.braces", faults("top = 10, right", "top = 10,  right"));
}

TEST(Syntax, braces_left_open) {
    EXPECT_AT_MARK("form.syntax.braces",
                   slip("outer = \"medium\", inner = \"thin\" }", "outer = \"medium\", inner = \"thin\"¦"));
}

TEST(Syntax, missing_comma_in_braces) {
    const Slip slipped = slip("top = 10, right", "top = 10 ¦right");
    EXPECT_FIRES("form.syntax.comma", slipped.faults);
    EXPECT_AT_MARK("form.syntax.comma", slipped);
    EXPECT_SILENT("form.syntax.comma", faults("top = 10, right", "top = 10 ,right"));
}

TEST(Syntax, missing_comma_in_brackets) {
    EXPECT_AT_MARK("form.syntax.comma", slip("[ 10, 9, 8 ]", "[ 10, 9 ¦8 ]"));
}

TEST(Syntax, wrong_escape) {
    const Slip slipped = slip("\"優先\\n順位\"", "\"優先\\d¦順位\"");
    EXPECT_FIRES("form.syntax.escape", slipped.faults);
    EXPECT_SILENT("form.syntax.escape", faults("\"優先\\n順位\"", "\"優先\\\\n順位\""));
}

TEST(Syntax, value_that_is_none) {
    const Slip slipped = slip("default = true", "default = ¦yes");
    EXPECT_FIRES("form.syntax.value", slipped.faults);
    EXPECT_AT_MARK("form.syntax.value", slipped);
    EXPECT_SILENT("form.syntax.value", faults("default = true", "default = false"));
}

TEST(Syntax, missing_equals) {
    const Slip slipped = slip("equal = 12", "equal ¦12");
    EXPECT_FIRES("form.syntax.equals", slipped.faults);
    EXPECT_AT_MARK("form.syntax.equals", slipped);
    EXPECT_SILENT("form.syntax.equals", faults("equal = 12", "equal=12"));
}

TEST(Syntax, file_ends_inside_brackets) {
    const Slip slipped = load_marked("sizes = [ 10, \n");
    EXPECT_FIRES("form.syntax.end_of_file", slipped.faults);
    EXPECT_EQ(slipped.faults.front().origin.line, 1);
    EXPECT_SILENT("form.syntax.end_of_file", load_marked("sizes = [ 10, ]\n").faults);
}

TEST(Syntax, a_date_that_does_not_exist) {
    const Slip slipped = slip("2024-05-17", "2024-13-17¦");
    EXPECT_FIRES("form.syntax.other", slipped.faults);
    EXPECT_EQ(slipped.faults.front().origin.line, slipped.line);
    EXPECT_SILENT("form.syntax.other", faults("2024-05-17", "2024-12-17"));
}

TEST(Syntax, byte_order_mark_is_taken) {
    EXPECT_TRUE(load_text("\xEF\xBB\xBF" + std::string(whole_form)));
}

TEST(Syntax, windows_line_ends_are_taken) {
    std::string toml(whole_form);
    for (std::size_t at = 0; (at = toml.find('\n', at)) != std::string::npos; at += 2) toml.replace(at, 1, "\r\n");
    EXPECT_TRUE(load_text(toml));
}

TEST(Syntax, an_empty_file_lists_what_is_missing) {
    const Diagnostics found = faults_of(load_text(""));
    EXPECT_FIRES("form.key.missing", found);
    for (const Diagnostic& fault : found) EXPECT_GT(fault.origin.line, 0) << fault.sentence;
}

}  // namespace

}  // namespace besshi::form::tests
