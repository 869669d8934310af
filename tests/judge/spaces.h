#pragma once

#include "judge/positions.h"

/// What JLREQ allows between two characters of a line: the judge's own lists, written from the tables.
namespace besshi::tests {

/// Blank that is part of a full-width bracket, comma, full stop (half an em) or middle dot (a quarter on both sides).
double blank_before(const Shown& glyph);
double blank_after(const Shown& glyph);

/// In em, between the bodies without their blanks.
struct SpaceBounds {
    double natural = 0, least = 0, most = 0;
};

/// JLREQ Table 1 (natural), Table 4 (least) and Table 6 as besshi bounds it (most: no space grows by more than 1/8 em).
/// Nothing where one of the two is no Japanese or Western character.
std::optional<SpaceBounds> find_space_bounds(const Shown& before, const Shown& after);

bool is_white(char32_t c);

}  // namespace besshi::tests
