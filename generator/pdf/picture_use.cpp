#include "pdf/picture_use.h"

#include <algorithm>

namespace besshi::pdf {

std::size_t PictureUses::index_of(const SharedPicture& picture) {
    const auto is_same = [&](const SharedPicture& used) { return used->sha256 == picture->sha256; };
    const auto found = std::ranges::find_if(pictures_, is_same);
    const auto index = static_cast<std::size_t>(found - pictures_.begin());
    if (found == pictures_.end()) pictures_.push_back(picture);
    return index;
}

}  // namespace besshi::pdf
