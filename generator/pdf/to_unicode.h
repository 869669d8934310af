#pragma once

#include "pdf/font_use.h"

#include <string>

namespace besshi::pdf {

/// The ToUnicode CMap of a font (ISO 32000-1 §9.10.3): every used code with all the text it stands for.
std::string to_unicode_cmap(const FontUse& font);

/// The same in zlib format, in a code fitted to such maps once per process.
std::string deflated_to_unicode_cmap(const FontUse& font);

}  // namespace besshi::pdf
