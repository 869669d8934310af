#pragma once

#include "layout/layout.h"

/// Arranging a workbook. The Excel writer decides nothing.
namespace besshi::sheet {

/// Characters of a cell in one style; sizes in Excel points (before the print scale).
struct RichRun {
    std::string text;
    Length size;
    bool bold = false, underline = false;
    bool operator==(const RichRun&) const = default;
};

/// A format of cells; the same format is written once.
struct Format {
    std::string font_name;
    Length size;
    bool bold = false, underline = false, wrap = true;
    form::Align align = form::Align::left;
    form::VerticalAlign vertical_align = form::VerticalAlign::top;
    std::optional<form::Color> fill;
    form::Stroke left = form::Stroke::none, right = form::Stroke::none, top = form::Stroke::none, bottom = form::Stroke::none;
    auto operator<=>(const Format&) const = default;
};

/// One cell or merged range; rows and columns count from 0.
struct SheetCell {
    std::string name;      ///< of the form cell; becomes a defined name where it is unique
    int row = 0, column = 0, row_span = 1, column_span = 1;
    std::vector<RichRun> runs;  ///< always written as a string; empty = blank
    std::uint32_t format = 0;   ///< of the range; borders of its edge cells included
};

struct Worksheet {
    std::string name;                    ///< at most 31 UTF-16 units, none of []:*?/\ .
    std::vector<Length> column_widths;   ///< Excel widths before scaling, one per ruler column
    std::vector<Length> row_heights;     ///< each at most 409 pt
    std::vector<SheetCell> cells;
    std::vector<int> row_breaks;         ///< a page ends above these rows
    int scale_percent = 100;             ///< print scale, 10 to 400
    Length paper_width, paper_height;
    Length top, right, bottom, left, header_at, footer_at;
    bool center_horizontally = false, center_vertically = false;
    std::string header, footer;          ///< Excel codes, `&` of texts doubled, at most 255 characters
};

struct SheetPlan {
    std::string title;       ///< workbook property: the form's, never a person's name
    std::optional<Date> created;
    std::vector<Format> formats;
    std::vector<Worksheet> sheets;
};

/// The pages of a form as a workbook, a worksheet per section.
Result<SheetPlan> arrange(const layout::PagedForm& paged, const text::FontSet& fonts);

std::string dump(const SheetPlan& plan);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::sheet
