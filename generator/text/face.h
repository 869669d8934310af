#pragma once

#include "text/manifest.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

struct hb_font_t;

namespace besshi::text {

/// What shaping may do to a glyph.
enum class Reaction : std::uint8_t {
    none,    ///< no default lookup of GSUB or GPOS has it as input or context
    begins,  ///< it only begins ligatures: it stays as it is unless a glyph of reaction `any` follows
    any,
};

/// One opened face. Immutable, for all threads.
class Face {
public:
    /// Throws std::runtime_error if the file cannot be mapped or is no font.
    explicit Face(const FaceEntry& entry);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    const FaceInfo& info() const { return info_; }
    int units_per_em() const { return info_.units_per_em; }
    std::span<const std::byte> file_bytes() const;
    hb_font_t* font() const;

    /// Glyph of a code point, 0 if the face has none.
    GlyphId nominal_glyph(char32_t c) const {
        return c <= 0x10FFFF ? glyphs_[std::size_t{page_of_[c >> 8]} * 256 + (c & 0xFF)] : GlyphId{0};
    }

    /// Glyph of exactly this pair (cmap format 14), 0 if the face does not have the pair.
    GlyphId variation_glyph(char32_t base, char32_t selector) const;

    int advance(GlyphId glyph) const { return glyph < advances_.size() ? advances_[glyph] : 0; }

    Reaction reaction(GlyphId glyph) const { return glyph < reactions_.size() ? reactions_[glyph] : Reaction::any; }

private:
    void read_characters();
    void read_advances();
    void find_reactions();

    struct Handles;
    std::unique_ptr<Handles> handles_;
    FaceInfo info_;
    std::vector<std::uint16_t> page_of_;  ///< 256 code points each; page 0 is empty
    std::vector<GlyphId> glyphs_;
    std::vector<std::uint16_t> advances_;
    std::vector<Reaction> reactions_;  ///< of each glyph
};

/// The shared part of a FontSet: entries, and faces opened at first use.
struct FontSet::State {
    explicit State(Manifest read) : manifest(std::move(read)), open_faces(manifest.faces.size()) {}
    ~State();

    /// Lock-free once the face is open.
    const Face& face(FaceId id) const {
        const Face* const face = open_faces[id.index].load(std::memory_order_acquire);
        return face ? *face : open(id);
    }

    const Manifest manifest;

private:
    const Face& open(FaceId id) const;

    mutable std::vector<std::atomic<const Face*>> open_faces;
    mutable std::mutex opening;
};

}  // namespace besshi::text
