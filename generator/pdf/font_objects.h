#pragma once

#include "pdf/font_use.h"
#include "pdf/object_file.h"
#include "pdf/pdf.h"

namespace besshi::pdf {

/// A font of a finished file.
struct FontObjects {
    ObjectId font;                    ///< the Type0 font dictionary
    std::optional<ObjectId> stacked;  ///< the same in writing mode 1, if it is used so
    std::string fingerprint;          ///< equal for equal font programs with equal ToUnicode
};

/// Adds the composite font of `use` (ISO 32000-1 §9.7): its glyphs as an embedded subset, their exact
/// advances, and the text they stand for. Fault `pdf.font.unreadable`.
Result<FontObjects> add_font(ObjectFile& file, const FontUse& use, Size size);

}  // namespace besshi::pdf
