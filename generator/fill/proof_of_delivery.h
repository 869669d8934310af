#pragma once

#include "fill/filled_form.h"

namespace besshi::fill {

/// Whether a consent sentence that proves the delivery to the guardian stands in `filled`; nothing if `form` has none
/// to choose.
std::optional<bool> find_proof_of_delivery(const form::FormDefinition& form, const FilledForm& filled);

}  // namespace besshi::fill
