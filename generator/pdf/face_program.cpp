#include "pdf/face_program.h"

#include "pdf/deflate.h"
#include "pdf/glyf_subset.h"

namespace besshi::pdf {

namespace {

using Glyphs = std::span<const text::GlyphId>;

/// Cuts a subset, whatever the outlines are.
struct Cut {
    Glyphs glyphs;

    std::optional<std::string> operator()(std::monostate) const { return std::nullopt; }
    std::optional<std::string> operator()(const GlyfFace& face) const {
        std::optional<GlyfSubset> subset = subset_glyf(face, glyphs);
        if (!subset) return std::nullopt;
        return std::move(subset->file);
    }
    std::optional<std::string> operator()(const CffFace& face) const { return subset_cff(face, glyphs); }
};

}  // namespace

FaceProgram::FaceProgram(const text::FaceInfo& info, Bytes file) {
    switch (info.format) {
        case text::OutlineFormat::glyf:
            if (const auto face = GlyfFace::open(file, info.index_in_file)) outlines_ = *face;
            break;
        case text::OutlineFormat::cff:
            if (auto face = CffFace::open(file, info.index_in_file)) outlines_ = *std::move(face);
            break;
    }
}

std::optional<EmbeddedProgram> FaceProgram::embed(Glyphs glyphs, Size size) const {
    const std::optional<std::string> program = std::visit(Cut{glyphs}, outlines_);
    if (!program) return std::nullopt;
    return EmbeddedProgram{deflate(*program, Material::outlines, size), program->size()};
}

}  // namespace besshi::pdf
