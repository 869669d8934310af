#include "layout/shaped_form.h"

#include "layout/visit.h"

#include <algorithm>
#include <iterator>

namespace besshi::layout {

namespace {

Result<text::ShapedText> shape_runs(std::span<const fill::Run> runs, const form::Style& style,
                                    const text::FontSet& fonts) {
    if (std::ranges::all_of(runs, [](const fill::Run& run) { return run.text.empty(); })) return text::ShapedText{};
    std::vector<text::StyledRun> styled;
    styled.reserve(runs.size());
    for (const fill::Run& run : runs) {
        styled.push_back({.text = run.text,
                          .family = style.family,
                          .weight = run.weight.value_or(style.weight),
                          .personal_name = run.personal_name,
                          .whole = run.whole,
                          .origin = &run.origin,
                          .rubies = run.rubies});
    }
    return text::shape(fonts, styled, style.break_mode, style.direction);
}

std::vector<fill::Run> join_options(const fill::Choice& choice) {
    std::vector<fill::Run> runs = choice.before;
    for (const fill::Choice::Option& option : choice.options) {
        if (&option != &choice.options.front()) runs.push_back(choice.between);
        runs.push_back(option.run);
    }
    runs.insert(runs.end(), choice.after.begin(), choice.after.end());
    return runs;
}

Result<ShapedCell> shape_cell(const fill::Cell& cell, const text::FontSet& fonts) {
    ShapedCell shaped;
    const Overloaded collect{[&](const fill::Text& text) { shaped.runs = text.runs; },
                             [&](const fill::Choice& choice) {
                                 shaped.made = join_options(choice);
                                 shaped.runs = shaped.made;
                                 for (std::size_t i = 0; i < choice.options.size(); ++i) {
                                     const std::size_t run = choice.before.size() + 2 * i;  // `between` after each
                                     if (choice.options[i].chosen)
                                         shaped.chosen_runs.push_back(static_cast<std::uint32_t>(run));
                                 }
                             },
                             [&](const fill::Digits& digits) { shaped.runs = std::span(&digits.run, 1); },
                             [](const fill::Tick&) {},
                             [](const fill::Signature&) {},
                             [](const fill::Image&) {},
                             [](const fill::Empty&) {}};
    std::visit(collect, cell.content);
    auto text = shape_runs(shaped.runs, cell.style, fonts);
    if (!text) return fail(std::move(text.error()));
    shaped.text = std::move(*text);
    return shaped;
}

}  // namespace

std::vector<fill::Run> runs_of(const fill::Content& content) {
    return std::visit(Overloaded{[](const fill::Text& text) { return text.runs; },
                                 [](const fill::Choice& choice) { return join_options(choice); },
                                 [](const fill::Tick&) { return std::vector<fill::Run>(); },
                                 [](const fill::Signature&) { return std::vector<fill::Run>(); },
                                 [](const fill::Digits& digits) { return std::vector<fill::Run>{digits.run}; },
                                 [](const fill::Image&) { return std::vector<fill::Run>(); },
                                 [](const fill::Empty&) { return std::vector<fill::Run>(); }},
                      content);
}

Result<ShapedCell> shape_made(std::vector<fill::Run> runs, const form::Style& style, const text::FontSet& fonts) {
    ShapedCell shaped;
    shaped.made = std::move(runs);
    shaped.runs = shaped.made;
    auto text = shape_runs(shaped.runs, style, fonts);
    if (!text) return fail(std::move(text.error()));
    shaped.text = std::move(*text);
    return shaped;
}

Result<ShapedForm> shape(const fill::FilledForm& filled, const text::FontSet& fonts) {
    ShapedForm form;
    Diagnostics faults;
    form.reserve(filled.sections.size());
    for (const fill::Section& section : filled.sections) {
        auto& grids = form.emplace_back();
        grids.reserve(section.grids.size());
        for (const fill::Grid& grid : section.grids) {
            auto& cells = grids.emplace_back();
            if (grid.annex_of) {
                cells.resize(grid.cells.size());
                continue;
            }
            cells.reserve(grid.cells.size());
            for (const fill::Cell& cell : grid.cells) {
                auto shaped = shape_cell(cell, fonts);
                if (shaped) {
                    cells.push_back(std::move(*shaped));
                } else {
                    std::ranges::move(shaped.error(), std::back_inserter(faults));
                }
            }
        }
    }
    if (!faults.empty()) return fail(std::move(faults));
    return form;
}

}  // namespace besshi::layout
