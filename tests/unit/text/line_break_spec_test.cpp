#include "fixture.h"

#include <gtest/gtest.h>

namespace besshi::text::tests {
namespace {

constexpr std::string_view line_end = "⏎", no_break_space = "⍽", word_joiner = "⁀";

std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> parts;
    for (std::size_t at; (at = text.find(by)) != text.npos; text.remove_prefix(at + by.size())) {
        parts.emplace_back(text.substr(0, at));
    }
    parts.emplace_back(text);
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view by) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : std::string(by)) + parts[i];
    return text;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    return join(split(text, from), to);
}

TEST(LineBreakSpec, EveryCaseOfTheTable) {
    int cases = 0;
    for (const std::string& row : split(read_file(BESSHI_ROOT "/tests/spec/linebreak.tsv"), "\n")) {
        if (row.empty() || row.front() == '#') continue;
        const std::vector<std::string> fields = split(row, "\t");
        ASSERT_EQ(fields.size(), 4U) << row;
        std::string text = replace_all(fields[1], line_end, "\n");
        text = replace_all(replace_all(text, no_break_space, "\u00A0"), word_joiner, "\u2060");
        const bool is_name = text.starts_with('<');
        if (is_name) text = text.substr(1, text.size() - 2);
        const Broken made = broken({is_name ? name(text) : plain(text)}, std::stod(fields[0]));
        std::string lines = join(made.lines(), line_end);
        lines = replace_all(replace_all(lines, "\u00A0", no_break_space), "\u2060", word_joiner);
        EXPECT_EQ(lines, fields[2]) << row;
        ++cases;
    }
    EXPECT_GT(cases, 100);
}

}  // namespace
}  // namespace besshi::text::tests
