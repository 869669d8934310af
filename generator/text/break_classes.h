#pragma once

#include "text/characters.h"

#include <vector>

namespace besshi::text {

/// What may happen in front of each character: ICU's strict Japanese rules (UAX #14 with `lb=strict`), with
/// the corrections of `pair_rules`, `number_rules` and names. `before` gets one class per character.
void classify_breaks(const Characters& characters, std::span<const StyledRun> runs, BreakMode mode,
                     std::vector<BreakClass>& before);

}  // namespace besshi::text
