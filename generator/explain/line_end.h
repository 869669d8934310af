#pragma once

#include "draw/draw.h"

#include <span>

/// Why a line ends, as the overlay shows it.
namespace besshi::explain {

struct LineEnd {
    std::string_view sign;  ///< one kanji behind the line; none for a line that is simply full
    form::Color color;
    std::string_view sentence;  ///< of the legend
};

const LineEnd& end_of(const text::Line& line);

/// All, in the order of the legend.
std::span<const LineEnd> line_ends();

}  // namespace besshi::explain
