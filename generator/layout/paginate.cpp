#include "layout/paginate.h"

#include "layout/cell_part.h"
#include "layout/diagnostics.h"
#include "layout/set_cell.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace besshi::layout {

namespace {

/// Each round only makes rows higher. Two are enough but where one tear moves another: hundreds have been seen
/// in random tables of few, high rows.
constexpr int most_rounds = 1000;

Diagnostic no_room(const SectionRows& rows, const PageFrames& frames, const ExtraHeights& lacking) {
    const auto& [row, height] = *lacking.begin();
    const Length body = frames.plain.bottom - frames.plain.top;
    const fill::Grid& grid = rows.section.grids[row.grid];
    return diagnose(kinds::page_no_room, {.pointer = {}, .file = {}, .line = grid.line, .column = 0},
                    {grid.name, fmt::format("{:.2f}", body.mm()), fmt::format("{:.2f}", (body + height).mm())});
}

/// Nothing if repeated labels do not come to rest in all these rounds.
Result<std::optional<std::vector<Page>>> try_to_break(const SectionRows& rows, const PageFrames& frames,
                                                      const TornLabels& labels) {
    ExtraHeights extra, last;
    for (int round = 0; round < most_rounds; ++round) {
        auto pages = break_pages(rows, frames, extra);
        if (!pages) return fail(std::move(pages.error()));
        auto lacking = place_cells(*pages, rows, labels);
        if (!lacking) return fail(std::move(lacking.error()));
        if (lacking->empty()) return std::optional(std::move(*pages));
        for (const auto& [row, height] : *lacking) extra[row] += height;
        last = std::move(*lacking);
    }
    if (labels.repetition == TornLabels::Repetition::none) return fail(no_room(rows, frames, last));
    return std::optional<std::vector<Page>>();
}

/// Where repeated labels do not come to rest they are left out: nothing of the form is lost by that. What has
/// no room even then is refused, never printed over its neighbour.
Result<std::vector<Page>> break_into(const SectionRows& rows, const PageFrames& frames, TornLabels labels) {
    auto pages = try_to_break(rows, frames, labels);
    if (pages && !*pages) {
        labels.repetition = TornLabels::Repetition::none;
        pages = try_to_break(rows, frames, labels);
    }
    if (!pages) return fail(std::move(pages.error()));
    return std::move(**pages);
}

void center_vertically(Page& page, const Frame& frame) {
    if (page.rows.empty()) return;
    const Length bottom = page.rows.back().top + page.rows.back().height;
    const Length down = (frame.bottom - bottom) / 2;
    for (PlacedRow& row : page.rows) row.top += down;
    for (PlacedCell& cell : page.cells) cell.box.y += down;
}

}  // namespace

Result<std::vector<Page>> paginate(const MeasuredForm& measured, std::size_t section, BandSetter& bands) {
    const fill::Section& filled = measured.filled->sections[section];
    std::vector<RowIndex> index;
    index.reserve(filled.grids.size());
    for (const fill::Grid& grid : filled.grids) index.emplace_back(grid);
    const SectionRows rows{filled, measured.grids[section], index};
    const TornLabels labels{*measured.filled, bands.setting().fonts, measured.size};

    int assumed = 1;
    auto frames = bands.frames(section, assumed);
    if (!frames) return fail(std::move(frames.error()));
    auto pages = break_into(rows, *frames, labels);
    while (pages && static_cast<int>(pages->size()) > assumed) {
        assumed = static_cast<int>(pages->size());
        auto with_more_bands = bands.frames(section, assumed);
        if (!with_more_bands) return fail(std::move(with_more_bands.error()));
        if (*with_more_bands == *frames) break;
        frames = std::move(with_more_bands);
        pages = break_into(rows, *frames, labels);
    }
    if (!pages) return pages;

    for (Page& page : *pages) {
        page.section = static_cast<std::uint32_t>(section);
        page.pages_in_section = static_cast<int>(pages->size());
        const bool centered = measured.filled->page.center_vertically && !is_annex(filled, page);
        if (centered) center_vertically(page, frames->of(page.number));
    }
    return pages;
}

bool is_annex(const fill::Section& section, const Page& page) {
    return !page.rows.empty() && section.grids[page.rows.front().grid].annex_of.has_value();
}

Result<void> set_bands(std::vector<Page>& pages, BandSetter& bands) {
    for (Page& page : pages) {
        auto placed = bands.place(page);
        if (!placed) return fail(std::move(placed.error()));
        page.bands = std::move(*placed);
    }
    return {};
}

}  // namespace besshi::layout
