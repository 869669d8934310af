#pragma once

#include "form/surroundings.h"

namespace besshi::form {

/// Lines add up to the ruler; each named cell is defined and each defined cell used; what merges over lines is
/// a rectangle under every setting of the parameters; signatures have room. `places` are of the lines' cells.
void check_panel(const Panel& panel, const std::vector<Place>& places, const Surroundings& around);

/// A label that does not say what it heads (`of`) heads the values to its right in its lines, up to the next
/// label, except those another label names with its `of`. A title (`heading`) heads none. Faults: `of` names a
/// cell that is not there.
void find_label_targets(Panel& panel, Faults& faults);

}  // namespace besshi::form
