#pragma once

#include "judge/positions.h"

#include <cstddef>
#include <map>
#include <span>

namespace besshi::tests {

/// A text and the place it was to be set in.
struct Column {
    std::u32string text;                 ///< `\n` begins a paragraph
    double left = 0, right = 0;          ///< of the measure, in points
    std::optional<double> justified_to;  ///< where lines that go on end; nothing if they are ragged
};

/// Besshi's own word for how a line ended: the only thing the judge takes from it.
enum class LineEnd { ordinary, emergency };

/// What was seen in all columns so far.
struct Record {
    std::size_t lines = 0, characters = 0;
    std::size_t emergencies = 0;  ///< line ends that besshi reports as such; what they tear is not judged
    std::size_t justified = 0,
                short_of = 0;  ///< lines to be justified: at the right edge, or too far from it for the bounds
    std::map<std::string, std::size_t> faults;
    std::vector<std::string> examples;  ///< of the first faults: what, and the line
};

/// Judges the glyphs of one column, line by line, by JLREQ: nothing lost or doubled, no character at a line start or
/// line end that may not stand there (§3.1.7, §3.1.8), nothing torn (§3.1.10, cl-24 and the project's pairs), every
/// space in its bounds (Tables 1, 4, 6), nothing outside the measure, no ink over ink, justified lines exactly wide.
/// `ends` has an entry for each line that shows something.
void judge(const Column& column, std::span<const Shown> glyphs, std::span<const LineEnd> ends, Record& record);

}  // namespace besshi::tests
