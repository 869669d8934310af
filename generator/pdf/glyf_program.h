#pragma once

#include "pdf/deflate_code.h"
#include "pdf/glyf_face.h"
#include "pdf/piece_sums.h"

#include <atomic>
#include <memory>
#include <memory_resource>
#include <mutex>

namespace besshi::pdf {

/// A glyph of a face as a subset takes it.
struct CodedGlyph {
    enum class Kind : std::uint8_t {
        complete,   ///< `sums` and `code` are of its description, which may be empty
        composite,  ///< its description names other glyphs: each subset codes it with numbers of its own
        broken,     ///< it has no description that can be read
    };
    Kind kind = Kind::broken;
    std::uint16_t advance = 0, left_side_bearing = 0;
    PieceSums sums;
    BitString code;  ///< in the code of the face's program
};

/// A face with glyf outlines whose glyphs are deflated once for all documents: each when it is first asked for, in a
/// code fitted to glyphs from all over the face. Its bytes depend on the font file alone, never on earlier documents.
class GlyfProgram {
public:
    explicit GlyfProgram(const GlyfFace& face);

    const GlyfFace& face() const { return face_; }
    const DeflateCode& code() const { return code_; }

    /// Any glyph number: one that the face does not have is broken. From any thread, without a lock once some
    /// document has asked for it. Stays where it is.
    const CodedGlyph& glyph(text::GlyphId glyph) const {
        if (glyph >= face_.glyph_count) return missing_;
        const CodedGlyph* const known = glyphs_[glyph].load(std::memory_order_acquire);
        return known != nullptr ? *known : add(glyph);
    }

private:
    const CodedGlyph& add(text::GlyphId glyph) const;

    GlyfFace face_;
    DeflateCode code_;
    CodedGlyph missing_;
    std::unique_ptr<std::atomic<const CodedGlyph*>[]> glyphs_;
    mutable std::mutex adding_;
    mutable std::pmr::monotonic_buffer_resource memory_;  ///< holds the glyphs and their code: 200 bytes each
};

}  // namespace besshi::pdf
