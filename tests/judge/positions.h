#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where the characters of a PDF stand, read from its bytes: content streams, /W, /ToUnicode and the outlines of the
/// embedded fonts. Nothing of besshi is used.
namespace besshi::tests {

/// A glyph on a page. Lengths in points, from the lower left corner of the page.
struct Shown {
    std::u32string text;  ///< by /ToUnicode or /ActualText; empty for all but the first glyph of a cluster
    double x = 0, y = 0;  ///< of the pen
    double width = 0;     ///< by /W
    double size = 0;

    struct Ink {
        double left = 0, right = 0;
    };
    std::optional<Ink> ink;  ///< of TrueType outlines
};

/// The glyphs of all pages, in the order of the content. Throws std::runtime_error if the file cannot be read, or holds
/// what besshi does not write (a text matrix, a turned page).
std::vector<Shown> read_positions(std::string_view pdf);

}  // namespace besshi::tests
