#pragma once

#include "draw/draw.h"

/// Shows on the printed page why it looks as it does, for the person who edits forms.
namespace besshi::explain {

/// `list`, which was placed from `paged`, with marks over it, and a last page that says how to read them. Shown are:
/// cells with the white inside their borders, their names, lines of the form file and pointers; baselines; the spaces
/// between characters; why each line ends; what was done to make a text fit; why each page ends. All of it is artifact:
/// the document underneath and its logical tree stay as they are. Error: a character of a cell's name that no face has.
Result<draw::DrawList> overlay(const layout::PagedForm& paged, draw::DrawList list, const text::FontSet& fonts);

}  // namespace besshi::explain
