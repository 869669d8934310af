#pragma once

#include "text/characters.h"

namespace besshi::text {

/// Number of characters in front of the text of an item in the paragraph [begin, end): ①, ⑴, 1., １．,
/// (1), ・, ※, ○, （本人）, 【…】, 〈…〉 and the like, with the spaces before and one space behind it.
/// 0 if the paragraph does not begin like an item. The following lines of an item hang by its lead.
std::size_t item_lead_length(const Characters& characters, std::size_t begin, std::size_t end);

}  // namespace besshi::text
