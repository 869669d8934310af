#pragma once

#include "cli/command.h"
#include "cycle/cycle.h"

/// A case file made from another one: written, and what changed told.
namespace besshi::app {

struct NextCaseArguments {
    std::string case_file, out;
    std::optional<std::filesystem::path> office;
    bool force = false;
};

/// Adds what `next` and `start` have in common: the case, -o, --office, --force.
void add_arguments(CLI::App& verb, NextCaseArguments& arguments);

/// Reads the case, lets `make` make the next one, writes it (by default beside the old one) and lists the
/// changes on stderr, without values but dates.
int write_next_case(const NextCaseArguments& arguments, const Common& common,
                    const std::function<Result<cycle::NextCase>(const field::Table&, const cycle::CaseFiles&)>& make);

}  // namespace besshi::app
