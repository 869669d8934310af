#pragma once

#include "sheet/sheet.h"

/// Paper, margins, running heads and print scale of a worksheet.
namespace besshi::sheet {

/// The running head and foot of one section. Excel prints them on every page or on none: a head that begins
/// on page 2 stands on page 1 as well, and one that needs more pages than there are is left out.
class RunningHeads {
public:
    /// `font_name`: of the head's type.
    RunningHeads(const layout::PagedForm& paged, std::uint32_t section, std::string font_name);

    /// What head and foot need of the top and bottom margins; nothing if there is none.
    Length header_room() const;
    Length footer_room() const;

    /// Sets header and footer of `sheet`, whose scale is decided, with Excel's codes: `&P` for the page, `&N`
    /// for the pages (their number where the workbook has other sheets: `&N` counts the pages of all that is
    /// printed). 原案 of a draft stands in the middle of the head. Where Excel's 255 characters do not hold
    /// the fonts as well these are left out; `sheet.header.too_long` if the texts alone are too long.
    void write(Worksheet& sheet, Diagnostics& faults) const;

private:
    bool stands(const fill::Band& band) const { return pages_ >= band.from_page && pages_ >= band.if_pages; }
    Length room(const fill::Band& band, Length at) const;
    Length printed_size(const fill::BandText& text) const;
    std::string code_of(const fill::Band& band, std::string_view watermark, int scale_percent,
                        Diagnostics& faults) const;

    const layout::PagedForm& paged_;
    const fill::Section& section_;
    std::string font_name_;
    int pages_ = 0;
};

/// Sets paper, margins and centring. Margins are as narrow as Excel's 狭い (6.4 mm) where no head or foot is
/// in them: the room they give up takes what Excel prints wider and higher than the PDF. The grid keeps its
/// place on the paper.
void set_paper(Worksheet& sheet, const form::PageSetup& page, form::RulerAlign align, const RunningHeads& heads);

/// The largest whole percent, `nominal` at most, at which the columns fit the width and every page the
/// height of the printable body, reserves included. `page_heights`: Excel heights of the pages.
void set_scale(Worksheet& sheet, int nominal, std::span<const Length> page_heights, Diagnostics& faults);

}  // namespace besshi::sheet
