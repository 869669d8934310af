#include "pdf/deflate.h"

#include "inflated.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace besshi::pdf::tests {
namespace {

std::string some_content() {
    std::string content;
    for (int line = 0; line < 200; ++line) {
        content += "BT " + std::to_string(50 + line) + ".28 " + std::to_string(800 - 3 * line) + ".5 Td\n[<";
        for (int glyph = 0; glyph < 12; ++glyph) content += "00" + std::to_string(10 + (line * 7 + glyph * 13) % 90);
        content += ">]TJ\nET\n";
    }
    return content;
}

TEST(Deflate, SmallIsSmallerAndFastIsHalf) {
    const std::string content = some_content();
    const std::string small = deflate(content, Material::text, Size::small);
    const std::string fast = deflate(content, Material::text, Size::fast);
    EXPECT_EQ(inflated(small, content.size()), content);
    EXPECT_EQ(inflated(fast, content.size()), content);
    EXPECT_LT(small.size(), fast.size());
    EXPECT_LT(fast.size(), content.size() * 6 / 10);
}

RC_GTEST_PROP(Deflate, InflatesToAnything, (const std::string& data)) {
    for (const Material material : {Material::text, Material::outlines, Material::pixels}) {
        for (const Size size : {Size::small, Size::fast})
            RC_ASSERT(inflated(deflate(data, material, size), data.size()) == data);
    }
}

}  // namespace
}  // namespace besshi::pdf::tests
