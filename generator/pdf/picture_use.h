#pragma once

#include "base/base.h"

#include <span>
#include <vector>

namespace besshi::pdf {

/// The pictures of a file, each once, numbered in order of first use.
class PictureUses {
public:
    /// Pictures of the same bytes are one.
    std::size_t index_of(const SharedPicture& picture);

    std::span<const SharedPicture> all() const { return pictures_; }

private:
    std::vector<SharedPicture> pictures_;
};

}  // namespace besshi::pdf
