#pragma once

#include "fill/filled_form.h"
#include "fill/scope.h"

namespace besshi::fill {

/// A part of a cell's text and where it comes from; the literal text of a template is of source `label`.
struct Piece {
    std::string text;
    TextSource source = TextSource::label;
    std::string pointer;  ///< into the data; empty if it is none
    bool personal_name = false;
    std::vector<Ruby> rubies;  ///< readings over the text
};

/// The form's own words, with the readings written in them.
Piece label_piece(std::string_view text);

/// What stands at the name of a tag without its derived part.
struct Found {
    const plan::Value* value = nullptr;  ///< null: absent
    int number = 0;                      ///< of an element, counted from 1; 0 = it is none
};

/// What a variable tag prints. A date that is missing prints 「　　年　　月　　日」 for the pen, everything else
/// nothing.
Piece tag_piece(const form::Tag& tag, const Found& found, const Scope& scope);

/// `{{ordinal}}` or `{{circled}}`: it prints the number of an element and none of its data.
bool is_element_number(const form::Tag& tag);

/// The name of a tag without its derived part: `support_plan.created_on.wareki` → `support_plan.created_on`.
std::string_view value_name(const form::Tag& tag);

/// The pieces of a template in order, sections expanded; neighbouring literal pieces are one, empty pieces
/// are none.
std::vector<Piece> render_pieces(const form::RunTemplate& source, const Scope& scope);

}  // namespace besshi::fill
