#pragma once

#include "layout/layout.h"

/// Arranging a workbook. The Excel writer decides nothing.
///
/// A worksheet prints on the pages of the PDF: the same rows on each page, a manual page break between
/// them. Lengths of a plan are Excel's own, before the print scale; they are whole pixels of 1/96 inch.
namespace besshi::sheet {

/// Characters of a cell in one style; sizes in Excel points (before the print scale).
struct RichRun {
    std::string text;
    Length size;
    bool bold = false, underline = false;
    bool operator==(const RichRun&) const = default;
};

/// What becomes of a text that is wider than its cell: it goes on in the next line, or Excel sets it
/// smaller until one line holds it (縮小して全体を表示する).
enum class LongText { wrap, shrink };

/// A format of cells; the same format is written once.
struct Format {
    std::string font_name;
    Length size;
    bool bold = false, underline = false;
    LongText long_text = LongText::wrap;
    Direction direction = Direction::horizontal;  ///< vertical: characters stand one below the other (縦書き)
    form::Align align = form::Align::left;
    form::VerticalAlign vertical_align = form::VerticalAlign::top;
    std::optional<form::Color> fill;
    form::Stroke left = form::Stroke::none, right = form::Stroke::none, top = form::Stroke::none,
                 bottom = form::Stroke::none;
    auto operator<=>(const Format&) const = default;
};

/// One cell or merged range; rows and columns count from 0.
struct SheetCell {
    std::string name;  ///< defined name, valid in Excel and unique in the workbook; empty = none
    int row = 0, column = 0, row_span = 1, column_span = 1;
    std::vector<RichRun> runs;  ///< always written as a string; empty = blank
    std::uint32_t format = 0;   ///< of every cell of the range
    Origin origin;
};

/// A picture over cells. All lengths are whole pixels.
struct SheetPicture {
    SharedPicture picture;
    std::string alternative;
    int row = 0, column = 0;  ///< the cell in whose corner `place` begins to count
    Rect place;
    Origin origin;
};

struct Worksheet {
    std::string name;                   ///< at most 31 UTF-16 units, none of []:*?/\ .
    std::vector<Length> column_widths;  ///< one per ruler column, whole pixels
    std::vector<Length> row_heights;    ///< whole pixels, each at most `highest_row`
    std::vector<SheetCell> cells;
    std::vector<SheetPicture> pictures;
    std::vector<int> row_breaks;       ///< a page ends above these rows
    int scale_percent = 100;           ///< print scale, 10 to 400
    Length paper_width, paper_height;  ///< as the paper lies
    Length top, right, bottom, left, header_at, footer_at;
    bool center_horizontally = false, center_vertically = false;
    std::string header, footer;  ///< Excel codes, `&` of texts doubled, at most 255 UTF-16 units
};

struct SheetPlan {
    std::string title;  ///< workbook property: the form's, never a person's name
    std::optional<Date> created;
    std::string normal_font;  ///< of the Normal style, in `normal_size`: its digits are the unit of column widths
    std::vector<Format> formats;
    std::vector<Worksheet> sheets;
};

/// Excel's pixel at 96 dpi: what column widths and row heights are counted in.
inline constexpr Length pixel{Length::per_pt * 72 / 96};

/// Excel refuses rows above 409 points; 545 pixels are the last whole ones below.
inline constexpr Length highest_row = pixel * 545;

/// Excel measures columns in digits of the Normal style's font, rounded to the device: a column of
/// Calibri 11, the default, is 64 pixels on screen and 69 in print, and LibreOffice without Calibri makes it
/// a third wider. Digits of BIZ UD Gothic are half an em; at 10.5 points they are 7 pixels of 96 dpi exactly,
/// on screen, in print and in LibreOffice.
inline constexpr Length normal_size{Length::per_pt * 21 / 2};

/// What stays free of the printable width and height because printer drivers round digits and rows.
inline constexpr std::int64_t width_reserve_permille = 15;
inline constexpr std::int64_t height_reserve_permille = 10;

/// The pages of a form as a workbook, a worksheet per section. Errors: `sheet.header.too_long`,
/// `sheet.scale.too_small`.
Result<SheetPlan> arrange(const layout::PagedForm& paged, const text::FontSet& fonts);

/// A form as part of a workbook of several.
struct WorkbookPart {
    std::string number;  ///< F01
    SheetPlan plan;
};

/// Several forms in one workbook titled `title`, in order. Names of sheets that are taken get the form's number
/// behind them, defined names get it in front: `F01_rows_1_goal`. The latest day is the workbook's.
SheetPlan join(std::vector<WorkbookPart> parts, std::string title);

/// `B3`, `AA10`: rows and columns count from 0.
std::string cell_address(int row, int column);

/// Formats, then sheet by sheet its set-up, columns in pixels, rows in points with their cells.
std::string dump(const SheetPlan& plan);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::sheet
