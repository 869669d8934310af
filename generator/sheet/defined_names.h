#pragma once

#include "sheet/sheet.h"

#include <set>

/// Names that a ward's macros and people can jump to.
namespace besshi::sheet {

/// `rows.3.goal` → `rows_3_goal`: every character but letters, digits and `_` becomes `_`. A name that
/// Excel would read as a cell (`day1`, `R1C1`), or that does not begin with a letter, gets `_` in front.
std::string to_defined_name(std::string_view cell_name);

/// Gives each name once.
class DefinedNames {
public:
    /// `wanted`, or `wanted_2`, `wanted_3` … where it is taken; Excel does not tell capitals from small letters.
    std::string take(std::string_view wanted);

private:
    std::set<std::string> taken_;  ///< in small letters
};

}  // namespace besshi::sheet
