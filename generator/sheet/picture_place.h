#pragma once

#include "sheet/sheet.h"

namespace besshi::sheet {

/// `image` over a cell of `sheet` whose rows are known: as large as the cell holds it, in its middle.
SheetPicture picture_over(const SheetCell& cell, const fill::Image& image, const Worksheet& sheet);

}  // namespace besshi::sheet
