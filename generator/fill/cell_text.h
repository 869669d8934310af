#pragma once

#include "fill/filled_form.h"
#include "fill/scope.h"

#include <span>

namespace besshi::fill {

/// The runs of one cell: literal pieces with their line in the form file, values with their JSON pointer.
/// Neighbouring literal pieces of one template are one run; empty pieces are none.
std::vector<Run> fill_runs(std::span<const form::RunTemplate> templates, const Scope& scope);

/// Whether the parameters ask for the readings that the form itself gives; those in the data are always printed.
bool prints_own_readings(const Source& source);

/// What a form writes after each element of a list ends the last line of the cell; it does not begin another.
void drop_last_line_feeds(std::vector<Run>& runs);

/// A run of the form's own words, with the readings written in them.
Run label_run(std::string_view text, const form::FormDefinition& form, int line, int column);

/// A run that besshi adds.
Run generated_run(std::string text, const form::FormDefinition& form, int line, int column);

/// All characters of `runs`.
std::string plain_text(std::span<const Run> runs);

}  // namespace besshi::fill
