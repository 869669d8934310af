#include "base/base.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace besshi::base {
namespace {

/// `漢[かん]字[じ]`: each reading behind what it stands over.
std::string shown(std::string_view source) {
    const RubyText read = read_ruby(source);
    std::string text;
    std::size_t at = 0;
    for (const Ruby& ruby : read.rubies) {
        EXPECT_LE(at, ruby.begin);
        EXPECT_LT(ruby.begin, ruby.end);
        text += read.text.substr(at, ruby.begin - at) + "<" + read.text.substr(ruby.begin, ruby.end - ruby.begin) +
                ">[" + ruby.reading + "]";
        at = ruby.end;
    }
    return text + read.text.substr(at);
}

TEST(RubyNotation, OneReadingStandsOverTheWholeBase) {
    EXPECT_EQ(shown("{漢字|かんじ}"), "<漢字>[かんじ]");
    EXPECT_EQ(shown("毎日{今日|きょう}も{明日|あす}も"), "毎日<今日>[きょう]も<明日>[あす]も");
    EXPECT_EQ(shown("{ABC|エービーシー}"), "<ABC>[エービーシー]");
    EXPECT_EQ(shown("{山田 太郎|やまだ たろう}"), "<山田 太郎>[やまだ たろう]");
}

TEST(RubyNotation, AsManyReadingsAsCharactersStandOverOneEach) {
    EXPECT_EQ(shown("{漢字|かん|じ}"), "<漢>[かん]<字>[じ]");
    EXPECT_EQ(shown("{葛󠄀西|か|さい}"), "<葛󠄀>[か]<西>[さい]");
    EXPECT_EQ(shown("{か\u3099𠮷|あ|い}"), "<か\u3099>[あ]<𠮷>[い]");
    EXPECT_EQ(shown("{字|じ}"), "<字>[じ]");
}

TEST(RubyNotation, WhatDoesNotMatchExactlyIsPlainText) {
    for (const std::string_view plain : {"{漢字|か|ん|じ}",
                                         "{漢字の|かん|じ}",
                                         "{漢字}",
                                         "{|かんじ}",
                                         "{漢字|}",
                                         "{漢字|かん|}",
                                         "{漢字||かんじ}",
                                         "{漢字|かんじ",
                                         "漢字|かんじ}",
                                         "{漢\n字|かんじ}",
                                         "{漢字|かん\nじ}",
                                         "{}",
                                         "{",
                                         "}",
                                         "|",
                                         "{|}",
                                         "",
                                         "｛漢字｜かんじ｝",
                                         "{漢字｜かんじ}",
                                         "{{漢字|かんじ}}",
                                         "{{漢字|かんじ}",
                                         "{{name}}",
                                         "C:\\{a}"}) {
        EXPECT_EQ(shown(plain), plain);
    }
}

TEST(RubyNotation, ABraceBeforeItDoesNotSwallowIt) {
    EXPECT_EQ(shown("{あ{漢字|かんじ}い}"), "{あ<漢字>[かんじ]い}");
    EXPECT_EQ(shown("{漢字|かんじ}}"), "<漢字>[かんじ]}");
    EXPECT_EQ(shown("}{漢字|かんじ}"), "}<漢字>[かんじ]");
}

TEST(RubyNotation, ABackslashMakesItPlainText) {
    EXPECT_EQ(shown(R"(\{漢字|かんじ})"), "{漢字|かんじ}");
    EXPECT_EQ(shown(R"(\\{漢字|かんじ})"), R"(\<漢字>[かんじ])");
    EXPECT_EQ(shown(R"(\\\{漢字|かんじ})"), R"(\{漢字|かんじ})");
    EXPECT_EQ(shown(R"(\{a|b}\{c|d}{e|f})"), "{a|b}{c|d}<e>[f]");
    EXPECT_EQ(shown(R"({a|b}\{c|d})"), "<a>[b]{c|d}");
}

TEST(RubyNotation, AnotherBackslashIsACharacter) {
    EXPECT_EQ(shown(R"(C:\a\{b)"), R"(C:\a\{b)");
    EXPECT_EQ(shown(R"(\\ \{漢字})"), R"(\\ \{漢字})");
    EXPECT_EQ(shown(R"({漢\字|かんじ})"), R"(<漢\字>[かんじ])");
}

TEST(RubyNotation, BasesAreWhatStandsInTheText) {
    const RubyText read = read_ruby("あ{漢字|かんじ}");
    EXPECT_EQ(read.text, "あ漢字");
    EXPECT_EQ(read.rubies, (std::vector<Ruby>{{3, 9, "かんじ"}}));
    EXPECT_EQ(without_ruby("あ{漢字|かんじ}"), "あ漢字");
}

TEST(RubyNotation, FindsWhatLooksLikeAReadingAndIsNone) {
    for (const std::string_view good :
         {"{漢字|かんじ}と", R"(\{漢字|かんじ})", R"(\{漢字|か|ん|じ})", "{漢字}", "{{a|b}}", "a|b", ""}) {
        EXPECT_EQ(find_malformed_ruby(good), std::string_view::npos) << good;
    }
    EXPECT_EQ(find_malformed_ruby("あ{漢字|か|ん|じ}"), 3u);
    EXPECT_EQ(find_malformed_ruby("{漢字|}"), 0u);
    EXPECT_EQ(find_malformed_ruby("{漢字|かんじ}{漢字|かんじ"), 18u);
    EXPECT_EQ(find_malformed_ruby("{漢字|かん\nじ}"), 0u);
}

/// Whatever is typed, the characters that are no braces, bars or backslashes are all there.
RC_GTEST_PROP(RubyNotation, NoCharacterIsLost, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "{", "}", "|", "\\", "漢", "字", "か", "\u3099", "\U000E0100", "\n", "a", "{漢字|かん|じ}", "{漢|かん}"));
    std::string source;
    for (const std::string& piece : pieces) source += piece;
    const RubyText read = read_ruby(source);

    std::string printed;
    std::size_t at = 0;
    for (const Ruby& ruby : read.rubies) {
        RC_ASSERT(at <= ruby.begin && ruby.begin < ruby.end && ruby.end <= read.text.size());
        printed += read.text.substr(at, ruby.end - at) + ruby.reading;
        at = ruby.end;
    }
    printed += read.text.substr(at);
    for (const char sign : {'{', '}', '|', '\\'}) {
        std::erase(source, sign);
        std::erase(printed, sign);
    }
    std::ranges::sort(source);  // a reading of several characters stands behind its own, not behind all of them
    std::ranges::sort(printed);
    RC_ASSERT(source == printed);
}

}  // namespace
}  // namespace besshi::base
