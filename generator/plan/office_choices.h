#pragma once

#include "plan/faults.h"
#include "plan/plan.h"
#include "plan/raw.h"

namespace besshi::plan {

/// What an office.toml says besides data.
struct OfficeChoices {
    FormParameters form_parameters;  ///< `[forms.<form-id>]`
    DocumentSets document_sets;      ///< `[sets]`
};

OfficeChoices read_office_choices(const raw::Tree& office, Faults& faults);

/// Whether `key` of the root of office.toml is one of these tables and no field.
bool is_office_choice(std::string_view key);

}  // namespace besshi::plan
