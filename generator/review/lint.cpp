#include "review/review.h"

#include <algorithm>
#include <array>

namespace besshi::review {

namespace {

using form::Strain;
using layout::Decision;

std::optional<Strain> strain_of(Decision::Kind kind) {
    switch (kind) {
        case Decision::Kind::shrunk:
            return Strain::shrink;
        case Decision::Kind::narrowed:
            return Strain::narrow;
        case Decision::Kind::emergency_break:
            return Strain::emergency_break;
        case Decision::Kind::noted:
            return Strain::note;
        case Decision::Kind::carried_over:
            return Strain::carry_over;
        case Decision::Kind::size_chosen:  // the form lists the sizes itself
        case Decision::Kind::grown:        // rows are there to grow; that pages are added is a strain
            return std::nullopt;
    }
    return std::nullopt;
}

/// A cell of the form file and the block it stands in.
struct CellPlace {
    const form::Block* block = nullptr;
    const form::CellTemplate* cell = nullptr;
};

std::optional<CellPlace> find_place(const form::FormDefinition& form, const Origin& origin) {
    for (const form::Block& block : form.blocks)
        for (const form::CellTemplate* cell : form::cells_of(block))
            if (cell->line == origin.line && cell->column == origin.column) return CellPlace{&block, cell};
    return std::nullopt;
}

/// The label of the first datum a text prints; of a text without data its beginning.
std::string label_of(const form::CellTemplate& cell) {
    const auto* text = std::get_if<form::TextContent>(&cell.content);
    if (!text) return {};
    for (const form::RunTemplate& run : text->runs)
        for (const form::Tag& tag : run.tags)
            if (tag.field) return tag.field->label;
    return text->runs.empty() ? std::string()
                              : text->runs.front().source.substr(0, text->runs.front().source.find('\n'));
}

std::string_view reason_of(const form::FormDefinition& form, Strain strain, const std::string& cell) {
    for (const form::Acceptance& acceptance : form.accepted) {
        if (acceptance.strain != strain) continue;
        const bool named = std::ranges::find(acceptance.cells, cell) != acceptance.cells.end();
        if (named || strain == Strain::pages) return acceptance.reason;
    }
    return {};
}

/// The decisions of layout, gathered by cells of the form file.
class Findings {
public:
    Findings(const form::FormDefinition& form, const layout::PagedForm& paged) : form_(form), paged_(paged) {
        for (const Decision& decision : paged.decisions) {
            if (decision.cell.empty()) continue;  // a running head shrinks to its line, whatever its cells hold
            if (const auto strain = strain_of(decision.kind)) add(*strain, decision);
        }
    }

    std::vector<Finding> take() { return std::move(all_); }

private:
    void add(Strain strain, const Decision& decision) {
        const auto place = find_place(form_, decision.origin);
        const std::string cell = place ? place->block->name + "." + place->cell->name : decision.cell;
        auto finding = std::ranges::find_if(
            all_, [&](const Finding& known) { return known.strain == strain && known.cell == cell; });
        if (finding == all_.end()) {
            all_.push_back({strain, cell, place ? label_of(*place->cell) : "", 0, {}, reason_of(form_, strain, cell)});
            finding = std::prev(all_.end());
        }
        const Length size = place ? size_after(*place->cell, decision.amount) : Length{};
        finding->size = finding->places == 0 ? size : std::min(finding->size, size);
        ++finding->places;
    }

    /// Of a cell shrunk to so many permille: what the form says, at the size chosen for the whole form.
    Length size_after(const form::CellTemplate& cell, std::int64_t permille) const {
        Length size = cell.style.size;
        if (!form_.fit.sizes.empty()) size = base::scale(size, paged_.form.size.units, form_.fit.sizes.front().units);
        return std::max(base::scale(size, permille, 1000), std::min(cell.style.size, form_.min_size));
    }

