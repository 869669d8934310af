#pragma once

#include "pdf/object_file.h"
#include "pdf/pdf.h"

namespace besshi::pdf {

/// Adds the image XObject of a picture (ISO 32000-1 §8.9.5): a JPEG as it is, a PNG as its pixels, in the gray or
/// RGB of the device. Fault `pdf.image.unreadable`.
Result<ObjectId> add_picture(ObjectFile& file, const Picture& picture, Size size);

}  // namespace besshi::pdf
