#include "spec_table.h"

#include "text/spacing.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace besshi::text::tests {
namespace {

/// A line of `spacing.tsv`. Spaces in em between the bodies.
struct Pair {
    std::string before, after;  ///< classes: cl-01 …, half
    std::string example;        ///< ¦ between the two
    double natural = 0, least = 0, most = 0;
    std::string clause;
};

double fraction(const std::string& digits) {
    const auto parts = split(digits, "/");
    return parts.size() == 1 ? std::stod(digits) : std::stod(parts[0]) / std::stod(parts[1]);
}

std::vector<Pair> pairs() {
    std::vector<Pair> all;
    for (const auto& row : read_spec("spacing.tsv", 7))
        all.push_back({row[0], row[1], row[2], fraction(row[3]), fraction(row[4]), fraction(row[5]), row[6]});
    return all;
}

/// JLREQ 3.1.2: what of a full-width body is blank, in em.
double blank_before_of(const std::string& character_class) {
    return character_class == "cl-01" ? 0.5 : character_class == "cl-05" ? 0.25 : 0;
}
double blank_after_of(const std::string& character_class) {
    static const std::set<std::string> closing = {"cl-02", "cl-06", "cl-07"};
    return closing.contains(character_class) ? 0.5 : character_class == "cl-05" ? 0.25 : 0;
}

double body_of(char32_t c) {
    const bool half = (c >= 0x20 && c < 0x7F) || (c >= 0xFF61 && c <= 0xFF9F);
    return half ? 0.5 : 1;
}

/// The glyph in front of the ¦, in a text in which nothing stands at the line's ends.
struct Setting {
    ShapedText text;
    BrokenText made;
    std::size_t before = 0;
};

Setting set(const Pair& pair, std::string& bytes) {
    const auto parts = split(pair.example, "¦");
    bytes = "漢" + parts.at(0) + parts.at(1) + "漢";
    const std::size_t end = std::string("漢").size() + parts[0].size();
    Broken broken_text = broken({plain(bytes)}, 20);
    for (std::size_t i = 0; i < broken_text.text.glyphs.size(); ++i) {
        if (broken_text.text.glyphs[i].end == end)
            return {std::move(broken_text.text), std::move(broken_text.result), i};
    }
    throw std::runtime_error("no glyph ends at the ¦ of " + pair.example);
}

double natural_space(const Pair& pair) {
    std::string bytes;
    const Setting setting = set(pair, bytes);
    const double advance =
        static_cast<double>(setting.made.glyphs[setting.before].advance.units) / static_cast<double>(em.units);
    const double body = body_of(base::to_utf32(split(pair.example, "¦")[0]).back());
    return advance - body + blank_after_of(pair.before) + blank_before_of(pair.after);
}

TEST(SpacingSpec, NaturalSpaces) {
    for (const Pair& pair : pairs())
        EXPECT_NEAR(natural_space(pair), pair.natural, 0.001)
            << pair.before << " " << pair.after << " " << pair.example << " " << pair.clause;
}

TEST(SpacingSpec, HowFarAdjustmentMayChangeThem) {
    for (const Pair& pair : pairs()) {
        std::string bytes;
        const Setting setting = set(pair, bytes);
        const Gap& bounds =
            gap(setting.text.glyphs[setting.before].space_class, setting.text.glyphs[setting.before + 1].space_class);
        const double blanks = blank_after_of(pair.before) + blank_before_of(pair.after);
        EXPECT_EQ(bounds.least / 8.0 + blanks, pair.least) << pair.before << " " << pair.after << " " << pair.example;
        EXPECT_EQ(bounds.most / 8.0 + blanks, pair.most) << pair.before << " " << pair.after << " " << pair.example;
    }
}

TEST(SpacingSpec, EveryPairOfClassesHasALine) {
    std::set<std::pair<std::string, std::string>> seen;
    std::set<std::string> classes;
    for (const Pair& pair : pairs()) {
        if (pair.before == "half" || pair.after == "half") continue;
        seen.emplace(pair.before, pair.after);
        classes.insert(pair.before);
    }
    constexpr std::size_t classes_in_plain_text = 21;
    EXPECT_EQ(classes.size(), classes_in_plain_text);
    EXPECT_EQ(seen.size(), classes_in_plain_text * classes_in_plain_text);
}

}  // namespace
}  // namespace besshi::text::tests
