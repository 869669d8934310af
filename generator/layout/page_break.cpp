#include "layout/page_break.h"

#include "layout/diagnostics.h"
#include "layout/metrics.h"
#include "layout/set_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace besshi::layout {

namespace {

/// What holds two neighbouring units on one page.
enum class Tie { none, keep, heading };

/// Rows that are placed together: the heading of a grid, a record, a panel.
struct Unit {
    std::uint32_t grid = 0, first_row = 0, row_count = 1;
    bool heading = false;
    bool new_page = false;  ///< begins one
    Tie to_next = Tie::none;

    RowId first() const { return {grid, first_row}; }
};
using Units = std::span<const Unit>;

Tie tie_between(const Unit& unit, const Unit& next, const std::vector<fill::Grid>& grids) {
    if (unit.grid == next.grid) return unit.heading ? Tie::heading : Tie::none;
    if (next.new_page) return Tie::none;
    const bool kept = grids[unit.grid].keep == form::Keep::next || grids[next.grid].keep == form::Keep::previous;
    return kept ? Tie::keep : Tie::none;
}

std::uint32_t rows_of_unit(const fill::Grid& grid, std::uint32_t first) {
    const auto count = static_cast<std::uint32_t>(grid.rows.size());
    if (grid.kind != fill::Grid::Kind::table) return count - first;
    const int record = grid.rows[first].record;
    std::uint32_t end = first + 1;
    while (record >= 0 && end < count && grid.rows[end].record == record) ++end;
    return end - first;
}

/// Annexes follow each other on pages of their own; those that nothing needs have no units.
std::vector<Unit> units_of(const SectionRows& rows) {
    const std::vector<fill::Grid>& grids = rows.section.grids;
    std::vector<Unit> units;
    for (std::uint32_t g = 0; g < grids.size(); ++g) {
        const fill::Grid& grid = grids[g];
        if (is_left_out(grid, rows.grids[g])) continue;
        const bool first_annex = grid.annex_of && (units.empty() || !grids[units.back().grid].annex_of);
        const std::size_t first_unit = units.size();
        const std::uint32_t headings = heading_rows(grid);
        if (headings > 0) units.push_back({.grid = g, .first_row = 0, .row_count = headings, .heading = true});
        for (std::uint32_t row = headings; row < grid.rows.size(); row += units.back().row_count) {
            units.push_back({.grid = g, .first_row = row, .row_count = rows_of_unit(grid, row)});
        }
        units[first_unit].new_page = grid.break_before || first_annex;
    }
    for (std::size_t i = 1; i < units.size(); ++i) {
        units[i - 1].to_next = tie_between(units[i - 1], units[i], grids);
    }
    return units;
}

/// Thrown within this file only: a row that no page can take.
struct NoRoom {
    RowId row;
    Length available, needed;
};

class PageBreaker {
public:
    PageBreaker(const SectionRows& rows, const PageFrames& frames, const ExtraHeights& extra)
        : rows_(rows), frames_(frames), extra_(extra), y_(frames.of(1).top) {}

    std::vector<Page> run() {
        const std::vector<Unit> units = units_of(rows_);
        for (std::size_t i = 0; i < units.size();) {
            std::size_t end = i + 1;
            while (end < units.size() && units[end - 1].to_next != Tie::none) ++end;
            if (units[i].new_page && !at_page_top()) turn_page(PageEnd::break_before);
            place(Units(units).subspan(i, end - i));
            i = end;
        }
        close_page(PageEnd::end_of_section);
        return std::move(pages_);
    }

private:
    // ── what is where ──
    const fill::Grid& grid(std::uint32_t g) const { return rows_.section.grids[g]; }
    bool at_page_top() const { return page_.rows.empty(); }
    int page_number() const { return static_cast<int>(pages_.size()) + 1; }
    Length room() const { return frames_.of(page_number()).bottom - y_; }
    Length room_of_next_page() const { return frames_.of(page_number() + 1).height(); }

    // ── heights ──
    Length row_height(RowId row) const { return rows_.grids[row.grid].row_heights[row.row]; }

    Length height_of(std::uint32_t g, std::uint32_t first, std::uint32_t count) const {
        const auto begin = rows_.grids[g].row_heights.begin() + first;
        return std::accumulate(begin, begin + count, Length{0});
    }

    /// What stands above a row at the top of a page, and what the rest of a torn cell adds to it.
    Length page_top_addition(RowId row) const {
        const auto extra = extra_.find(row);
        return repeated_heading_height(row) + (extra == extra_.end() ? Length{0} : extra->second);
    }

    Length repeated_heading_height(RowId row) const {
        const std::uint32_t headings = heading_rows(grid(row.grid));
        if (row.row < headings) return Length{0};
        const Length height = height_of(row.grid, 0, headings);
        return height * 2 <= frames_.plain.height() ? height : Length{0};
    }

    Length gap_above(RowId row) const { return row.row == 0 ? grid(row.grid).gap : Length{0}; }

