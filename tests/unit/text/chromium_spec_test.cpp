#include "spec_table.h"

#include <gtest/gtest.h>

#include <set>

namespace besshi::text::tests {
namespace {

/// A line of `chromium.tsv`.
struct Comparison {
    double measure = 0;
    std::string setting;
    std::string text;
    std::string besshi, chromium;  ///< lines
    std::string why;               ///< – where they are the same
};

std::vector<Comparison> comparisons() {
    std::vector<Comparison> all;
    for (const auto& row : read_spec("chromium.tsv", 6))
        all.push_back({std::stod(row[0]), row[1], row[2], row[3], row[4], row[5]});
    return all;
}

/// The reasons that the head of the table explains: the words of its lines `#   word  …`.
std::set<std::string> reasons() {
    std::set<std::string> words;
    for (const std::string& line : split(read_file(BESSHI_ROOT "/tests/spec/chromium.tsv"), "\n")) {
        if (line.starts_with("#   ") && line[4] != ' ') words.insert(split(line.substr(4), " ").front());
    }
    return words;
}

TEST(ChromiumSpec, BesshisColumnIsWhatBesshiDoes) {
    for (const Comparison& row : comparisons()) {
        Measure measure;
        if (row.setting == "justify") measure.adjustment = Adjustment::justify;
        const std::string text = meant(row.text);
        const Broken made = broken({plain(text)}, row.measure, measure);
        EXPECT_EQ(shown(join(made.lines(), line_end)), row.besshi) << row.text;
    }
}

TEST(ChromiumSpec, EveryDifferenceHasAReason) {
    const std::set<std::string> known = reasons();
    EXPECT_GT(known.size(), 3U);
    const auto all = comparisons();
    for (const Comparison& row : all) {
        const bool same = row.besshi == row.chromium;
        EXPECT_TRUE(same ? row.why == "–" : known.contains(row.why)) << row.text << ": " << row.why;
    }
    EXPECT_GE(all.size(), 150U);
}

}  // namespace
}  // namespace besshi::text::tests
