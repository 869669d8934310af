#pragma once

#include "form/toml_tree.h"

namespace besshi::form {

/// What the TOML parser reported: where it stopped, and its English sentence.
struct SyntaxFault {
    Place place;
    std::string_view description;
};

/// The same fault in the words of a person who edits forms: what is usually mistyped there (a full-width
/// space, 「、」 for a comma, curly quotes, a missing quote …), at the place of the slip itself.
Diagnostic explain_syntax(std::string_view toml, std::string_view file, const SyntaxFault& fault);

}  // namespace besshi::form
