#pragma once

#include "form/form.h"

#include <map>
#include <string>

namespace besshi::fill {

/// Whether a block, line or cell prints with these parameters.
bool is_met(const std::optional<form::Condition>& condition, const std::map<std::string, std::string>& parameters);

/// The number itself, or the value of its parameter.
int count_of(const form::Count& count, const std::map<std::string, std::string>& parameters);

/// All parameters of `form` with the value used: the request's, else the document's, else the purpose's,
/// else the default. Faults: a parameter the form does not have, a value it does not allow.
Result<std::map<std::string, std::string>> decide_parameters(const form::FormDefinition& form,
                                                             const form::RenderRequest& request);

}  // namespace besshi::fill
