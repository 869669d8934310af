#pragma once

#include "form/definition.h"
#include "form/table_reader.h"

namespace besshi::form {

/// The tables `[param.x]`.
std::map<std::string, Parameter> read_parameters(TableReader& form);

/// `true`, `3`, `"05:00"` as the text a parameter keeps; nothing and a fault if it is not of the parameter's
/// type or not among its choices.
std::optional<std::string> to_parameter_value(const Node& node, const Parameter& parameter, Faults& faults);

}  // namespace besshi::form
