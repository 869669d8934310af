#pragma once

#include "base/base.h"

#include <optional>
#include <string>

namespace besshi::pdf {

/// The pixels of a PNG row by row, 8 bits per component, one component for gray and three for RGB as its header
/// says. What shows through is laid on white. Nothing if the file is broken or not as large as its header said.
std::optional<std::string> png_pixels(const Picture& png);

}  // namespace besshi::pdf
