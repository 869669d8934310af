#include "layout/cell_part.h"

#include "layout/measure.h"
#include "layout/set_cell.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace besshi::layout {

namespace {

/// The rows of one grid on one page.
struct GridRows {
    std::uint32_t grid = 0;
    std::uint32_t first = 0, count = 0;  ///< into Page::rows
    std::uint32_t headings = 0;          ///< repeated just above `first`
};

std::vector<GridRows> grids_of(const Page& page) {
    std::vector<GridRows> grids;
    for (std::uint32_t i = 0; i < page.rows.size(); ++i) {
        if (grids.empty() || grids.back().grid != page.rows[i].grid) grids.push_back({page.rows[i].grid, i, 0});
        ++grids.back().count;
    }
    return grids;
}

class CellPlacer {
public:
    CellPlacer(const SectionRows& rows, const TornLabels& labels)
        : rows_(rows), labels_(labels), edges_(ruler_edges(labels.filled)) {}

    Result<ExtraHeights> run(std::vector<Page>& pages) {
        for (Page& page : pages) {
            for (const GridRows& rows : grids_of(page)) place(page, rows);
        }
        if (!faults_.empty()) return fail(std::move(faults_));
        return std::move(extra_);
    }

private:
    /// A cell to be placed from `next_line` on; `above`: a part of it stands on an earlier page.
    struct Torn {
        std::uint32_t cell = 0;
        std::uint32_t next_line = 0;
        bool above = false;
    };

    void place(Page& page, const GridRows& rows) {
        if (rows.grid != grid_) {
            grid_ = rows.grid;
            torn_.clear();
        }
        std::uint32_t body = rows.first;
        const std::uint32_t end = rows.first + rows.count;
        while (body < end && page.rows[body].repeated) ++body;
        for (std::uint32_t row = rows.first; row < body; ++row) repeat_heading(page, row);
        place_body(page, {rows.grid, body, end - body, body - rows.first});
    }

    void repeat_heading(Page& page, std::uint32_t at) {
        for (const std::uint32_t c : rows_.index[grid_].cells_of(page.rows[at].row)) {
            if (reaches_into_body(c)) continue;
            PlacedCell placed = part(page, c, at, static_cast<std::uint32_t>(cell(c).row_span));
            placed.repeated = true;
            placed.line_count = line_count(c);
            page.cells.push_back(std::move(placed));
        }
    }

    /// Whether a cell stands beside the headings and the rows below them, as the lead of a table does. It is no
    /// heading to repeat: on each page its part reaches up over the headings repeated there.
    bool reaches_into_body(std::uint32_t c) const {
        const std::uint32_t headings = heading_rows(rows_.section.grids[grid_]);
        const auto first = static_cast<std::uint32_t>(cell(c).row);
        return first < headings && first + static_cast<std::uint32_t>(cell(c).row_span) > headings;
    }

    /// The cells torn on the page before and those that begin here, in reading order.
    void place_body(Page& page, GridRows rows) {
        std::vector<Torn> cells = std::exchange(torn_, {});
        for (std::uint32_t at = rows.first; at < rows.first + rows.count; ++at) {
            if (page.rows[at].torn_above) continue;
            for (const std::uint32_t c : rows_.index[grid_].cells_of(page.rows[at].row)) cells.push_back({.cell = c});
        }
        std::ranges::sort(cells, {}, &Torn::cell);
        for (const Torn& torn : cells) place_part(page, rows, torn);
    }

    void place_part(Page& page, const GridRows& rows, const Torn& torn) {
        const fill::Cell& filled = cell(torn.cell);
        const PlacedRow& top = page.rows[rows.first];
        const PlacedRow& bottom = page.rows[rows.first + rows.count - 1];
        const auto cell_first = static_cast<std::uint32_t>(filled.row);
        const auto cell_last = static_cast<std::uint32_t>(filled.row + filled.row_span) - 1;
        const std::uint32_t first = std::max(cell_first, top.row);
        const std::uint32_t last = std::min(cell_last, bottom.row);

        const bool beside_headings = reaches_into_body(torn.cell) && rows.headings > cell_first;
        const std::uint32_t above = beside_headings ? rows.headings - cell_first : 0;
        PlacedCell placed = part(page, torn.cell, rows.first + (first - top.row) - above, last - first + 1 + above);
        placed.torn_above = torn.above;
        placed.torn_below = last < cell_last || (last == bottom.row && bottom.torn_below);
        placed.first_line = torn.next_line;
        const std::uint32_t left = line_count(torn.cell) - torn.next_line;
        const MeasuredCell& text = measured(torn.cell);
        placed.line_count = placed.torn_below ? lines_that_fit(text, torn.next_line, placed.box.height) : left;
        if (left > 0 && (placed.torn_above || placed.torn_below)) set_anew_in_columns(placed, filled);
        const std::uint32_t taken = placed.own ? left : placed.line_count;
        if (placed.torn_below) torn_.push_back({torn.cell, torn.next_line + taken, true});
        const bool repeats = labels_.repetition == TornLabels::Repetition::labels && filled.continued.has_value();
        if (repeats && torn.above && left == 0 && line_count(torn.cell) > 0) repeat_label(placed, filled);

        const RowId first_on_page{rows.grid, top.row};
        if (placed.own) {
            want(first_on_page, needed_height(*placed.own) - placed.box.height);
        } else if (torn.above && placed.line_count > 0) {
            want(first_on_page, height_of_lines(text, placed.line_count) - placed.box.height);
        }
        page.cells.push_back(std::move(placed));
    }

