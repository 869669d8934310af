#pragma once

#include "base/base.h"

#include <filesystem>

namespace besshi::form {

/// The bytes of a file of the `forms/` folder.
Result<std::string> read_file(const std::filesystem::path& path);

}  // namespace besshi::form
