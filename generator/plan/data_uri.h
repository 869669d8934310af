#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace besshi::plan {

/// The bytes of `data:…;base64,…` (RFC 2397, RFC 4648 §4); nothing if it is not written so. The media type is
/// not looked at: the bytes tell what they are.
std::optional<std::string> read_data_uri(std::string_view uri);

}  // namespace besshi::plan
