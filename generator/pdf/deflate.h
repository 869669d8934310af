#pragma once

#include <string>
#include <string_view>

namespace besshi::pdf {

/// `data` in zlib format (RFC 1950), as FlateDecode reads it. `level` is libdeflate's: 0 (stored) to 12.
/// Same bytes on every processor.
std::string deflate(std::string_view data, int level);

}  // namespace besshi::pdf
