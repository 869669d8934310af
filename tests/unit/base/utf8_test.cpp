#include "base/base.h"

#include <gtest/gtest.h>

namespace besshi::base {
namespace {

TEST(Utf8, WellFormedTextHasNoFault) {
    EXPECT_EQ(find_ill_formed_utf8("髙﨑　凜太朗 𠮷野 葛󠄀西 Ánh"), std::string_view::npos);
    EXPECT_EQ(find_ill_formed_utf8(""), std::string_view::npos);
    EXPECT_EQ(find_ill_formed_utf8("\xF4\x8F\xBF\xBF"), std::string_view::npos);  // U+10FFFF
}

TEST(Utf8, NamesTheFirstIllFormedByte) {
    EXPECT_EQ(find_ill_formed_utf8("ab\x80"), 2u);
    EXPECT_EQ(find_ill_formed_utf8("\xC0\x80"), 0u);          // overlong
    EXPECT_EQ(find_ill_formed_utf8("\xE0\x9F\x80"), 0u);      // overlong
    EXPECT_EQ(find_ill_formed_utf8("a\xED\xA0\x80"), 1u);     // surrogate
    EXPECT_EQ(find_ill_formed_utf8("\xF4\x90\x80\x80"), 0u);  // above U+10FFFF
    EXPECT_EQ(find_ill_formed_utf8("\xF0\x8F\xBF\xBF"), 0u);  // overlong
    EXPECT_EQ(find_ill_formed_utf8("\xE9\xAB"), 0u);          // cut off
    EXPECT_EQ(find_ill_formed_utf8("\xF5\x80\x80\x80"), 0u);
}

TEST(Utf8, CodePointsGoThereAndBack) {
    for (const char32_t c :
         {U'\x01', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFD', U'\x10000', U'𠮷', U'\x10FFFF'}) {
        std::string text;
        append_utf8(text, c);
        const CodePoint read = code_point_at(text, 0);
        EXPECT_EQ(read.value, c);
        EXPECT_EQ(read.bytes, text.size());
    }
    EXPECT_EQ(to_utf32("a𠮷b"), U"a𠮷b");
}

TEST(Utf8, CharactersAreCountedAsAPersonCounts) {
    EXPECT_EQ(count_code_points("葛󠄀西"), 3u);
    EXPECT_EQ(count_characters("葛󠄀西"), 2u);
    EXPECT_EQ(count_characters("か\u3099んばる"), 4u);
    EXPECT_EQ(count_characters("𠮷\n野"), 2u);
    EXPECT_EQ(count_characters(""), 0u);
    EXPECT_EQ(count_utf16_units("𠮷野a"), 4u);
    EXPECT_EQ(count_utf16_units(""), 0u);
}

TEST(Utf8, NamesACodePoint) {
    EXPECT_EQ(code_point_name(U'𠮷'), "U+20BB7");
    EXPECT_EQ(code_point_name(U'a'), "U+0061");
}

}  // namespace
}  // namespace besshi::base
