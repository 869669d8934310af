#include "layout/paginate.h"

#include "layout/cell_part.h"
#include "layout/set_cell.h"

#include <string>
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

/// Whether so many pages more bring no band more and no counter with more digits.
bool have_same_bands(const fill::Section& section, int fewer, int more) {
    const auto same = [&](const fill::Band& band) { return (fewer >= band.if_pages) == (more >= band.if_pages); };
    return same(section.header) && same(section.footer) && std::to_string(fewer).size() == std::to_string(more).size();
}

}  // namespace

Result<std::vector<Page>> paginate(const MeasuredForm& measured, std::size_t section, const BandSetting& bands) {
    const fill::Section& filled = measured.filled->sections[section];
    std::vector<RowIndex> index;
    index.reserve(filled.grids.size());
    for (const fill::Grid& grid : filled.grids) index.emplace_back(grid);
    const SectionRows rows{filled, measured.grids[section], index};
    const TornLabels labels{*measured.filled, bands.fonts, measured.size};

    int assumed = 1;
    auto frames = page_frames(bands, filled, assumed);
    if (!frames) return fail(std::move(frames.error()));
    auto pages = break_into(rows, *frames, labels);
    while (pages && static_cast<int>(pages->size()) > assumed) {
        const int before = std::exchange(assumed, static_cast<int>(pages->size()));
        if (have_same_bands(filled, before, assumed)) break;
        auto with_more_bands = page_frames(bands, filled, assumed);
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

Result<void> set_bands(std::vector<Page>& pages, const MeasuredForm& measured, const BandSetting& bands) {
    for (Page& page : pages) {
        const fill::Section& section = measured.filled->sections[page.section];
        const auto frames = page_frames(bands, section, page.pages_in_section);
        if (!frames) return fail(frames.error());
        auto placed = place_bands(bands, section, page, *frames);
        if (!placed) return fail(std::move(placed.error()));
        page.bands = std::move(*placed);
    }
    return {};
}

}  // namespace besshi::layout
