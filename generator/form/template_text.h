#pragma once

#include "form/scope.h"

namespace besshi::form {

/// The text of a cell, a heading or a band: a string, an inline table `{ text, size, underline, weight, narrow, ruby }`
/// or an array of these. Checks the Mustache in it; every tag is resolved in `scope`.
std::vector<RunTemplate> read_runs(const Node& node, const Scope& scope, Faults& faults);

}  // namespace besshi::form
