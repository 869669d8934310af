#pragma once

#include "form/scope.h"
#include "form/style_sheet.h"

namespace besshi::form {

/// What the reading of a block needs to know of the rest of the form.
struct Surroundings {
    Scope scope;
    const StyleSheet& styles;
    const std::vector<Length>& ruler;
    const Words& words;
    Faults& faults;

    Surroundings with(std::string_view alias, const field::Field* element) const {
        return {scope.with(alias, element), styles, ruler, words, faults};
    }
    Surroundings at(Where where) const { return {scope.at(where), styles, ruler, words, faults}; }
    int columns() const { return static_cast<int>(ruler.size()); }
};

}  // namespace besshi::form
