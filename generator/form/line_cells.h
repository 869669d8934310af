#pragma once

#include "form/definition.h"
#include "form/faults.h"

namespace besshi::form {

/// A line of a panel as written: `corner day( a*3 b ) _*2`.
struct LineItem {
    std::string name;  ///< empty: `_`
    int span = 1;
    int group = 0;  ///< 1, 2 …: the group of the panel's `each` it stands in; 0 = none
};

/// Reads the cell mini-language. `each` is the name groups must have, empty if the panel repeats nothing.
/// Faults: signs that do not belong there, a count that is none, groups of another name, open or nested.
std::vector<LineItem> read_line_items(const Node& text, std::string_view each, Faults& faults);

/// The items with groups written out `count` times, elements counted from 1.
std::vector<LineCell> expand(const std::vector<LineItem>& items, int count);

}  // namespace besshi::form
