#include "layout/measure.h"
#include "layout/paginate.h"
#include "layout/row_height.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace besshi::layout {

namespace {

struct Pages {
    std::vector<Page> pages;
    bool keep_to_fit = true;  ///< no section has more pages than `fit` allows
};

FrameSetter frame_setter(const fill::FilledForm& filled, const text::FontSet& fonts) {
    const std::vector<Length> edges = ruler_edges(filled);
    return FrameSetter({filled, fonts, edges.front(), edges.back()});
}

Result<Pages> paginate(const MeasuredForm& form, FrameSetter& frames) {
    const int most_pages = form.filled->fit.pages;
    Pages all;
    Diagnostics faults;
    for (std::size_t section = 0; section < form.filled->sections.size(); ++section) {
        auto pages = paginate(form, section, frames);
        if (!pages) {
            std::ranges::move(pages.error(), std::back_inserter(faults));
            continue;
        }
        if (most_pages > 0 && static_cast<int>(pages->size()) > most_pages) all.keep_to_fit = false;
        std::ranges::move(*pages, std::back_inserter(all.pages));
    }
    if (!faults.empty()) return fail(std::move(faults));
    return all;
}

/// Rows alone higher than all the pages `fit` allows: no need to break them into pages.
bool is_too_high(const MeasuredForm& form) {
    const form::PageSetup& page = form.filled->page;
    const Length room = (page.height - page.top - page.bottom) * form.filled->fit.pages;
    return form.filled->fit.pages > 0 && std::ranges::any_of(form.grids, [&](const std::vector<MeasuredGrid>& section) {
               Length height;
               for (const MeasuredGrid& grid : section) {
                   height = std::accumulate(grid.row_heights.begin(), grid.row_heights.end(), height);
               }
               return height > room;
           });
}

/// The decisions about one cell; `least_height`: what the form gives to its rows.
void decide(std::vector<Decision>& decisions, const fill::Cell& cell, const MeasuredCell& measured,
            Length least_height) {
    const auto add = [&](Decision::Kind kind, std::int64_t amount) {
        decisions.push_back({.kind = kind, .origin = cell.origin, .cell = cell.name, .amount = amount});
    };
    if (measured.note > 0) add(Decision::Kind::noted, measured.note);
    if (measured.shrink_permille < 1000) add(Decision::Kind::shrunk, measured.shrink_permille);
    if (measured.narrow_permille < 1000) add(Decision::Kind::narrowed, measured.narrow_permille);
    const Length needed = needed_height(measured);
    if (least_height > Length{0} && needed > least_height) {
        add(Decision::Kind::grown, needed.units * 1000 / least_height.units);
    }
    if (measured.text.emergencies > 0) add(Decision::Kind::emergency_break, measured.text.emergencies);
}

std::vector<Decision> decisions_of(const MeasuredForm& form) {
    std::vector<Decision> decisions;
    if (form.filled->fit.sizes.size() > 1) {
        decisions.push_back({.kind = Decision::Kind::size_chosen, .origin = {}, .cell = {}, .amount = form.size.units});
    }
    for (std::size_t s = 0; s < form.grids.size(); ++s) {
        for (std::size_t g = 0; g < form.grids[s].size(); ++g) {
            const fill::Grid& grid = form.filled->sections[s].grids[g];
            const std::vector<Length> least = minimum_heights(grid);
            for (std::size_t c = 0; c < grid.cells.size(); ++c) {
                decide(decisions, grid.cells[c], form.grids[s][g].cells[c], height_of_rows(least, grid.cells[c]));
            }
        }
    }
    return decisions;
}

Diagnostics take_findings(ShapedForm& shaped) {
    Diagnostics findings;
    for (auto& grids : shaped) {
        for (auto& cells : grids) {
            for (ShapedCell& cell : cells) std::ranges::move(cell.text.findings, std::back_inserter(findings));
        }
    }
    return findings;
}

/// Body size of a form that lists none: that of its first cell.
Length only_size(const fill::FilledForm& filled) {
    for (const fill::Section& section : filled.sections) {
        for (const fill::Grid& grid : section.grids) {
            if (!grid.cells.empty()) return grid.cells.front().style.size;
        }
    }
    return filled.min_size;
}

}  // namespace

Result<PagedForm> lay_out(fill::FilledForm filled_form, const text::FontSet& fonts) {
    const auto filled = std::make_shared<const fill::FilledForm>(std::move(filled_form));
    auto shaped = shape(*filled, fonts);
    if (!shaped) return fail(std::move(shaped.error()));

    std::vector<Length> sizes = filled->fit.sizes;
    if (sizes.empty()) sizes.push_back(only_size(*filled));
    FrameSetter frames = frame_setter(*filled, fonts);
    PagedForm paged;
    for (const Length size : sizes) {
        auto measured = measure(filled, *shaped, fonts, size);
        if (!measured) return fail(std::move(measured.error()));
        const bool last = size == sizes.back();
        if (!last && is_too_high(*measured)) continue;
        auto pages = paginate(*measured, frames);
        if (!pages) {
            if (!last) continue;
            return fail(std::move(pages.error()));
        }
        if (!pages->keep_to_fit && !last) continue;
        paged.form = std::move(*measured);
        paged.pages = std::move(pages->pages);
        break;
    }
    if (auto set = set_bands(paged.pages, frames); !set) return fail(std::move(set.error()));
    paged.findings = take_findings(*shaped);
    give_runs(paged.form, std::move(*shaped));
    paged.decisions = decisions_of(paged.form);
    paged.ruler_edges = ruler_edges(*filled);
    paged.ruler_left = paged.ruler_edges.front();

    if (Diagnostics lost = check_text(paged); !lost.empty()) return fail(std::move(lost));
    return paged;
}

}  // namespace besshi::layout
