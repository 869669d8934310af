#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace besshi::conformance {

/// Character codes and their UTF-16 from a ToUnicode CMap (ISO 32000-1 §9.10.3). At most 65,536 codes are read.
std::map<std::uint32_t, std::u16string> read_unicode_map(std::string_view cmap);

/// No surrogate stands alone.
bool is_well_formed(std::u16string_view text);

}  // namespace besshi::conformance
