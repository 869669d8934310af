#pragma once

#include "fuzz/random.h"

#include "field/field.h"
#include "form/form.h"

#include <string>

namespace besshi::tests {

/// A case for `form` (JSON, the office in it): everything the form reads, then some of it left out, lists of other
/// lengths, every text, number, date and choice another. Mostly `plan::read` takes it.
std::string random_case(Random& random, const field::Table& table, const form::FormDefinition& form);

/// A purpose, and some of the parameters with values of their types.
form::RenderRequest random_request(Random& random, const form::FormDefinition& form);

}  // namespace besshi::tests
