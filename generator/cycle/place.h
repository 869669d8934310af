#pragma once

#include "cycle/json.h"

/// Where in a case a field stands.
namespace besshi::cycle {

/// A value that is written in a case.
struct Place {
    const field::Field* field;
    std::string_view label;  ///< of the field; of a value in a map the word of its key
    std::string pointer;
    Json* value;
};

/// Every place of `path` (as in `field::Field::path`) that is written and not empty. Places stay good until a
/// member is added above them.
std::vector<Place> find_places(Json& document, const field::Table& table, std::string_view path);

/// The value at dotted `name`, elements of a list by their number (`child.names.0.family_name`); objects, lists
/// and elements that are missing are made. The name is one of the field table.
Place make_place(Json& document, const field::Table& table, std::string_view name);

/// What stands in an empty `field` for a person to fill in: all keys of an object with empty values, but no
/// elements of a list.
Json blank(const field::Field& field);

}  // namespace besshi::cycle
