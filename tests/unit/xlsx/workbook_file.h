#pragma once

#include "xlsx/xlsx.h"

#include <string>
#include <vector>

namespace besshi::xlsx::tests {

/// A sheet of three columns and four rows of 20 pixels on lying A4, one format, no cells.
sheet::SheetPlan small_plan();

/// A cell at `row`, `column` with one run in the format's font.
sheet::SheetCell text_cell(int row, int column, std::string text);

/// The bytes of `plan` as a file. Fails the test if it cannot be written.
std::string written(const sheet::SheetPlan& plan);

/// What openpyxl finds in the file, one fact a line (see read_back.py).
std::vector<std::string> facts(const std::string& bytes);

/// One part of the zip file, e.g. `xl/sharedStrings.xml`.
std::string part(const std::string& bytes, const std::string& name);

}  // namespace besshi::xlsx::tests
