#include "layout/paginate.h"

#include "layout/cell_part.h"
#include "layout/set_cell.h"

#include <utility>

namespace besshi::layout {

namespace {

/// Each round only makes rows higher; more than two are needed only where one tear moves another.
constexpr int most_rounds = 24;

/// Where a repeated label still has no room its place stays empty: nothing of the form is lost by that.
void leave_out_repetitions(std::vector<Page>& pages) {
    for (Page& page : pages) {
        for (PlacedCell& cell : page.cells) {
            if (!cell.own || needed_height(*cell.own) <= cell.box.height) continue;
            cell.own.reset();
            cell.line_count = 0;
        }
    }
}

Result<std::vector<Page>> break_into(const SectionRows& rows, const PageFrames& frames, const TornLabels& labels) {
    ExtraHeights extra;
    for (int round = 1;; ++round) {
        auto pages = break_pages(rows, frames, extra);
        if (!pages) return pages;
        auto lacking = place_cells(*pages, rows, labels);
        if (!lacking) return fail(std::move(lacking.error()));
        if (lacking->empty()) return pages;
        if (round == most_rounds) {
            leave_out_repetitions(*pages);
            return pages;
        }
        for (const auto& [row, height] : *lacking) extra[row] += height;
    }
}

void center_vertically(Page& page, const Frame& frame) {
    if (page.rows.empty()) return;
    const Length bottom = page.rows.back().top + page.rows.back().height;
    const Length down = (frame.bottom - bottom) / 2;
    for (PlacedRow& row : page.rows) row.top += down;
    for (PlacedCell& cell : page.cells) cell.box.y += down;
}

}  // namespace

Result<std::vector<Page>> paginate(const MeasuredForm& measured, std::size_t section, FrameSetter& frame_setter) {
    const fill::Section& filled = measured.filled->sections[section];
    std::vector<RowIndex> index;
    index.reserve(filled.grids.size());
    for (const fill::Grid& grid : filled.grids) index.emplace_back(grid);
    const SectionRows rows{filled, measured.grids[section], index};
    const TornLabels labels{*measured.filled, frame_setter.setting().fonts, measured.size};

    int assumed = 1;
    auto frames = frame_setter.frames(section, assumed);
    if (!frames) return fail(std::move(frames.error()));
    auto pages = break_into(rows, *frames, labels);
    while (pages && static_cast<int>(pages->size()) > assumed) {
        assumed = static_cast<int>(pages->size());
        auto with_more_bands = frame_setter.frames(section, assumed);
        if (!with_more_bands) return fail(std::move(with_more_bands.error()));
        if (*with_more_bands == *frames) break;
        frames = std::move(with_more_bands);
        pages = break_into(rows, *frames, labels);
    }
    if (!pages) return pages;

    for (Page& page : *pages) {
        page.section = static_cast<std::uint32_t>(section);
        page.pages_in_section = static_cast<int>(pages->size());
        if (measured.filled->page.center_vertically) center_vertically(page, frames->of(page.number));
    }
    return pages;
}

Result<void> set_bands(std::vector<Page>& pages, FrameSetter& frame_setter) {
    const BandSetting& setting = frame_setter.setting();
    for (Page& page : pages) {
        const auto frames = frame_setter.frames(page.section, page.pages_in_section);
        if (!frames) return fail(frames.error());
        auto placed = place_bands(setting, setting.filled.sections[page.section], page, *frames);
        if (!placed) return fail(std::move(placed.error()));
        page.bands = std::move(*placed);
    }
    return {};
}

}  // namespace besshi::layout
