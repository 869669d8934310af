#pragma once

#include "form/surroundings.h"

namespace besshi::form {

/// Reads the array `[[block]]`.
std::vector<Block> read_blocks(TableReader& form, const Surroundings& around);

/// The three bodies of a block. Each reads its own keys; the caller finishes the reader.
Panel read_panel(TableReader& block, const Surroundings& around);
Table read_table(TableReader& block, const Surroundings& around);
Timetable read_timetable(TableReader& block, const Surroundings& around);

/// In a cell of that size a signature field is at least 45 × 10 mm, if its row grows as rows do.
void check_signature_place(const CellTemplate& cell, Length width, Length height, Faults& faults);

/// The list or fixed-key map at `path`, which a block repeats over; null and a fault if it is neither.
const field::Field* expect_repeatable(std::string_view path, Place place, const Scope& scope, Faults& faults);

/// How often at least the elements of `holder` are printed: `key` as a number or as the parameter that gives it.
/// A fixed-key map always prints all its keys, so that with it the key is a fault.
Count read_least(TableReader& block, std::string_view key, const field::Field* holder, const Scope& scope);

/// Width of `span` columns from `first`.
Length width_of(const std::vector<Length>& ruler, int first, int span);

}  // namespace besshi::form
