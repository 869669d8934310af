#pragma once

#include "sheet/sheet.h"

/// Paper, margins, running heads and print scale of a worksheet.
namespace besshi::sheet {

/// Sets paper, margins and centring. Margins that hold nothing are as narrow as Excel's 狭い (6.4 mm): the
/// room they give up takes what Excel prints wider and higher than the PDF. The grid keeps its place.
void set_paper(Worksheet& sheet, const fill::FilledForm& form, const fill::Section& section);

/// Running head and foot with Excel's codes: `&P` for the page, `&N` for the pages (their number where the
/// workbook has other sheets, whose pages `&N` would count too). Excel cannot leave out the first page, so
/// a head that begins on page 2 stands on page 1 as well. 原案 of a draft stands in the middle of the head.
void set_bands(Worksheet& sheet, const fill::FilledForm& form, const fill::Section& section, int pages,
               std::string_view font_name, Diagnostics& faults);

/// The largest whole percent, `nominal` at most, at which the columns fit the width and every page the
/// height of the printable body, reserves included. `page_heights`: Excel heights of the pages.
void set_scale(Worksheet& sheet, int nominal, std::span<const Length> page_heights, Diagnostics& faults);

}  // namespace besshi::sheet
