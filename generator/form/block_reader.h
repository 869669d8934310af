#pragma once

#include "form/surroundings.h"

namespace besshi::form {

/// Reads the array `[[block]]`.
std::vector<Block> read_blocks(TableReader& form, const Surroundings& around);

/// The three bodies of a block. Each reads its own keys; the caller finishes the reader.
Panel read_panel(TableReader& block, const Surroundings& around);
Table read_table(TableReader& block, const Surroundings& around);
Timetable read_timetable(TableReader& block, const Surroundings& around);

/// A place for a signature is at least 45 × 10 mm (forms.md §2, type `sign`).
void check_signature_place(const CellTemplate& cell, Length width, Length height, Faults& faults);

/// Width of `span` columns from `first`.
Length width_of(const std::vector<Length>& ruler, int first, int span);

}  // namespace besshi::form
