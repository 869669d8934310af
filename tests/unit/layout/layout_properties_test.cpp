#include "unit/layout/random_form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace besshi::layout::tests {
namespace {

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

const MeasuredCell& text_of(const PagedForm& paged, const Page& page, const PlacedCell& cell) {
    return cell.own ? *cell.own : paged.form.grids[page.section][cell.grid].cells[cell.cell];
}

RC_GTEST_PROP(LayoutProperty, CellsNeverOverlapAndStayOnThePage, ()) {
    const PagedForm paged = laid_out(random_form());
    const Rect paper{mm(0), mm(0), mm(100), mm(100)};
    for (const Page& page : paged.pages) {
        for (std::size_t a = 0; a < page.cells.size(); ++a) {
            const Rect& box = page.cells[a].box;
            RC_ASSERT(box.x >= paper.x && box.y >= paper.y && box.right() <= paper.right());
            RC_ASSERT(box.bottom() <= paper.bottom() - mm(10));
            for (std::size_t b = a + 1; b < page.cells.size(); ++b) RC_ASSERT(!overlap(box, page.cells[b].box));
        }
    }
}

RC_GTEST_PROP(LayoutProperty, LinesStandInsideTheirCell, ()) {
    const PagedForm paged = laid_out(random_form());
    for (const Page& page : paged.pages) {
        for (const PlacedCell& cell : page.cells) {
            const MeasuredCell& text = text_of(paged, page, cell);
            const bool is_vertical = text.direction == Direction::vertical;
            const Length along = is_vertical ? cell.box.height : cell.box.width;
            const Length across = is_vertical ? cell.box.width : cell.box.height - text.padding_y * 2;
            if (cell.line_count > 0) RC_ASSERT(text.line_pitch * cell.line_count <= across);
            for (std::uint32_t l = cell.first_line; l < cell.first_line + cell.line_count; ++l) {
                RC_ASSERT(text.text.lines[l].indent + text.text.lines[l].width <= along);
            }
        }
    }
}

RC_GTEST_PROP(LayoutProperty, EachRowStandsOnceAndInOrder, ()) {
    const PagedForm paged = laid_out(random_form());
    for (std::size_t s = 0; s < paged.form.filled->sections.size(); ++s) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> placed, expected;
        bool torn = false;
        for (const Page& page : paged.pages) {
            if (page.section != s) continue;
            for (const PlacedRow& row : page.rows) {
                if (row.repeated) continue;
                RC_ASSERT(row.torn_above == torn);
                if (!row.torn_above) placed.emplace_back(row.grid, row.row);
                torn = row.torn_below;
            }
        }
        const auto& grids = paged.form.filled->sections[s].grids;
        for (std::uint32_t g = 0; g < grids.size(); ++g) {
            if (is_left_out(grids[g], paged.form.grids[s][g])) continue;
            for (std::uint32_t r = 0; r < grids[g].rows.size(); ++r) expected.emplace_back(g, r);
        }
        RC_ASSERT(placed == expected);
        RC_ASSERT(!torn);
    }
}

RC_GTEST_PROP(LayoutProperty, APageNeverEndsAfterAHeading, ()) {
    const PagedForm paged = laid_out(random_form());
    for (const Page& page : paged.pages) {
        if (page.rows.empty() || page.end == PageEnd::end_of_section) continue;
        const PlacedRow& last = page.rows.back();
        const fill::Grid& grid = paged.form.filled->sections[page.section].grids[last.grid];
        // Under a heading that takes half of the page or more there may be no room for a line.
        if (grid.rows[last.row].heading) RC_ASSERT(last.top + last.height >= mm(10 + 40));
    }
}

/// Height of a record, and of what would stand above it on a page of its own.
Length height_on_own_page(const PagedForm& paged, std::uint32_t section, std::uint32_t grid, int record) {
    const fill::Grid& filled = paged.form.filled->sections[section].grids[grid];
    Length record_height, heading_height;
    for (std::size_t row = 0; row < filled.rows.size(); ++row) {
        const Length height = paged.form.grids[section][grid].row_heights[row];
        if (filled.rows[row].heading) heading_height += height;
        if (filled.rows[row].record == record) record_height += height;
    }
    return record_height + heading_height;
}

RC_GTEST_PROP(LayoutProperty, PageBreaksNeverSplitARecordThatFits, ()) {
    const PagedForm paged = laid_out(random_form(Spans::none));
    const Length body = mm(80) - mm(14);  // with the largest footer
    std::map<std::tuple<std::uint32_t, std::uint32_t, int>, std::set<std::size_t>> pages_of_record;
    for (std::size_t p = 0; p < paged.pages.size(); ++p) {
        const Page& page = paged.pages[p];
        for (const PlacedRow& row : page.rows) {
            const fill::Row& filled = paged.form.filled->sections[page.section].grids[row.grid].rows[row.row];
            if (filled.record >= 0) pages_of_record[{page.section, row.grid, filled.record}].insert(p);
        }
    }
    for (const auto& [record, pages] : pages_of_record) {
        const auto [section, grid, number] = record;
        if (height_on_own_page(paged, section, grid, number) > body) continue;
        RC_ASSERT(pages.size() == 1);
    }
}

RC_GTEST_PROP(LayoutProperty, TheTextOfAllPagesIsTheTextOfTheForm, ()) {
    const PagedForm paged = laid_out(random_form());
    RC_ASSERT(check_text(paged).empty());
    for (const Page& page : paged.pages) {
        RC_ASSERT(std::ranges::is_sorted(page.cells, {},
                                         [](const PlacedCell& cell) { return std::pair(cell.grid, cell.cell); }));
    }
}

RC_GTEST_PROP(LayoutProperty, TheSameFormMakesTheSamePages, ()) {
    const fill::FilledForm form = random_form();
    RC_ASSERT(dump(laid_out(form)) == dump(laid_out(form)));
}

}  // namespace
}  // namespace besshi::layout::tests
