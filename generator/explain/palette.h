#pragma once

#include "draw/draw.h"

/// The colours and measures of the overlay; the legend shows the same.
namespace besshi::explain::palette {

inline constexpr form::Color cell{0x8A, 0xB4, 0xE0};
inline constexpr form::Color caption{0x2B, 0x5A, 0x94};
inline constexpr form::Color baseline{0xA8, 0xD5, 0xB0};
inline constexpr form::Color page_end{0x7B, 0x3F, 0xB5};
inline constexpr form::Color adapted{0xC6, 0x28, 0x28};

inline constexpr form::Color table_adds{0x1E, 0x88, 0xE5};
inline constexpr form::Color table_takes{0xF5, 0x7C, 0x00};
inline constexpr form::Color line_adds{0x2E, 0x9E, 0x4F};
inline constexpr form::Color line_takes{0xD8, 0x1B, 0x60};

inline constexpr form::Color full_line{0x9A, 0x9A, 0x9A};
inline constexpr form::Color moved_back{0x7B, 0x3F, 0xB5};
inline constexpr form::Color kinsoku{0xD3, 0x2F, 0x2F};
inline constexpr form::Color phrase{0x00, 0x89, 0x7B};
inline constexpr form::Color emergency{0xC6, 0x28, 0x28};

inline constexpr Length hair{Length::per_pt / 8};
inline constexpr Length thin{Length::per_pt / 4};

/// Small enough to stand above the first line of a cell in the white inside its border.
inline constexpr Length caption_size{Length::per_pt * 26 / 10};

}  // namespace besshi::explain::palette
