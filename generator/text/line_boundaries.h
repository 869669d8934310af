#pragma once

#include "text/characters.h"

#include <vector>

namespace besshi::text {

/// The indexes of all characters but the first in front of which ICU allows a line to end (UAX #14, `ja@lb=strict`,
/// for BreakMode::phrase with `lw=phrase`), from the lowest up.
void find_line_boundaries(const Characters& characters, BreakMode mode, std::vector<std::uint32_t>& boundaries);

/// ICU's strict rules alone, without what is known of pairs: what `find_line_boundaries` must agree with.
void ask_line_boundaries(const Characters& characters, std::vector<std::uint32_t>& boundaries);

}  // namespace besshi::text
