#include "sheet/sheet.h"

#include "sheet/defined_names.h"
#include "sheet/excel_lines.h"
#include "sheet/page_rows.h"
#include "sheet/page_setup.h"
#include "sheet/picture_place.h"
#include "sheet/pixel_grid.h"
#include "sheet/styles.h"

namespace besshi::sheet {

namespace {

/// A cell of a page before it is known which Excel rows it covers.
struct PendingCell {
    SheetCell cell;
    HeightNeed need;
    const fill::Image* image = nullptr;  ///< to stand over it
};

Length width_of(const Worksheet& sheet, const SheetCell& cell) {
    Length width;
    for (int column = cell.column; column < cell.column + cell.column_span; ++column)
        width += sheet.column_widths[column];
    return width;
}

/// Whether the page shows only some lines of the text.
bool is_part(const CellSource& source) {
    return source.placed.line_count < source.measured.text.lines.size();
}

/// What Excel needs for a text in a cell of that width.
Length height_of(const CellSource& source, std::span<const RichRun> runs, const Format& format, Length width) {
    if (format.direction == Direction::vertical) return stacked_height(runs, characters_of_line(source));
    return format.long_text == LongText::wrap ? wrapped_height(runs, width) : single_line_height(runs);
}

/// Builds the worksheets of one form.
class Workbook {
public:
    Workbook(const layout::PagedForm& paged, const text::FontSet& fonts)
        : paged_(paged), form_(*paged.form.filled), fonts_(fonts), percent_(comfortable_percent(paged.form.size)) {}

    Result<SheetPlan> arrange() {
        SheetPlan plan;
        plan.title = form_.title;
        plan.normal_font = fonts_.gothic;
        plan.sheets.reserve(form_.sections.size());
        for (std::uint32_t section = 0; section < form_.sections.size(); ++section) {
            plan.sheets.push_back(arrange_section(section));
        }
        plan.formats = formats_.list();
        if (!faults_.empty()) return base::fail(std::move(faults_));
        return plan;
    }

private:
    Worksheet arrange_section(std::uint32_t number) {
        const fill::Section& section = form_.sections[number];
        Worksheet sheet;
        sheet.name = section.sheet_name;
        sheet.column_widths = column_widths(paged_.ruler_edges, percent_);
        const RunningHeads heads(paged_, number, fonts_.gothic);
        set_paper(sheet, form_.page, form_.ruler_align, heads);

        std::vector<Length> page_heights;
        for (const layout::Page& page : paged_.pages) {
            if (page.section == number) page_heights.push_back(add_page(sheet, page));
        }
        set_scale(sheet, percent_, page_heights, faults_);
        heads.write(sheet, faults_);
        return sheet;
    }

    /// Returns the height of the page's rows.
    Length add_page(Worksheet& sheet, const layout::Page& page) {
        std::vector<PendingCell> pending;
        pending.reserve(page.cells.size());
        PageRows rows(page, sheet, percent_);
        for (const layout::PlacedCell& placed : page.cells) {
            const CellSource source = source_of(paged_, page, placed);
            std::vector<RichRun> runs = text_of(source, percent_);
            const Format format = format_of(source, runs, fonts_, percent_);
            if (runs.empty() && source.cell.role == form::CellRole::blank && is_invisible(format)) continue;
            pending.push_back(to_pending(sheet, source, std::move(runs), format));
        }
        std::vector<HeightNeed> needs;
        needs.reserve(pending.size());
        for (const PendingCell& at : pending) needs.push_back(at.need);
        rows.raise(std::move(needs));

        if (!sheet.row_heights.empty()) sheet.row_breaks.push_back(static_cast<int>(sheet.row_heights.size()));
        const std::vector<RowRange> ranges = rows.append_to(sheet.row_heights);
        for (PendingCell& at : pending) {
            const RowRange& first = ranges[at.need.first_row];
            const RowRange& last = ranges[at.need.first_row + at.need.row_count - 1];
            at.cell.row = first.first;
            at.cell.row_span = last.first + last.count - first.first;
            if (at.image) sheet.pictures.push_back(picture_over(at.cell, *at.image, sheet));
            sheet.cells.push_back(std::move(at.cell));
        }
        return rows.height();
    }

    PendingCell to_pending(const Worksheet& sheet, const CellSource& source, std::vector<RichRun> runs,
                           const Format& format) {
        SheetCell cell;
        cell.name = name_of(source);
        cell.column = source.cell.column;
        cell.column_span = source.cell.column_span;
        cell.runs = std::move(runs);
        cell.format = formats_.number_of(format);
        cell.origin = source.cell.origin;
        const Length height = height_of(source, cell.runs, format, width_of(sheet, cell));
        return {std::move(cell), {source.placed.first_row, source.placed.row_count, height}, image_of(source)};
    }

    /// Of a cell torn by a page break the first part shows the image.
    static const fill::Image* image_of(const CellSource& source) {
        return source.placed.torn_above ? nullptr : std::get_if<fill::Image>(&source.cell.content);
    }

    /// Values have names; the parts of one torn by a page break `…_part`, `…_part_2`, so that nobody takes a
    /// part for the whole.
    std::string name_of(const CellSource& source) {
        const bool is_rest = source.placed.torn_above && source.placed.line_count == 0;
        const bool is_value = source.cell.role == form::CellRole::value && !source.cell.name.empty();
        if (!is_value || is_rest || source.placed.repeated) return {};
        const std::string name = to_defined_name(source.cell.name);
        return names_.take(is_part(source) ? name + "_part" : name);
    }

    const layout::PagedForm& paged_;
    const fill::FilledForm& form_;
    FontNames fonts_;
    int percent_;
    FormatTable formats_;
    DefinedNames names_;
    Diagnostics faults_;
};

}  // namespace

Result<SheetPlan> arrange(const layout::PagedForm& paged, const text::FontSet& fonts) {
    return Workbook(paged, fonts).arrange();
}

}  // namespace besshi::sheet
