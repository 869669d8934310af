#pragma once

#include <cstdint>

struct hb_face_t;
struct hb_set_t;

namespace besshi::text {

/// Adds to `glyphs` every component but the first of the ligatures of a GSUB lookup. False, and nothing added, if it
/// has anything but ligatures, or passes over glyphs between their components.
bool collect_later_components(hb_face_t* face, std::uint32_t lookup, hb_set_t* glyphs);

}  // namespace besshi::text
