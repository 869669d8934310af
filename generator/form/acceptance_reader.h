#pragma once

#include "form/acceptance.h"
#include "form/table_reader.h"

namespace besshi::form {

/// The tables `[[accept]]` of a form file.
std::vector<Acceptance> read_acceptances(TableReader& form);

}  // namespace besshi::form
