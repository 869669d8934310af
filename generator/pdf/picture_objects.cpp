#include "pdf/picture_objects.h"

#include "pdf/deflate.h"
#include "pdf/diagnostics.h"
#include "pdf/png_pixels.h"

namespace besshi::pdf {

Result<ObjectId> add_picture(ObjectFile& file, const Picture& picture, Size size) {
    const std::vector<Entry> entries{
        {"Type", "/XObject"},
        {"Subtype", "/Image"},
        {"Width", std::to_string(picture.width)},
        {"Height", std::to_string(picture.height)},
        {"ColorSpace", picture.color == Picture::Color::gray ? "/DeviceGray" : "/DeviceRGB"},
        {"BitsPerComponent", "8"}};
    switch (picture.format) {
        case Picture::Format::jpeg:
            return file.add_encoded(entries, "DCTDecode", picture.bytes);
        case Picture::Format::png:
            break;
    }
    const std::optional<std::string> pixels = png_pixels(picture);
    if (!pixels) {
        return fail(
            diagnose(kinds::image_unreadable, {}, {std::to_string(picture.width), std::to_string(picture.height)}));
    }
    return file.add_deflated(entries, deflate(*pixels, Material::pixels, size));
}

}  // namespace besshi::pdf
