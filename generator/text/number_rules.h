#pragma once

#include "text/characters.h"

#include <vector>

namespace besshi::text {

/// Keeps numbers whole, and dates, times and quantities together with breaks of second rank:
/// 令和|7年|9月|22日, 15:40～|16:00, 3|か月, 12,345|円 (JLREQ cl-24 and Table 2; the places inside a date or
/// time are the project's). Only ever lowers a class.
void keep_numbers_together(const Characters& characters, std::vector<BreakClass>& before);

}  // namespace besshi::text
