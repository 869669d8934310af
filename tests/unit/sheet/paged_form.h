#pragma once

#include "sheet/sheet.h"

#include <string>
#include <vector>

/// Hand-made forms for the tests of the workbook arrangement.
namespace besshi::sheet::tests {

inline Length mm(double length) {
    return Length::from_mm(length);
}
inline Length pt(double size) {
    return Length::from_pt(size);
}

/// The project's own fonts, loaded once.
const text::FontSet& fonts();

/// Lying A4 with the margins of F01, the type size 10.2 and no section.
fill::FilledForm form(std::vector<double> ruler_mm);

/// A grid of rows with these minimum heights.
fill::Grid grid(std::vector<double> row_heights_mm, std::vector<fill::Cell> cells);

/// Where a cell stands.
struct Place {
    int row = 0, column = 0, row_span = 1, column_span = 1;
};

fill::Cell cell(std::string name, Place place, std::string text);
fill::Run run(std::string text);

/// One section of these grids.
fill::Section section(std::string sheet_name, std::vector<fill::Grid> grids);

layout::PagedForm paged(fill::FilledForm filled);

/// Arranged; fails the test if it cannot be.
SheetPlan arranged(fill::FilledForm filled);

/// The cell that has this defined name. Throws if there is none.
const SheetCell& named(const SheetPlan& plan, std::string_view name);

/// All runs of a cell.
std::string text_of(const SheetCell& cell);

/// Lengths in Excel's pixels.
std::vector<int> pixels(const std::vector<Length>& lengths);

}  // namespace besshi::sheet::tests