    /// Of units placed one below the other, without what stands above the first.
    Length height_of(Units units) const {
        Length height{0};
        for (const Unit& unit : units) {
            if (&unit != &units.front()) height += gap_above(unit.first());
            height += height_of(unit.grid, unit.first_row, unit.row_count);
        }
        return height;
    }

    bool fits_here(RowId first, Length height) const {
        return height + (at_page_top() ? page_top_addition(first) : gap_above(first)) <= room();
    }
    bool fits_next_page(RowId first, Length height) const {
        return height + page_top_addition(first) <= room_of_next_page();
    }

    // ── placing ──
    void place(Units chain) {
        const RowId first = chain.front().first();
        const Length height = height_of(chain);
        if (fits_here(first, height)) return put(chain);
        if (!at_page_top() && fits_next_page(first, height)) {
            const bool alone_fits = chain.size() > 1 && fits_here(first, height_of(chain.first(1)));
            turn_page(alone_fits ? PageEnd::kept_with_next : PageEnd::no_room);
            return put(chain);
        }
        if (const std::size_t cut = weakest_tie(chain); cut > 0) {
            place(chain.first(cut));
            return place(chain.subspan(cut));
        }
        flow(chain);
    }

    /// Where a chain too high for a page is divided: after the longest part that a page can hold, at a
    /// tie that is not a heading's. 0 = nowhere.
    std::size_t weakest_tie(Units chain) const {
        std::size_t first_cut = 0;
        std::size_t best = 0;
        for (std::size_t i = 1; i < chain.size(); ++i) {
            if (chain[i - 1].to_next != Tie::keep) continue;
            if (first_cut == 0) first_cut = i;
            if (fits_next_page(chain.front().first(), height_of(chain.first(i)))) best = i;
        }
        return best > 0 ? best : first_cut;
    }

    void put(Units chain) {
        for (const Unit& unit : chain) {
            for (std::uint32_t row = unit.first_row; row < unit.first_row + unit.row_count; ++row)
                put({unit.grid, row});
        }
    }

    void put(RowId row) {
        begin_part(row);
        add_row(row, row_height(row) + take_extra(row), {});
    }

    /// A heading and what follows it, or one unit, higher than a page: row by row.
    void flow(Units chain) {
        for (const Unit& unit : chain) {
            if (unit.heading && &unit != &chain.back()) {
                const RowId next = (&unit + 1)->first();
                const Length heading = height_of(unit.grid, unit.first_row, unit.row_count);
                const Length whole = heading + row_height(next);
                const Length least = whole <= room_of_next_page() ? whole : heading + least_part(next);
                if (!at_page_top() && !fits_here(unit.first(), least)) turn_page(PageEnd::kept_with_next);
                if (fits_here(unit.first(), heading)) {
                    put(Units(&unit, 1));
                    continue;
                }
            }
            for (std::uint32_t row = unit.first_row; row < unit.first_row + unit.row_count; ++row) {
                flow_row({unit.grid, row});
            }
        }
    }

    void flow_row(RowId row) {
        const Length height = row_height(row);
        if (fits_here(row, height)) return put(row);
        if (!at_page_top() && fits_next_page(row, height) && !only_heading_above(row)) {
            turn_page(PageEnd::no_room);
            return put(row);
        }
        if (!at_page_top() && !only_heading_above(row) && !fits_here(row, least_part(row))) {
            turn_page(PageEnd::no_room);
        }
        split(row);
    }

    /// The row stands directly under its heading, which must not end a page.
    bool only_heading_above(RowId row) const {
        return !page_.rows.empty() && page_.rows.back().grid == row.grid &&
               page_.rows.back().row < heading_rows(grid(row.grid));
    }

    // ── splitting one row by lines ──
    struct SplitRow {
        RowId id;
        Length left;                           ///< height not yet placed
        std::vector<std::uint32_t> cells;      ///< of this row alone that have lines
        std::vector<std::uint32_t> next_line;  ///< parallel
        Length undivided;                      ///< room that a signature or a tick needs in the first part
    };

    const MeasuredCell& cell(RowId row, std::uint32_t cell) const { return rows_.grids[row.grid].cells[cell]; }

    SplitRow begin_split(RowId row) const {
        SplitRow split{.id = row, .left = row_height(row), .cells = {}, .next_line = {}, .undivided = {}};
        for (const std::uint32_t c : rows_.index[row.grid].cells_of(row.row)) {
            if (grid(row.grid).cells[c].row_span > 1) continue;
            if (cell(row, c).text.lines.empty()) {
                split.undivided = std::max(split.undivided, needed_height(cell(row, c)));
            } else {
                split.cells.push_back(c);
            }
        }
        split.next_line.resize(split.cells.size());
        return split;
    }

