#pragma once

#include "text/characters.h"

#include <vector>

namespace besshi::text {

/// Characters [begin, end).
struct CharacterRange {
    std::size_t begin = 0, end = 0;
};

/// The indexes of the characters inside `range` in front of which ICU allows a line to end (UAX #14, `ja@lb=strict`)
/// if nothing else stood around them, from the lowest up.
void find_line_boundaries(const Characters& characters, CharacterRange range, std::vector<std::uint32_t>& boundaries);

/// The indexes of all characters that begin a phrase by ICU's dictionary (`lw=phrase`), from the lowest up.
void find_phrase_boundaries(const Characters& characters, std::vector<std::uint32_t>& boundaries);

}  // namespace besshi::text
