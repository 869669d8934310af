#pragma once

#include "sheet/cell_text.h"

#include <map>

/// Formats of a workbook.
namespace besshi::sheet {

/// The names under which Windows knows the first faces of both families. Characters these faces do not
/// have are left to Excel's own fallback: the other faces are on no ward's PC.
struct FontNames {
    std::string gothic, mincho;

    explicit FontNames(const text::FontSet& fonts);
    const std::string& of(Family family) const { return family == Family::gothic ? gothic : mincho; }
};

/// The format of a cell with this text. Its font is that of the first run; an empty cell has the font that
/// a person would type in. A number in boxes is spread over its cell: Excel has no boxes in a cell.
Format format_of(const CellSource& source, std::span<const RichRun> runs, const FontNames& fonts, int percent);

/// No border and no fill.
bool is_invisible(const Format& format);

/// Formats, each once, numbered in order of first use.
class FormatTable {
public:
    std::uint32_t number_of(const Format& format);
    std::vector<Format> list() const;

private:
    std::map<Format, std::uint32_t> numbers_;
};

}  // namespace besshi::sheet