    /// Height below which a part of the row is not begun.
    Length least_part(RowId row) const {
        const SplitRow split = begin_split(row);
        Length least = split.undivided;
        for (const std::uint32_t c : split.cells) {
            const auto lines = static_cast<std::int64_t>(cell(row, c).text.lines.size());
            least = std::max(least, height_of_lines(cell(row, c), std::min(lines, metrics::least_lines_of_split_row)));
        }
        return least;
    }

    void split(RowId row) {
        SplitRow split = begin_split(row);
        bool torn_above = false;
        bool took_extra = false;
        while (true) {
            begin_part(row);
            if (const Length extra = take_extra(row); extra > Length{0} && !took_extra) {
                split.left += extra;
                took_extra = true;
            }
            const Length available = room();
            const Length rest = height_of_rest(split);
            if (std::max(rest, split.left) <= available) {
                add_row(row, std::max(rest, split.left), {.above = torn_above});
                return;
            }
            if (!take_part(split, available)) {
                if (!has_own_rows()) throw NoRoom{row, available, rest};
                turn_page(PageEnd::no_room);
                continue;
            }
            add_row(row, available, {.above = torn_above, .below = true});
            turn_page(PageEnd::row_split);
            torn_above = true;
        }
    }

    Length height_of_rest(const SplitRow& split) const {
        Length height = split.undivided;
        for (std::size_t i = 0; i < split.cells.size(); ++i) {
            const MeasuredCell& text = cell(split.id, split.cells[i]);
            const std::int64_t lines = static_cast<std::int64_t>(text.text.lines.size()) - split.next_line[i];
            if (lines > 0) height = std::max(height, height_of_lines(text, lines));
        }
        return height;
    }

    /// Moves on by a part of height `available`; false if that takes nothing off the row.
    bool take_part(SplitRow& split, Length available) const {
        if (available < split.undivided || available <= Length{0}) return false;
        bool lines_left = false;
        bool taken = false;
        for (std::size_t i = 0; i < split.cells.size(); ++i) {
            const MeasuredCell& text = cell(split.id, split.cells[i]);
            lines_left = lines_left || split.next_line[i] < text.text.lines.size();
            const std::uint32_t lines = lines_that_fit(text, split.next_line[i], available);
            split.next_line[i] += lines;
            taken = taken || lines > 0;
        }
        if (lines_left && !taken) return false;
        split.undivided = Length{0};
        split.left = std::max(split.left - available, Length{0});
        return true;
    }

    // ── the page ──
    struct Tear {
        bool above = false, below = false;
    };

    /// The gap, or at the top of a page the headings of the grid that goes on there.
    void begin_part(RowId row) {
        if (!at_page_top()) {
            y_ += gap_above(row);
            return;
        }
        if (repeated_heading_height(row) == Length{0}) return;
        for (std::uint32_t heading = 0; heading < heading_rows(grid(row.grid)); ++heading) {
            add_row({row.grid, heading}, row_height({row.grid, heading}), {});
            page_.rows.back().repeated = true;
        }
    }

    /// Whether the page holds more than repeated headings.
    bool has_own_rows() const {
        return std::ranges::any_of(page_.rows, [](const PlacedRow& placed) { return !placed.repeated; });
    }

    /// The addition to a row that is the first of its grid on this page and not the first of the grid.
    Length take_extra(RowId row) const {
        const auto extra = extra_.find(row);
        if (extra == extra_.end()) return Length{0};
        return has_own_rows() ? Length{0} : extra->second;
    }

    void add_row(RowId row, Length height, Tear tear) {
        page_.rows.push_back({.grid = row.grid,
                              .row = row.row,
                              .top = y_,
                              .height = height,
                              .repeated = false,
                              .torn_above = tear.above,
                              .torn_below = tear.below});
        y_ += height;
    }

    void turn_page(PageEnd end) {
        close_page(end);
        y_ = frames_.of(page_number()).top;
    }

    void close_page(PageEnd end) {
        page_.number = page_number();
        page_.end = end;
        pages_.push_back(std::move(page_));
        page_ = Page{};
    }

    const SectionRows& rows_;
    const PageFrames& frames_;
    const ExtraHeights& extra_;
    std::vector<Page> pages_;
    Page page_;
    Length y_;
};

}  // namespace

std::uint32_t heading_rows(const fill::Grid& grid) {
    const auto first_body = std::ranges::find_if(grid.rows, [](const fill::Row& row) { return !row.heading; });
    return static_cast<std::uint32_t>(first_body - grid.rows.begin());
}

Result<std::vector<Page>> break_pages(const SectionRows& rows, const PageFrames& frames, const ExtraHeights& extra) {
    try {
        return PageBreaker(rows, frames, extra).run();
    } catch (const NoRoom& no_room) {
        const fill::Grid& grid = rows.section.grids[no_room.row.grid];
        return fail(diagnose(
            kinds::page_no_room, {.pointer = {}, .file = {}, .line = grid.line, .column = 0},
            {grid.name, fmt::format("{:.2f}", no_room.available.mm()), fmt::format("{:.2f}", no_room.needed.mm())}));
    }
}

}  // namespace besshi::layout
