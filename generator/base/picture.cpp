#include "base/picture.h"

#include <algorithm>

namespace besshi::base {

std::string_view to_string(Picture::Format format) {
    switch (format) {
        case Picture::Format::png:
            return "png";
        case Picture::Format::jpeg:
            return "jpeg";
    }
    return {};
}

Rect fit_into(const Rect& room, const Picture& picture) {
    const Length width = std::min(room.width, scale(room.height, picture.width, picture.height));
    const Length height = std::min(room.height, scale(room.width, picture.height, picture.width));
    return {room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height};
}

}  // namespace besshi::base
