#pragma once

#include "plan/plan.h"

#include <string>
#include <variant>

/// What the bytes of an image say about themselves.
namespace besshi::plan {

/// Why bytes are no picture for a form: a diagnostic of this layer, and what stands for its {1}.
struct PictureFault {
    const DiagnosticKind* kind;
    std::string found;
};

/// Reads the header of a PNG (ISO/IEC 15948) or JPEG (ITU-T T.81) and walks its parts to the end, so that half a
/// file is noticed. Refused are other formats, JPEG that PDF readers need not know (CMYK, lossless, arithmetic),
/// what exceeds the limits of plan.h, and photos whose Exif says that they lie on their side: PDF and Excel
/// would print them so.
std::variant<Picture, PictureFault> read_picture(std::string bytes);

}  // namespace besshi::plan
