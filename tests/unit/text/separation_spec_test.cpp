#include "spec_table.h"

#include <gtest/gtest.h>

#include <map>

namespace besshi::text::tests {
namespace {

/// A line of `separation.tsv`.
struct Pair {
    std::string before, after;  ///< classes: cl-01 …
    std::string example;        ///< ¦ where the line would end; – if plain text has no such pair
    std::string table, besshi;  ///< yes, no, × or –
    std::string clause;
};

std::vector<Pair> pairs() {
    std::vector<Pair> all;
    for (const auto& row : read_spec("separation.tsv", 6))
        all.push_back({row[0], row[1], row[2], row[3], row[4], row[5]});
    return all;
}

/// Whether a line may end at the ¦ of `example` without need.
bool may_separate(const std::string& example) {
    const auto parts = split(example, "¦");
    const std::string text = parts.at(0) + parts.at(1);
    const ShapedText made = shaped({plain(text)});
    for (std::size_t i = 0; i < made.glyphs.size(); ++i) {
        if (made.glyphs[i].begin == parts[0].size()) return made.before[i] >= BreakClass::allowed;
    }
    throw std::runtime_error("no glyph begins at the ¦ of " + example);
}

TEST(SeparationSpec, EveryExampleOfTheTable) {
    for (const Pair& pair : pairs()) {
        if (pair.example == "–") continue;
        EXPECT_EQ(may_separate(pair.example) ? "yes" : "no", pair.besshi)
            << pair.before << " " << pair.after << " " << pair.example << " " << pair.clause;
    }
}

TEST(SeparationSpec, EveryPairOfClassesHasALine) {
    std::map<std::string, std::map<std::string, int>> lines;
    for (const Pair& pair : pairs()) ++lines[pair.before][pair.after];
    constexpr std::size_t classes_of_table_2 = 28;
    EXPECT_EQ(lines.size(), classes_of_table_2);
    for (const auto& [before, after] : lines) EXPECT_EQ(after.size(), classes_of_table_2) << before;
}

/// Besshi never separates what Table 2 keeps; where it keeps more, the line says why.
TEST(SeparationSpec, WhereBesshiDiffersTheLineSaysWhy) {
    for (const Pair& pair : pairs()) {
        if (pair.besshi == "–" || pair.besshi == pair.table) continue;
        EXPECT_EQ(pair.table + " " + pair.besshi, "yes no") << pair.example;
        EXPECT_NE(pair.clause.find("project: "), std::string::npos) << pair.example;
    }
}

}  // namespace
}  // namespace besshi::text::tests
