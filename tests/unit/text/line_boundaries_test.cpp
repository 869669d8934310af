#include "text/line_boundaries.h"

#include "fixture.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

/// What is decided by pairs must be what ICU says of the whole text.
namespace besshi::text::tests {
namespace {

struct Boundaries {
    std::vector<std::uint32_t> found, asked;
};

Boundaries boundaries_of(const std::string& text) {
    const StyledRun run = plain(text);
    Characters characters;
    characters.assign({&run, 1});
    Boundaries boundaries;
    find_line_boundaries(characters, BreakMode::strict, boundaries.found);
    ask_line_boundaries(characters, boundaries.asked);
    return boundaries;
}

std::string utf8(const std::vector<char32_t>& text) {
    std::string bytes;
    for (const char32_t c : text) base::append_utf8(bytes, c);
    return bytes;
}

TEST(LineBoundaries, OfEveryCharacterBesideEveryKindAreIcus) {
    static constexpr std::u32string_view kinds = U"字あア・ー「」、。！…‥　\nAa1１（）(%/: 々ゃ～";
    for (char32_t c = 0x20; c < 0x10000; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::vector<char32_t> text{c};
        for (const char32_t kind : kinds) text.insert(text.end(), {kind, c});
        const auto [found, asked] = boundaries_of(utf8(text));
        ASSERT_EQ(found, asked) << base::code_point_name(c);
    }
}

RC_GTEST_PROP(LineBoundariesProperty, OfAnyTextAreIcus, ()) {
    const auto of = [](std::u32string_view characters) {
        return rc::gen::elementOf(std::vector<char32_t>(characters.begin(), characters.end()));
    };
    const auto character =
        rc::gen::oneOf(of(U"字漢あいっアィー・々「」『』（）、。！？…‥―　"), of(U"aZ09 .,:;/-()%$+#'\"!?"),
                       of(U"０９％￥〒№①㈱○※℃→～〜"),
                       of(U"\u200B\u200D\u2060\u00A0\u00AD\u3099\u0301\uFE0F\U000E0100\U00020BB7김\u0E01\U0001F468\n"),
                       rc::gen::inRange<char32_t>(0x20, 0xD800), rc::gen::inRange<char32_t>(0xE000, 0x20000));
    const auto text = utf8(*rc::gen::container<std::vector<char32_t>>(character));
    const auto [found, asked] = boundaries_of(text);
    RC_ASSERT(found == asked);
}

}  // namespace
}  // namespace besshi::text::tests
