#pragma once

#include "layout/layout.h"

namespace besshi::layout {

/// How the texts of the form were made to fit: the size first, then cell by cell in reading order.
std::vector<Decision> decisions_of(const MeasuredForm& form);

}  // namespace besshi::layout
