#pragma once

#include "layout/layout.h"

/// Shaping: done once, whatever sizes are tried afterwards.
namespace besshi::layout {

/// The glyphs of one cell. `runs` looks into the filled form, or into `made` where layout joined them
/// (choices, notes, counters, （つづき）).
struct ShapedCell {
    std::span<const fill::Run> runs;
    std::vector<fill::Run> made;
    std::vector<std::uint32_t> chosen_runs;
    text::ShapedText text;  ///< of no glyphs if there is nothing to set
};

/// [section][grid][cell]
using ShapedForm = std::vector<std::vector<std::vector<ShapedCell>>>;

/// Error `text.glyph.missing` for every cell that has one. Cells of annexes are shaped when it is known that
/// they are needed, and with which number; here they are empty.
Result<ShapedForm> shape(const fill::FilledForm& filled, const text::FontSet& fonts);

/// Shapes `runs` in `style`; they are copied into `made`.
Result<ShapedCell> shape_made(std::vector<fill::Run> runs, const form::Style& style, const text::FontSet& fonts);

/// The text of `content` as runs; what is no text has none.
std::vector<fill::Run> runs_of(const fill::Content& content);

}  // namespace besshi::layout
