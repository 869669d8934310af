#pragma once

#include "field/field.h"

namespace besshi::field {

/// The kind fields.toml calls `word`.
std::optional<Kind> find_kind(std::string_view word);

}  // namespace besshi::field
