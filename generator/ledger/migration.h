#pragma once

#include "ledger/database.h"

/// The tables, version by version. Numbered and forward only: a step that was released never changes.
namespace besshi::ledger {

/// The version of the tables; 0 if there are none. Error `ledger.schema.broken`.
Result<int> version_of_tables(Database& database);

/// Takes the tables from their version to `to`, inside the caller's transaction.
void take_forward(Database& database, int from, int to);

}  // namespace besshi::ledger
