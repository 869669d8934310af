#include "sheet/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace besshi::sheet {

namespace {

using Output = std::back_insert_iterator<std::string>;

std::string font_words(Length size, bool bold, bool underline) {
    return fmt::format("{:.1f}{}{}", size.pt(), bold ? " bold" : "", underline ? " underline" : "");
}

std::string visible(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c == '\n') {
            line += "⏎";
        } else {
            line += c;
        }
    }
    return line;
}

void dump_format(Output out, std::size_t number, const Format& format) {
    fmt::format_to(out, "format {}: {} {} {}{} {} {}", number, format.font_name,
                   font_words(format.size, format.bold, format.underline),
                   format.long_text == LongText::wrap ? "wrap" : "shrink",
                   format.direction == Direction::vertical ? " vertical" : "", to_string(format.align),
                   to_string(format.vertical_align));
    if (format.fill)
        fmt::format_to(out, " fill #{:02X}{:02X}{:02X}", format.fill->red, format.fill->green, format.fill->blue);
    fmt::format_to(out, " lines {} {} {} {}\n", to_string(format.left), to_string(format.right), to_string(format.top),
                   to_string(format.bottom));
}

void dump_cell(Output out, const SheetPlan& plan, const SheetCell& cell) {
    fmt::format_to(out, "    {}", cell_address(cell.row, cell.column));
    if (cell.row_span > 1 || cell.column_span > 1) {
        fmt::format_to(out, ":{}", cell_address(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1));
    }
    fmt::format_to(out, " format {}", cell.format);
    if (!cell.name.empty()) fmt::format_to(out, " {}", cell.name);
    const Format& format = plan.formats[cell.format];
    for (const RichRun& run : cell.runs) {
        const bool plain = run.size == format.size && run.bold == format.bold && run.underline == format.underline;
        fmt::format_to(out, " {}「{}」", plain ? "" : font_words(run.size, run.bold, run.underline), visible(run.text));
    }
    fmt::format_to(out, "\n");
}

void dump_picture(Output out, const SheetPicture& picture) {
    const auto pixels = [](Length length) { return length.units / pixel.units; };
    const Rect& place = picture.place;
    fmt::format_to(out, "  picture {} at {} +{},{} {}x{} {}\n", to_string(picture.picture->format),
                   cell_address(picture.row, picture.column), pixels(place.x), pixels(place.y), pixels(place.width),
                   pixels(place.height), visible(picture.alternative));
}

void dump_sheet(Output out, const SheetPlan& plan, const Worksheet& sheet) {
    fmt::format_to(out, "sheet {}\n", sheet.name);
    fmt::format_to(
        out, "  paper {:.2f} × {:.2f} mm, scale {} %, top {:.2f} right {:.2f} bottom {:.2f} left {:.2f}{}{}\n",
        sheet.paper_width.mm(), sheet.paper_height.mm(), sheet.scale_percent, sheet.top.mm(), sheet.right.mm(),
        sheet.bottom.mm(), sheet.left.mm(), sheet.center_horizontally ? ", centred across" : "",
        sheet.center_vertically ? ", centred down" : "");
    if (!sheet.header.empty())
        fmt::format_to(out, "  header at {:.2f}: {}\n", sheet.header_at.mm(), visible(sheet.header));
    if (!sheet.footer.empty())
        fmt::format_to(out, "  footer at {:.2f}: {}\n", sheet.footer_at.mm(), visible(sheet.footer));
    fmt::format_to(out, "  columns");
    for (const Length width : sheet.column_widths) fmt::format_to(out, " {}", width.units / pixel.units);
    fmt::format_to(out, "\n");

    std::vector<const SheetCell*> cells;
    for (const SheetCell& cell : sheet.cells) cells.push_back(&cell);
    std::ranges::stable_sort(cells, {}, [](const SheetCell* cell) { return std::pair(cell->row, cell->column); });
    auto next = cells.begin();
    for (int row = 0; row < static_cast<int>(sheet.row_heights.size()); ++row) {
        if (std::ranges::find(sheet.row_breaks, row) != sheet.row_breaks.end())
            fmt::format_to(out, "  ---- page break\n");
        fmt::format_to(out, "  row {} {:.2f} pt\n", row + 1, sheet.row_heights[row].pt());
        for (; next != cells.end() && (*next)->row == row; ++next) dump_cell(out, plan, **next);
    }
    for (const SheetPicture& picture : sheet.pictures) dump_picture(out, picture);
}

}  // namespace

std::string cell_address(int row, int column) {
    std::string letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return fmt::format("{}{}", letters, row + 1);
}

std::string dump(const SheetPlan& plan) {
    std::string text;
    const Output out(text);
    fmt::format_to(out, "workbook {}{}\n", plan.title, plan.created ? ", created " + base::to_iso(*plan.created) : "");
    fmt::format_to(out, "normal {} {:.1f}\n", plan.normal_font, normal_size.pt());
    for (std::size_t i = 0; i < plan.formats.size(); ++i) dump_format(out, i, plan.formats[i]);
    for (const Worksheet& sheet : plan.sheets) dump_sheet(out, plan, sheet);
    return text;
}

}  // namespace besshi::sheet
