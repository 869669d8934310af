#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

/// What an embedded font program tells about its glyphs.
namespace besshi::conformance {

struct FontProgram {
    std::vector<double> widths;  ///< by glyph, in thousandths of an em; below 0 = the glyph is broken
    bool is_cid_keyed = false;
    std::map<std::uint32_t, std::uint32_t> glyph_of_cid;  ///< of a CID-keyed program

    /// The glyph that a CID stands for when the dictionary has no other map; none if the program has no such glyph.
    std::optional<std::uint32_t> glyph_of(std::uint32_t cid) const;
};

/// TrueType outlines (`glyf`): the tables head, hhea, maxp, hmtx, loca, glyf. None if one is missing or too short.
std::optional<FontProgram> read_true_type(std::string_view file);

/// Compact Font Format 1 (Adobe TN 5176, charstrings of TN 5177). None if it is broken.
std::optional<FontProgram> read_cff(std::string_view file);

/// The table `tag` of an OpenType file; empty if there is none.
std::string_view find_table(std::string_view file, std::string_view tag);

}  // namespace besshi::conformance
