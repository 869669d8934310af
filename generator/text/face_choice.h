#pragma once

#include "text/characters.h"

#include <vector>

namespace besshi::text {

/// A grapheme cluster with the face it will be set in.
struct Cluster {
    enum class Kind : std::uint8_t {
        drawn,
        line_feed,
        invisible,  ///< shows nothing: its bytes go to a neighbour's glyph
        missing,    ///< no face has it: a fault was recorded
    };

    std::uint32_t first = 0, count = 0;  ///< into Characters::list
    FaceId face{};
    Kind kind = Kind::drawn;
    bool selector_dropped = false;  ///< no face has the variation sequence: the base alone is drawn
};

struct FaceChoice {
    std::vector<Cluster> clusters;
    Diagnostics faults;    ///< `text.glyph.missing`, `text.character.private`
    Diagnostics findings;  ///< `text.variation.missing`, `text.name.mixed`
};

/// Gives each cluster the first face of its run's chain that has all of it. A word in letters and a
/// personal name get one face, the first that has all of them, if there is one.
void choose_faces(const FontSet& fonts, std::span<const StyledRun> runs, const Characters& characters,
                  FaceChoice& choice);

}  // namespace besshi::text
