#pragma once

#include "layout/layout.h"
#include "synth/synth.h"

/// What the author of a form should know of it before it is used: how it bears long texts, and what is
/// different from the revision before.
namespace besshi::review {

/// What needs no author: the field table and the fonts of all forms.
struct Workshop {
    const field::Table& table;
    const text::FontSet& fonts;
};

/// One strain of one cell of the form file; all rows of a table and all sheets count together.
struct Finding {
    form::Strain strain = form::Strain::shrink;
    std::string cell;              ///< `block.cell`; empty for `pages`
    std::string label;             ///< what it prints, in Japanese; of `signature` the name of the field
    std::size_t places = 0;        ///< cells on paper
    Length size;                   ///< of `shrink`: the smallest type size
    std::string_view accepted_as;  ///< the reason in the form file; empty = not accepted
};

/// A form with one made-up case in it.
struct Trial {
    int pages = 0;
    int pages_of_longest = 0;  ///< of the section that has most
    std::vector<Finding> findings;
    Diagnostics refusals;  ///< why it cannot be printed; then there is nothing else
};

/// How one document bears no data, what is expected, and what is just let through.
struct Lint {
    const form::FormDefinition* form = nullptr;
    Trial blank, expected, limit;
};

Lint lint(const form::FormDefinition& form, const Workshop& workshop);

/// A cell that an `[[accept]]` names without need.
struct UnusedAcceptance {
    form::Strain strain;
    std::string cell;
    int line = 0;
};

/// `lints` are those of all documents of one form file.
std::vector<UnusedAcceptance> find_unused(std::span<const Lint> lints);

/// Nothing is refused, and every finding at the expected lengths is accepted.
bool is_clean(const Lint& lint);

/// What one revision has and another has not, or has otherwise.
struct Change {
    std::string what;           ///< in Japanese: ブロック goals の見出し long_label の文字
    std::string before, after;  ///< empty where there is none
};

/// Paper, columns, sizes, settings, then block by block heights, cells and their texts.
std::vector<Change> changes(const form::FormDefinition& before, const form::FormDefinition& after);

}  // namespace besshi::review
