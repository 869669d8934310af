#pragma once

#include "text/characters.h"

#include <vector>

namespace besshi::text {

/// What may happen in front of each character: between Japanese characters JLREQ Table 2, elsewhere ICU's strict
/// rules (UAX #14 with `lb=strict`) as far as Table 2 allows; then `number_rules` and names. `before` gets one class
/// per character.
void classify_breaks(const Characters& characters, std::span<const StyledRun> runs, BreakMode mode,
                     std::vector<BreakClass>& before);

}  // namespace besshi::text
