#pragma once

#include "form/surroundings.h"

namespace besshi::form {

/// A column among those of its table.
struct ColumnPlace {
    int number = 1;     ///< from 1
    int row_lines = 1;  ///< of each record
};

/// Reads one `[[block.column]]`. Its cells are named by `name`, else after what they print.
TableColumn read_column(const Node& node, ColumnPlace place, const Surroundings& around);

}  // namespace besshi::form
