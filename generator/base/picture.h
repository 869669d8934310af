#pragma once

#include "base/length.h"

#include <memory>
#include <string>
#include <string_view>

namespace besshi::base {

/// A picture of the data: the bytes of its file, never changed, and what its header says.
struct Picture {
    enum class Format { png, jpeg };
    enum class Color { gray, rgb };
    Format format = Format::png;
    Color color = Color::rgb;
    int width = 0, height = 0;  ///< in pixels, 1 at least
    std::string bytes;
    std::string sha256;  ///< of `bytes`: tells pictures apart
};

/// Pictures are large and go through all stages: they are shared, never copied.
using SharedPicture = std::shared_ptr<const Picture>;

/// `png`, `jpeg`: as in `image/png`.
std::string_view to_string(Picture::Format format);

/// The largest rectangle of the picture's proportions in the middle of `room`.
Rect fit_into(const Rect& room, const Picture& picture);

}  // namespace besshi::base

namespace besshi {
using base::Picture;
using base::SharedPicture;
}  // namespace besshi
