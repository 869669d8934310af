#include "pdf/png_pixels.h"

#include <png.h>

namespace besshi::pdf {

namespace {

/// libpng's simplified reader, freed in every case.
class Reader {
public:
    explicit Reader(const std::string& bytes) {
        image_.version = PNG_IMAGE_VERSION;
        begun_ = png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size()) != 0;
        // Samples of 16 bits would be taken for linear light.
        image_.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    }
    ~Reader() { png_image_free(&image_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    bool has_size(int width, int height) const {
        return begun_ && image_.width == static_cast<png_uint_32>(width) &&
               image_.height == static_cast<png_uint_32>(height);
    }

    std::optional<std::string> read(png_uint_32 format) {
        image_.format = format;
        std::string pixels(PNG_IMAGE_SIZE(image_), '\0');
        const png_color white{255, 255, 255};
        if (png_image_finish_read(&image_, &white, pixels.data(), 0, nullptr) == 0) return std::nullopt;
        return pixels;
    }

private:
    png_image image_{};
    bool begun_ = false;
};

}  // namespace

std::optional<std::string> png_pixels(const Picture& png) {
    Reader reader(png.bytes);
    if (!reader.has_size(png.width, png.height)) return std::nullopt;
    return reader.read(png.color == Picture::Color::gray ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB);
}

}  // namespace besshi::pdf
