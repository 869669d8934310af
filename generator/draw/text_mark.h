#pragma once

#include "draw/tree.h"

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
    std::span<const TextPart> parts{};  ///< of a text with readings: instead of `node`
};

/// Where the glyphs of a run stand on one line: their em boxes.
struct RunExtent {
    std::uint32_t run = 0;
    Rect box;
};

/// The pen on the baseline of each line.
std::vector<Point> line_starts(const TextBlock& block);

/// Appends a glyph run for each stretch of one face and size on a line, behind each base its reading, and the rules
/// under underlined text. A line's em box, readings included, stands in the middle of its pitch. Returns the extents of
/// `cell.chosen_runs`.
std::vector<RunExtent> append_text(std::vector<Mark>& marks, const TextBlock& block, Owner owner);

}  // namespace besshi::draw
