#include "pdf/face_program.h"

#include "pdf/deflate.h"

namespace besshi::pdf {

namespace {

using Glyphs = std::span<const text::GlyphId>;

/// Cuts a subset, whatever the outlines are.
struct Cut {
    Glyphs glyphs;
    Size size;

    std::optional<EmbeddedProgram> operator()(std::monostate) const { return std::nullopt; }
    std::optional<EmbeddedProgram> operator()(const GlyfProgram& program) const {
        std::optional<GlyfSubset> subset = subset_glyf(program, glyphs);
        if (!subset) return std::nullopt;
        return EmbeddedProgram{std::move(subset->deflated), subset->length};
    }
    std::optional<EmbeddedProgram> operator()(const CffFace& face) const {
        const std::optional<std::string> cff = subset_cff(face, glyphs);
        if (!cff) return std::nullopt;
        return EmbeddedProgram{deflate(*cff, Material::outlines, size), cff->size()};
    }
};

}  // namespace

FaceProgram::FaceProgram(const text::FaceInfo& info, Bytes file) {
    switch (info.format) {
        case text::OutlineFormat::glyf:
            if (const auto face = GlyfFace::open(file, info.index_in_file)) outlines_.emplace<GlyfProgram>(*face);
            break;
        case text::OutlineFormat::cff:
            if (auto face = CffFace::open(file, info.index_in_file)) outlines_ = *std::move(face);
            break;
    }
}

std::optional<EmbeddedProgram> FaceProgram::embed(Glyphs glyphs, Size size) const {
    return std::visit(Cut{glyphs, size}, outlines_);
}

}  // namespace besshi::pdf