    void repeat_label(PlacedCell& placed, const fill::Cell& filled) {
        std::vector<fill::Run> runs = runs_of(filled.content);
        runs.push_back(*filled.continued);
        const Length most = highest_label(labels_.filled.page);
        std::optional<MeasuredCell> own = set(filled, runs, {placed.box.height, most});
        if (!own || needed_height(*own) > most) return;
        placed.repeated = true;
        put(placed, std::move(*own));
    }

    /// Vertical text is set for the height of all its rows; where they are torn, for those that stand together.
    void set_anew_in_columns(PlacedCell& placed, const fill::Cell& filled) {
        const MeasuredCell& whole = measured(placed.cell);
        if (whole.direction == Direction::horizontal) return;
        const std::span<const fill::Run> changed = whole.runs;
        const Length height = placed.box.height;
        std::optional<MeasuredCell> own =
            set(filled, changed.empty() ? runs_of(filled.content) : std::vector(changed.begin(), changed.end()),
                {height, height});
        if (own && own->direction == Direction::vertical) put(placed, std::move(*own));
    }

    static void put(PlacedCell& placed, MeasuredCell own) {
        placed.first_line = 0;
        placed.line_count = static_cast<std::uint32_t>(own.text.lines.size());
        placed.own = std::make_unique<MeasuredCell>(std::move(own));
    }

    /// Sets `runs` in a cell of the form. Nothing if a face lacks a character, which is a fault.
    std::optional<MeasuredCell> set(const fill::Cell& filled, const std::vector<fill::Run>& runs, ColumnHeight height) {
        for (const form::Style& style : {filled.style, level(filled.style)}) {
            auto shaped = shape_made(runs, style, labels_.fonts);
            if (!shaped) {
                std::ranges::move(shaped.error(), std::back_inserter(faults_));
                return std::nullopt;
            }
            const CellSetter setter(labels_.fonts, type_scale(labels_.filled, labels_.size));
            const CellText text{.shaped = *shaped,
                                .style = style,
                                .hang = hang_of(filled),
                                .width = width_of(labels_.filled, filled),
                                .padding = padding_of(rows_.section.grids[grid_], filled)};
            std::optional<MeasuredCell> own = style.direction == Direction::vertical
                                                  ? setter.set_in_columns(text, height)
                                                  : setter.set_within(text, std::nullopt);
            if (!own) continue;
            place_glyphs(*shaped, labels_.fonts, *own);
            own->runs = Runs(std::move(shaped->made));
            return own;
        }
        return std::nullopt;
    }

    void want(RowId row, Length lacking) {
        if (lacking <= Length{0}) return;
        Length& extra = extra_[row];
        extra = std::max(extra, lacking);
    }

    PlacedCell part(const Page& page, std::uint32_t c, std::uint32_t first_row, std::uint32_t row_count) const {
        const fill::Cell& filled = cell(c);
        const PlacedRow& top = page.rows[first_row];
        const PlacedRow& bottom = page.rows[first_row + row_count - 1];
        const Length x = edges_[static_cast<std::size_t>(filled.column)];
        const Length right = edges_[static_cast<std::size_t>(filled.column + filled.column_span)];
        PlacedCell placed;
        placed.grid = grid_;
        placed.cell = c;
        placed.box = {x, top.top, right - x, bottom.top + bottom.height - top.top};
        placed.first_row = first_row;
        placed.row_count = row_count;
        return placed;
    }

    const fill::Cell& cell(std::uint32_t c) const { return rows_.section.grids[grid_].cells[c]; }
    const MeasuredCell& measured(std::uint32_t c) const { return rows_.grids[grid_].cells[c]; }
    std::uint32_t line_count(std::uint32_t c) const {
        return static_cast<std::uint32_t>(measured(c).text.lines.size());
    }

    const SectionRows& rows_;
    const TornLabels& labels_;
    std::vector<Length> edges_;
    std::uint32_t grid_ = 0xFFFF'FFFF;
    std::vector<Torn> torn_;
    ExtraHeights extra_;
    Diagnostics faults_;
};

}  // namespace

Result<ExtraHeights> place_cells(std::vector<Page>& pages, const SectionRows& rows, const TornLabels& labels) {
    return CellPlacer(rows, labels).run(pages);
}

}  // namespace besshi::layout
