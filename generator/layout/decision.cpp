#include "layout/decision.h"

#include "layout/diagnostics.h"
#include "layout/measure.h"
#include "layout/row_height.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::layout {

namespace {

/// Words of the data are left out: they may be a name.
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

/// Collects the decisions about the cells of one grid.
class GridDecisions {
public:
    GridDecisions(const fill::Grid& grid, std::vector<Decision>& decisions)
        : grid_(grid), least_heights_(minimum_heights(grid)), decisions_(decisions) {}

    void decide(std::size_t c, const MeasuredCell& measured) {
        if (measured.annex.number > 0) return add(c, Decision::Kind::carried_over, measured.annex.number);
        if (measured.note > 0) return add(c, Decision::Kind::noted, measured.note);
        if (measured.shrink_permille < 1000) add(c, Decision::Kind::shrunk, measured.shrink_permille);
        if (measured.narrow_permille < 1000) add(c, Decision::Kind::narrowed, measured.narrow_permille);
        const Length least = height_of_rows(least_heights_, grid_.cells[c]);
        const Length needed = needed_height(measured);
        if (least > Length{0} && needed > least) add(c, Decision::Kind::grown, needed.units * 1000 / least.units);
        if (measured.text.emergencies > 0) add(c, Decision::Kind::emergency_break, measured.text.emergencies);
    }

private:
    void add(std::size_t c, Decision::Kind kind, std::int64_t amount) {
        const fill::Cell& cell = grid_.cells[c];
        decisions_.push_back(
            {.kind = kind, .origin = cell.origin, .cell = cell.name, .label = label_of(grid_, c), .amount = amount});
    }

    const fill::Grid& grid_;
    std::vector<Length> least_heights_;
    std::vector<Decision>& decisions_;
};

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

std::vector<Decision> decisions_of(const MeasuredForm& form) {
    std::vector<Decision> decisions;
    if (form.filled->fit.sizes.size() > 1) {
        decisions.push_back(
            {.kind = Decision::Kind::size_chosen, .origin = {}, .cell = {}, .label = {}, .amount = form.size.units});
    }
    for (std::size_t s = 0; s < form.grids.size(); ++s) {
        for (std::size_t g = 0; g < form.grids[s].size(); ++g) {
            const MeasuredGrid& measured = form.grids[s][g];
            GridDecisions grid(form.filled->sections[s].grids[g], decisions);
            for (std::size_t c = 0; c < measured.cells.size(); ++c) grid.decide(c, measured.cells[c]);
        }
    }
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
