#pragma once

#include "draw/draw.h"

/// The lines between the cells of a page.
namespace besshi::draw {

/// Each edge once, of two neighbours the stronger stroke; collinear neighbours of one stroke are one rule.
/// A grid that goes on to or comes from another page is closed there with the outer stroke of its box.
std::vector<Mark> grid_lines(const layout::PagedForm& paged, const layout::Page& page);

Length width_of(form::Stroke stroke);

}  // namespace besshi::draw
