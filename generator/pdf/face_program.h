#pragma once

#include "pdf/cff_subset.h"
#include "pdf/glyf_subset.h"
#include "pdf/pdf.h"

#include <optional>
#include <span>
#include <string>
#include <variant>

namespace besshi::pdf {

/// A font program as a FontFile stream holds it (ISO 32000-1 §9.9).
struct EmbeddedProgram {
    std::string deflated;    ///< zlib format
    std::size_t length = 0;  ///< bytes before deflating: Length1
};

/// A face opened for cutting subsets from it. It looks into the font file and never changes.
class FaceProgram {
public:
    /// A broken file opens too; `embed` has nothing to give then.
    FaceProgram(const text::FaceInfo& info, Bytes file);

    /// The subset with exactly these glyphs, `glyphs[0]` being .notdef and none standing twice: glyf outlines as a
    /// TrueType file whose glyphs have the numbers of their places here (FontFile2), CFF outlines as a CFF table
    /// whose glyphs keep their numbers as CIDs (FontFile3). Nothing if the face is broken or lacks one of them.
    std::optional<EmbeddedProgram> embed(std::span<const text::GlyphId> glyphs, Size size) const;

private:
    std::variant<std::monostate, GlyfProgram, CffFace> outlines_;
};

}  // namespace besshi::pdf
