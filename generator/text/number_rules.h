#pragma once

#include "text/characters.h"

#include <vector>

namespace besshi::text {

/// Keeps numbers whole (JLREQ Table 2, cl-24) and with their counters; dates, times, ages and telephone
/// numbers get breaks of second rank between their parts: 令和|7年|9月|22日, 15:40～|16:00, 03-|0000-|4410
/// (the project's rule).
void keep_numbers_together(const Characters& characters, std::vector<BreakClass>& before);

}  // namespace besshi::text
