#include "explain/cell_marks.h"
#include "explain/explain.h"
#include "explain/legend.h"
#include "explain/line_marks.h"
#include "explain/palette.h"
#include "explain/shapes.h"

#include <algorithm>

namespace besshi::explain {

namespace {

/// Digits stand in the middle of their boxes: there are no spaces between them.
bool has_spaces(const fill::Cell& cell) {
    return !std::holds_alternative<fill::Digits>(cell.content);
}

class PageExplainer {
public:
    PageExplainer(const layout::PagedForm& paged, const layout::Page& page, const text::FontSet& fonts,
                  Lettering& lettering)
        : paged_(paged), page_(page), fonts_(fonts), lettering_(lettering) {}

    /// Boxes and baselines lie under all words and bars.
    Result<void> append(std::vector<draw::Mark>& marks) const {
        for (const layout::PlacedCell& placed : page_.cells) {
            const fill::Grid& grid = paged_.form.filled->sections[page_.section].grids[placed.grid];
            const StandingCell cell{grid, grid.cells[placed.cell], layout::measured_cell(paged_, page_, placed),
                                    placed};
            append_cell_marks(marks, lettering_, cell, paged_.decisions);
            if (auto appended = append_lines(marks, cell); !appended) return appended;
        }
        append_page_end(marks);
        return {};
    }

private:
    Result<void> append_lines(std::vector<draw::Mark>& marks, const StandingCell& cell) const {
        const layout::PlacedCell& placed = cell.placed;
        const bool is_vertical = cell.measured.direction == Direction::vertical;
        if (placed.line_count == 0 || is_vertical || !has_spaces(cell.filled)) return {};
        const auto natural = layout::without_adjustment(cell.measured, cell.filled.style, fonts_);
        if (!natural) return fail(natural.error());
        const std::vector<Point> starts = draw::line_starts(paged_, page_, placed);
        const Length padding = cell.measured.padding_x;
        for (std::uint32_t l = 0; l < placed.line_count; ++l) {
            const text::Line& line = cell.measured.text.lines[placed.first_line + l];
            append_line_marks(marks, lettering_, fonts_,
                              {.cell = cell.measured,
                               .natural = *natural,
                               .line = line,
                               .start = starts[l],
                               .left = placed.box.x + padding,
                               .right = placed.box.right() - padding});
        }
        return {};
    }

    void append_page_end(std::vector<draw::Mark>& marks) const {
        if (page_.rows.empty()) return;
        const Length y = page_.rows.back().top + page_.rows.back().height + Length{Length::per_pt * 2};
        const Length left = paged_.ruler_edges.front(), right = paged_.ruler_edges.back();
        append_line(marks, {left, y}, {right, y}, {palette::thin, palette::page_end, form::Stroke::dashed});
        lettering_.append(marks, {std::string(sentence_of(page_.end)), Length{Length::per_pt * 5}, palette::page_end},
                          {left, y + Length{Length::per_pt * 5}});
    }

    const layout::PagedForm& paged_;
    const layout::Page& page_;
    const text::FontSet& fonts_;
    Lettering& lettering_;
};

}  // namespace

Result<draw::DrawList> overlay(const layout::PagedForm& paged, draw::DrawList list, const text::FontSet& fonts) {
    Lettering lettering(fonts);
    for (std::size_t p = 0; p < paged.pages.size(); ++p) {
        const PageExplainer page(paged, paged.pages[p], fonts, lettering);
        if (auto appended = page.append(list.pages[p].marks); !appended) return fail(appended.error());
    }
    list.pages.push_back(legend(paged, lettering));
    if (!lettering.faults().empty()) return fail(lettering.faults());
    return list;
}

}  // namespace besshi::explain
