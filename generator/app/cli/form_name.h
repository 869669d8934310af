#pragma once

#include "form/form.h"

namespace besshi::app {

/// A form as it is written on the command line: `F01`, `support-plan@2024-05-17`.
struct FormName {
    std::string document;
    std::optional<std::string> revision;
};

inline FormName parse_form_name(const std::string& word) {
    const std::size_t at = word.find('@');
    if (at == std::string::npos) return {word, std::nullopt};
    return {word.substr(0, at), word.substr(at + 1)};
}

}  // namespace besshi::app
