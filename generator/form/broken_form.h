#pragma once

#include "form/form.h"

namespace besshi::form {

/// What can be told of the form in `file`, whose text is `toml`, although it has faults.
BrokenForm to_broken(const std::filesystem::path& file, std::string_view toml, Diagnostics faults);

}  // namespace besshi::form
