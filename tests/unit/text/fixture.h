#pragma once

#include "text/text.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace besshi::text::tests {

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

inline const std::string& manifest_toml() {
    static const std::string toml = read_file(BESSHI_ROOT "/fonts/manifest.toml");
    return toml;
}

/// The project's own fonts, loaded once per test program.
inline const FontSet& fonts() {
    static const FontSet set = FontSet::load(manifest_toml(), "fonts/manifest.toml").value();
    return set;
}

inline constexpr Length em = Length{Length::per_pt * 10};

inline FaceId face_named(std::string_view id) {
    for (std::uint8_t i = 0; i < fonts().face_count(); ++i) {
        if (fonts().info({i}).id == id) return {i};
    }
    throw std::runtime_error("no such face");
}

inline StyledRun plain(std::string_view text) {
    return {.text = text};
}

inline StyledRun name(std::string_view text) {
    return {.text = text, .personal_name = true};
}

inline ShapedText shaped(std::vector<StyledRun> runs, BreakMode mode = BreakMode::strict) {
    return shape(fonts(), runs, mode).value();
}

inline ShapedText shaped_vertically(std::vector<StyledRun> runs, BreakMode mode = BreakMode::strict) {
    return shape(fonts(), runs, mode, Direction::vertical).value();
}

/// A text broken at a measure, with what it was made from.
struct Broken {
    ShapedText text;
    BrokenText result;

    std::vector<std::string> lines() const {
        std::vector<std::string> all;
        for (const Line& line : result.lines) all.push_back(line_text(text, result, line));
        return all;
    }
};

/// Breaks `runs` at 10 pt; `width` in em.
inline Broken broken(std::vector<StyledRun> runs, double width, Measure measure = {},
                     BreakMode mode = BreakMode::strict) {
    Broken made{shaped(runs, mode), {}};
    const std::vector<Length> sizes(runs.size(), em);
    measure.width = Length::from_pt(width * 10);
    measure.run_sizes = sizes;
    made.result = break_lines(fonts(), made.text, measure);
    return made;
}

inline std::vector<std::string> lines_of(std::string_view text, double width) {
    return broken({plain(text)}, width).lines();
}

}  // namespace besshi::text::tests
