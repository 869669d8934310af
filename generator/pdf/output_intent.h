#pragma once

#include "pdf/object_file.h"

namespace besshi::pdf {

/// An ICC profile of sRGB (IEC 61966-2-1), version 4 (ISO 15076-1:2005), as small as one can be: matrix and one curve.
std::string srgb_profile();

/// Adds the output intent that says what the colours of the pages mean (ISO 19005-2 §6.2.3): sRGB, of which
/// DeviceGray is the grey axis.
ObjectId add_output_intent(ObjectFile& file);

}  // namespace besshi::pdf
