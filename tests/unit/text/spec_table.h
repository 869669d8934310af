#pragma once

#include "fixture.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Reading the tables of `tests/spec/`: one case a line, fields parted by tabs, `#` begins a comment.
namespace besshi::text::tests {

inline std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> parts;
    for (std::size_t at; (at = text.find(by)) != text.npos; text.remove_prefix(at + by.size())) {
        parts.emplace_back(text.substr(0, at));
    }
    parts.emplace_back(text);
    return parts;
}

inline std::string join(const std::vector<std::string>& parts, std::string_view by) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : std::string(by)) + parts[i];
    return text;
}

inline std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    return join(split(text, from), to);
}

/// The cases of `tests/spec/NAME`, each of `columns` fields.
inline std::vector<std::vector<std::string>> read_spec(const std::string& name, std::size_t columns) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : split(read_file(BESSHI_ROOT "/tests/spec/" + name), "\n")) {
        if (line.empty() || line.front() == '#') continue;
        rows.push_back(split(line, "\t"));
        if (rows.back().size() != columns) throw std::runtime_error(name + ": " + line);
    }
    return rows;
}

/// How the tables write what an editor does not show.
inline constexpr std::string_view line_end = "⏎", no_break_space = "⍽", word_joiner = "⁀";

inline std::string shown(std::string_view text) {
    return replace_all(replace_all(replace_all(text, "\n", line_end), "\u00A0", no_break_space), "\u2060", word_joiner);
}

inline std::string meant(std::string_view text) {
    return replace_all(replace_all(replace_all(text, line_end, "\n"), no_break_space, "\u00A0"), word_joiner, "\u2060");
}

}  // namespace besshi::text::tests
