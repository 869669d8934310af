#pragma once

#include "form/surroundings.h"

namespace besshi::form {

/// The styles that cells take which name none: `[style]` label, head, value.
namespace default_styles {
inline constexpr std::string_view label = "label";
inline constexpr std::string_view head = "head";
inline constexpr std::string_view value = "value";
}  // namespace default_styles

/// What is known of a cell before it is read.
struct CellHeader {
    std::string name;
    CellRole role = CellRole::value;
    std::string_view fallback_style;
    Place place;
};

/// A cell written as a string, an array of runs or an inline table.
CellTemplate read_cell(const Node& node, const CellHeader& header, const Surroundings& around);

/// A cell whose keys stand in a table that has keys of its own beside them (a column of a table). The
/// caller finishes the reader.
CellTemplate read_cell(TableReader& reader, const StylePatch& patch, const CellHeader& header,
                       const Surroundings& around);

/// `if = "param.x"` or `unless = "param.x"`.
std::optional<Condition> read_condition(TableReader& reader, const Scope& scope);

/// The last part of the path a cell prints: `goal` of `{{row.goal}}`, `item` of `{{row.item.word}}`; empty
/// if the cell prints no data.
std::string name_from_content(const Content& content);

}  // namespace besshi::form
