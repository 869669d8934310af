#pragma once

#include "cycle/place.h"
#include "cycle/roster_column.h"
#include "plan/plan.h"

/// What a cell of a roster says, put into a case.
namespace besshi::cycle {

/// A cell that cannot be read, and what a message fills in besides the heading.
struct CellFault {
    const DiagnosticKind* kind;
    std::string expected;
};

/// Reads a cell that is not empty into `document`. `office` is null if the case stands in no office folder.
std::optional<CellFault> read_cell(const RosterColumn& column, std::string_view cell, Json& document,
                                   const field::Table& table, const plan::CaseDocument* office);

}  // namespace besshi::cycle
