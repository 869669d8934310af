#include "layout/decision.h"
#include "layout/least_height.h"
#include "layout/measure.h"
#include "layout/paginate.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace besshi::layout {

namespace {

struct Pages {
    std::vector<Page> pages;
    bool keep_to_fit = true;  ///< no section has more pages than `fit` allows
};

BandSetter band_setter(const fill::FilledForm& filled, const text::FontSet& fonts) {
    const std::vector<Length> edges = ruler_edges(filled);
    return BandSetter({filled, fonts, edges.front(), edges.back()});
}

Result<Pages> paginate(const MeasuredForm& form, BandSetter& bands) {
    const int most_pages = form.filled->fit.pages;
    Pages all;
    Diagnostics faults;
    for (std::size_t section = 0; section < form.filled->sections.size(); ++section) {
        auto pages = paginate(form, section, bands);
        if (!pages) {
            std::ranges::move(pages.error(), std::back_inserter(faults));
            continue;
        }
        const auto own_pages = std::ranges::count_if(
            *pages, [&](const Page& page) { return !is_annex(form.filled->sections[section], page); });
        if (most_pages > 0 && own_pages > most_pages) all.keep_to_fit = false;
        std::ranges::move(*pages, std::back_inserter(all.pages));
    }
    if (!faults.empty()) return fail(std::move(faults));
    return all;
}

/// Height of all the pages `fit` allows a section.
Length room_of_section(const fill::FilledForm& filled) {
    return (filled.page.height - filled.page.top - filled.page.bottom) * filled.fit.pages;
}

/// Rows that are certainly higher than all the pages `fit` allows: no need to measure them.
bool is_out_of_question(const fill::FilledForm& filled, const LeastHeights& heights, Length size) {
    if (filled.fit.pages == 0) return false;
    for (std::size_t section = 0; section < filled.sections.size(); ++section) {
        if (heights.of_section(section, size) > room_of_section(filled)) return true;
    }
    return false;
}

/// Rows alone higher than all the pages `fit` allows: no need to break them into pages.
bool is_too_high(const MeasuredForm& form) {
    const Length room = room_of_section(*form.filled);
    return form.filled->fit.pages > 0 && std::ranges::any_of(form.grids, [&](const std::vector<MeasuredGrid>& section) {
               Length height;
               for (const MeasuredGrid& grid : section) {
                   if (grid.annex.number > 0) continue;
                   height = std::accumulate(grid.row_heights.begin(), grid.row_heights.end(), height);
               }
               return height > room;
           });
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
    BandSetter bands = band_setter(*filled, fonts);
    const LeastHeights least_heights(*filled, *shaped, fonts);
    PagedForm paged;
    for (const Length size : sizes) {
        const bool last = size == sizes.back();
        if (!last && is_out_of_question(*filled, least_heights, size)) continue;
        auto measured = measure(filled, *shaped, fonts, size);
        if (!measured) return fail(std::move(measured.error()));
        if (!last && is_too_high(*measured)) continue;
        auto pages = paginate(*measured, bands);
        if (!pages) {
            if (!last) continue;
            return fail(std::move(pages.error()));
        }
        if (!pages->keep_to_fit && !last) continue;
        paged.form = std::move(*measured);
        paged.pages = std::move(pages->pages);
        break;
    }
    if (auto set = set_bands(paged.pages, bands); !set) return fail(std::move(set.error()));
    paged.findings = take_findings(*shaped);
    finish(paged.form, std::move(*shaped), fonts);
    paged.decisions = decisions_of(paged);
    paged.ruler_edges = ruler_edges(*filled);
    paged.ruler_left = paged.ruler_edges.front();

    if (Diagnostics lost = check_text(paged); !lost.empty()) return fail(std::move(lost));
    return paged;
}

}  // namespace besshi::layout
