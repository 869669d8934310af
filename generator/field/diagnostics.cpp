#include "field/diagnostics.h"

#include "field/field.h"

namespace besshi::field {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr DiagnosticKind all[] = {
        kinds::not_toml,          kinds::unknown_section, kinds::missing_fields, kinds::bad_enumeration,
        kinds::bad_line,          kinds::missing_parent,  kinds::malformed_path, kinds::unknown_attribute,
        kinds::missing_attribute, kinds::wrong_attribute, kinds::unknown_type,   kinds::unknown_enumeration,
        kinds::bad_target,        kinds::bad_span,        kinds::not_dated,      kinds::bad_likeness,
        kinds::bad_withheld,      kinds::empty_branch,
    };
    return all;
}

}  // namespace besshi::field
