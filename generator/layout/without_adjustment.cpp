#include "layout/shaped_form.h"

namespace besshi::layout {

Result<text::BrokenText> without_adjustment(const MeasuredCell& cell, const form::Style& style,
                                            const text::FontSet& fonts) {
    const std::span<const fill::Run> runs = cell.runs;
    const auto shaped = shape_made({runs.begin(), runs.end()}, style, fonts);
    if (!shaped) return fail(shaped.error());
    text::BrokenText natural = cell.text;
    text::place_glyphs(fonts, shaped->text,
                       {.width = cell.measure, .run_sizes = cell.run_sizes, .narrow_permille = cell.narrow_permille},
                       natural);
    return natural;
}

}  // namespace besshi::layout