    const form::FormDefinition& form_;
    const layout::PagedForm& paged_;
    std::vector<Finding> all_;
};

Trial refused(Diagnostics refusals) {
    Trial trial;
    trial.refusals = std::move(refusals);
    return trial;
}

Trial try_out(const form::FormDefinition& form, const Workshop& workshop, form::Purpose purpose,
              std::string_view case_json) {
    const auto document = plan::read(workshop.table, {case_json, "作りもののケース"}, std::nullopt);
    if (!document) return refused(document.error());
    auto filled = fill::bind(form, *document, {form.document.id, form.revision, purpose, {}, {}, {}});
    if (!filled) return refused(filled.error());
    const auto paged = layout::lay_out(std::move(*filled), workshop.fonts);
    if (!paged) return refused(paged.error());
    Trial trial;
    trial.pages = static_cast<int>(paged->pages.size());
    for (const layout::Page& page : paged->pages)
        trial.pages_of_longest = std::max(trial.pages_of_longest, page.pages_in_section);
    trial.findings = Findings(form, *paged).take();
    return trial;
}

/// More pages than blank and than the form allows itself with `fit`.
void compare_pages(const form::FormDefinition& form, const Trial& blank, Trial& filled) {
    if (filled.pages_of_longest <= std::max(blank.pages_of_longest, form.fit.pages)) return;
    Finding finding;
    finding.strain = Strain::pages;
    finding.accepted_as = reason_of(form, Strain::pages, {});
    filled.findings.push_back(finding);
}

/// A signature field under a name that no program which signs will look for.
void compare_signatures(const form::FormDefinition& form, Trial& filled) {
    for (const form::Block& block : form.blocks) {
        for (const form::CellTemplate* cell : form::cells_of(block)) {
            const auto* sign = std::get_if<form::SignContent>(&cell->content);
            if (!sign || std::ranges::find(form::signature_names, sign->field_name) != form::signature_names.end())
                continue;
            Finding finding;
            finding.strain = Strain::signature;
            finding.cell = block.name + "." + cell->name;
            finding.label = sign->field_name;
            finding.places = 1;
            finding.accepted_as = reason_of(form, Strain::signature, finding.cell);
            filled.findings.push_back(std::move(finding));
        }
    }
}

bool found(std::span<const Lint> lints, Strain strain, const std::string& cell) {
    return std::ranges::any_of(lints, [&](const Lint& lint) {
        return std::ranges::any_of(lint.expected.findings, [&](const Finding& finding) {
            return finding.strain == strain && finding.cell == cell;
        });
    });
}

}  // namespace

Lint lint(const form::FormDefinition& form, const Workshop& workshop) {
    const auto filled = [&](synth::Amount amount) {
        return try_out(form, workshop, form::Purpose::record, synth::make_case(workshop.table, form, amount));
    };
    Lint lint{&form, try_out(form, workshop, form::Purpose::blank, "{}"), filled(synth::Amount::expected),
              filled(synth::Amount::limit)};
    compare_pages(form, lint.blank, lint.expected);
    compare_pages(form, lint.blank, lint.limit);
    compare_signatures(form, lint.expected);
    return lint;
}

std::vector<UnusedAcceptance> find_unused(std::span<const Lint> lints) {
    std::vector<UnusedAcceptance> unused;
    if (lints.empty()) return unused;
    for (const form::Acceptance& acceptance : lints.front().form->accepted) {
        std::vector<std::string> cells = acceptance.cells;
        if (acceptance.strain == Strain::pages) cells = {""};
        for (const std::string& cell : cells)
            if (!found(lints, acceptance.strain, cell)) unused.push_back({acceptance.strain, cell, acceptance.line});
    }
    return unused;
}

bool is_clean(const Lint& lint) {
    const bool refused = std::ranges::any_of(std::array{&lint.blank, &lint.expected, &lint.limit},
                                             [](const Trial* trial) { return !trial->refusals.empty(); });
    return !refused && std::ranges::none_of(lint.expected.findings,
                                            [](const Finding& finding) { return finding.accepted_as.empty(); });
}

}  // namespace besshi::review
