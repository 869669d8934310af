#include "layout/decision.h"

#include "layout/diagnostics.h"
#include "layout/measure.h"
#include "layout/row_height.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace besshi::layout {

namespace {

/// The first of the pages' equal bands: what is said of a text is said once.
void decide_bands(const PagedForm& paged, std::vector<Decision>& decisions) {
    std::set<std::pair<PlacedBand::Place, Decision::Kind>> said;
    for (const Page& page : paged.pages) {
        for (const PlacedBand& band : page.bands) {
            const Origin origin = origin_of(band);
            const auto decide = [&](Decision::Kind kind, std::int64_t amount) {
                const std::string label(label_of(band.place));
                if (said.emplace(band.place, kind).second)
                    decisions.push_back({.kind = kind, .origin = origin, .cell = {}, .label = label, .amount = amount});
            };
            const MeasuredCell& text = band.text;
            if (text.shrink_permille < 1000) decide(Decision::Kind::shrunk, text.shrink_permille);
            if (text.text.emergencies > 0) decide(Decision::Kind::emergency_break, text.text.emergencies);
        }
    }
}

Diagnostic note_on(const Decision& decision) {
    const std::string amount = fmt::format("{}", decision.amount);
    const std::string percent = fmt::format("{:.1f}", static_cast<double>(decision.amount) / 10);
    switch (decision.kind) {
        case Decision::Kind::size_chosen:
            return diagnose(kinds::size_chosen, {}, {fmt::format("{:.1f}", Length{decision.amount}.pt())});
        case Decision::Kind::shrunk:
            return diagnose(kinds::text_shrunk, decision.origin, {decision.label, percent});
        case Decision::Kind::narrowed:
            return diagnose(kinds::text_narrowed, decision.origin, {decision.label, percent});
        case Decision::Kind::grown:
            return diagnose(kinds::rows_grown, decision.origin, {decision.label, percent});
        case Decision::Kind::emergency_break:
            return diagnose(kinds::text_broken, decision.origin, {decision.label, amount});
        case Decision::Kind::noted:
            return diagnose(kinds::text_noted, decision.origin,
                            {decision.label, fill::circled(static_cast<int>(decision.amount))});
        case Decision::Kind::carried_over:
            return diagnose(kinds::text_carried_over, decision.origin, {decision.label, amount});
    }
    return {};
}

}  // namespace

std::string label_of(const fill::Grid& grid, std::size_t cell) {
    std::string words;
    for (const fill::Cell* label : fill::labels_of(grid, cell)) {
        const auto* text = std::get_if<fill::Text>(&label->content);
        const auto is_label = [](const fill::Run& run) { return run.source == fill::TextSource::label; };
        if (!text || !std::ranges::all_of(text->runs, is_label)) continue;
        if (!words.empty()) words += "　";
        for (const fill::Run& run : text->runs) words += run.text;
    }
    std::erase(words, '\n');
    return words.empty() ? grid.cells[cell].name : words;
}

std::string_view label_of(PlacedBand::Place place) {
    switch (place) {
        case PlacedBand::Place::header_left:
            return "上の帯の左";
        case PlacedBand::Place::header_center:
            return "上の帯の中央";
        case PlacedBand::Place::header_right:
            return "上の帯の右";
        case PlacedBand::Place::footer_left:
            return "下の帯の左";
        case PlacedBand::Place::footer_center:
            return "下の帯の中央";
        case PlacedBand::Place::footer_right:
            return "下の帯の右";
    }
    return {};
}

Origin origin_of(const PlacedBand& band) {
    const std::span<const fill::Run> runs = band.text.runs;
    const auto from_data = std::ranges::find_if(
        runs, [](const fill::Run& run) { return run.source == fill::TextSource::data && !run.text.empty(); });
    return from_data == runs.end() ? Origin() : from_data->origin;
}

GridDecisions::GridDecisions(const fill::Grid& grid) : grid_(grid), least_heights_(minimum_heights(grid)) {}

void GridDecisions::decide(std::size_t cell, const MeasuredCell& measured, std::vector<Decision>& decisions) const {
    const fill::Cell& filled = grid_.cells[cell];
    const auto add = [&](Decision::Kind kind, std::int64_t amount) {
        decisions.push_back({.kind = kind,
                             .origin = filled.origin,
                             .cell = filled.name,
                             .label = label_of(grid_, cell),
                             .amount = amount});
    };
    if (measured.annex.number > 0) return add(Decision::Kind::carried_over, measured.annex.number);
    if (measured.note > 0) return add(Decision::Kind::noted, measured.note);
    if (measured.shrink_permille < 1000) add(Decision::Kind::shrunk, measured.shrink_permille);
    if (measured.narrow_permille < 1000) add(Decision::Kind::narrowed, measured.narrow_permille);
    const Length least = height_of_rows(least_heights_, filled);
    const Length needed = needed_height(measured);
    if (least > Length{0} && needed > least) add(Decision::Kind::grown, needed.units * 1000 / least.units);
    if (measured.text.emergencies > 0) add(Decision::Kind::emergency_break, measured.text.emergencies);
}

std::vector<Decision> decisions_of(const PagedForm& paged) {
    const MeasuredForm& form = paged.form;
    std::vector<Decision> decisions;
    if (form.filled->fit.sizes.size() > 1) {
        decisions.push_back(
            {.kind = Decision::Kind::size_chosen, .origin = {}, .cell = {}, .label = {}, .amount = form.size.units});
    }
    for (std::size_t s = 0; s < form.grids.size(); ++s) {
        for (std::size_t g = 0; g < form.grids[s].size(); ++g) {
            const GridDecisions grid(form.filled->sections[s].grids[g]);
            const std::vector<MeasuredCell>& cells = form.grids[s][g].cells;
            for (std::size_t c = 0; c < cells.size(); ++c) grid.decide(c, cells[c], decisions);
        }
    }
    decide_bands(paged, decisions);
    return decisions;
}

bool is_adapted(const Decision& decision) {
    switch (decision.kind) {
        case Decision::Kind::size_chosen:
        case Decision::Kind::grown:
            return false;
        case Decision::Kind::shrunk:
        case Decision::Kind::narrowed:
        case Decision::Kind::emergency_break:
        case Decision::Kind::noted:
        case Decision::Kind::carried_over:
            return !decision.origin.pointer.empty();
    }
    return false;
}

Diagnostics report(std::span<const Decision> decisions) {
    Diagnostics notes;
    for (const Decision& decision : decisions) {
        const bool of_form = decision.origin.pointer.empty() && decision.kind != Decision::Kind::size_chosen;
        if (!of_form) notes.push_back(note_on(decision));
    }
    return notes;
}

}  // namespace besshi::layout
