#pragma once

#include "base/base.h"

/// The numbers of the page that no form states. Chosen by looking at printed pages beside the originals.
namespace besshi::layout::metrics {

/// White between a cell's border and its text.
inline constexpr Length padding_x{Length::per_mm};
inline constexpr Length padding_y{Length::per_mm * 5 / 10};
/// A half-hour row of the weekly table is 2.79 mm: it holds a line of 6 pt and no white above and below it.
inline constexpr Length timetable_padding_x{Length::per_mm * 5 / 10};
inline constexpr Length half_hour_padding_y{0};

/// Distance of baselines in permille of the largest type size of the cell (行送り).
inline constexpr std::int64_t line_pitch_permille = 1250;

/// White between readings and the line above them, in permille of the largest type size of the cell.
inline constexpr std::int64_t above_reading_permille = 150;

/// Step of shrinking and of narrowing, and the floor of 長体, in permille.
inline constexpr int shrink_step = 25;
inline constexpr int narrow_step = 25;
inline constexpr int narrow_floor = 800;

/// An image fills its cell; where a form gives it less height than this, the row grows.
inline constexpr Length least_image_height{Length::per_mm * 10};

/// A row higher than a page is begun where at least so many lines of each of its cells fit.
inline constexpr std::int64_t least_lines_of_split_row = 2;

/// White between a running head or foot and the body, and between the pieces of a band.
inline constexpr Length band_distance{Length::per_mm};
inline constexpr Length band_piece_distance{Length::per_mm * 4};

}  // namespace besshi::layout::metrics
