#include "layout/least_height.h"

#include "unit/layout/random_form.h"

#include "layout/measure.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace besshi::layout::tests {
namespace {

Length height_of(const MeasuredForm& form, std::size_t section) {
    Length height;
    for (const MeasuredGrid& grid : form.grids[section]) {
        if (grid.annex.number > 0) continue;
        height = std::accumulate(grid.row_heights.begin(), grid.row_heights.end(), height);
    }
    return height;
}

RC_GTEST_PROP(LeastHeightProperty, IsNeverMoreThanTheHeight, ()) {
    const auto filled = std::make_shared<const fill::FilledForm>(random_form());
    const ShapedForm shaped = shape(*filled, fonts()).value();
    const LeastHeights least(*filled, shaped, fonts());
    for (const Length size : {mm(4), mm(3), mm(2), mm(1)}) {
        const MeasuredForm measured = measure(filled, shaped, fonts(), size).value();
        for (std::size_t section = 0; section < filled->sections.size(); ++section)
            RC_ASSERT(least.of_section(section, size) <= height_of(measured, section));
    }
}

/// Otherwise it would spare nothing.
TEST(LeastHeight, OfPlainTextIsNearItsHeight) {
    fill::FilledForm form = blank_form();
    fill::Grid& grid = add_grid(form, "g", fill::Grid::Kind::panel);
    add_row(grid, 0);
    std::string text;
    for (int i = 0; i < 400; ++i) text += "漢";
    add_cell(grid, {.column_span = 4}, text);
    const auto filled = std::make_shared<const fill::FilledForm>(std::move(form));
    const ShapedForm shaped = shape(*filled, fonts()).value();
    const Length size = filled->sections[0].grids[0].cells[0].style.size;
    const Length least = LeastHeights(*filled, shaped, fonts()).of_section(0, size);
    const Length real = height_of(measure(filled, shaped, fonts(), size).value(), 0);
    EXPECT_GE(least * 10, real * 9);
}

}  // namespace
}  // namespace besshi::layout::tests
