#pragma once

#include "text/characters.h"

#include <vector>

namespace besshi::text {

/// Shapes a text of which nothing has to be chosen: each character is a grapheme cluster of its own and plain, the
/// first face of its run's chain has it, and that face's lookups leave it as it is. Most texts are so.
/// `first_character` gets the index of each glyph's character. False: the text is not so; what was added is no good.
bool shape_plain_text(const FontSet& fonts, std::span<const StyledRun> runs, const Characters& characters,
                      ShapedText& shaped, std::vector<std::uint32_t>& first_character);

}  // namespace besshi::text
