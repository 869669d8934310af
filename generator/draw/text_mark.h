#pragma once

#include "draw/draw.h"

/// Lines of text as glyph runs.
namespace besshi::draw {

/// The lines of one cell, or a part of them, in a box.
struct TextBlock {
    const layout::MeasuredCell& cell;
    std::uint32_t first_line = 0, line_count = 0;
    Rect box;
    form::Align align = form::Align::left;
    form::VerticalAlign vertical_align = form::VerticalAlign::top;
    bool underline = false;  ///< where a run does not say otherwise
};

/// What the marks of a text belong to.
struct Owner {
    NodeId node;
    ArtifactKind artifact = ArtifactKind::none;
};

/// Where the glyphs of a run stand on one line: their em boxes.
struct RunExtent {
    std::uint32_t run = 0;
    Rect box;
};

/// The pen on the baseline of each line. A line's em box stands in the middle of its pitch.
std::vector<Point> line_starts(const TextBlock& block);

/// Appends a glyph run for each stretch of one face and size on a line, and the rules under underlined
/// text. Returns the extents of `cell.chosen_runs`.
std::vector<RunExtent> append_text(std::vector<Mark>& marks, const TextBlock& block, Owner owner);

}  // namespace besshi::draw
