#include "spec_table.h"

#include <gtest/gtest.h>

namespace besshi::text::tests {
namespace {

TEST(LineBreakSpec, EveryCaseOfTheTable) {
    const auto cases = read_spec("linebreak.tsv", 4);
    for (const auto& row : cases) {
        std::string text = meant(row[1]);
        const bool is_name = text.starts_with('<');
        if (is_name) text = text.substr(1, text.size() - 2);
        const Broken made = broken({is_name ? name(text) : plain(text)}, std::stod(row[0]));
        EXPECT_EQ(shown(join(made.lines(), line_end)), row[2]) << join(row, "\t");
    }
    EXPECT_GT(cases.size(), 100U);
}

}  // namespace
}  // namespace besshi::text::tests
