#include "text/font_set.h"

#include "text/diagnostics.h"
#include "text/face.h"

#include <fstream>
#include <sstream>

namespace besshi::text {

namespace {

Diagnostic font_fault(const DiagnosticKind& kind, const FaceEntry& entry) {
    return diagnose(kind, {"", entry.file.string()}, {entry.file.filename().string(), entry.package});
}

}  // namespace

FontSet::FontSet(std::shared_ptr<const State> state) : state_(std::move(state)) {}

Result<FontSet> FontSet::load(std::string_view manifest_toml, std::string_view file) {
    Result<Manifest> manifest = read_manifest(manifest_toml, file);
    if (!manifest) return fail(std::move(manifest.error()));
    Diagnostics faults;
    for (const FaceEntry& entry : manifest->faces) {
        std::error_code error;
        const std::uintmax_t size = std::filesystem::file_size(entry.file, error);
        if (error) {
            faults.push_back(font_fault(kinds::font_missing, entry));
        } else if (size != entry.size) {
            faults.push_back(font_fault(kinds::font_changed, entry));
        }
    }
    if (!faults.empty()) return fail(std::move(faults));
    return FontSet(std::make_shared<const State>(*std::move(manifest)));
}

Diagnostics FontSet::verify() const {
    Diagnostics faults;
    for (const FaceEntry& entry : state_->manifest.faces) {
        std::ifstream file(entry.file, std::ios::binary);
        if (!file) {
            faults.push_back(font_fault(kinds::font_missing, entry));
            continue;
        }
        std::ostringstream bytes;
        bytes << file.rdbuf();
        if (base::sha256_hex(bytes.view()) != entry.sha256) faults.push_back(font_fault(kinds::font_changed, entry));
    }
    return faults;
}

std::size_t FontSet::face_count() const {
    return state_->manifest.faces.size();
}

const FaceInfo& FontSet::info(FaceId face) const {
    return state_->face(face).info();
}

std::span<const std::byte> FontSet::file_bytes(FaceId face) const {
    return state_->face(face).file_bytes();
}

int FontSet::advance(FaceId face, GlyphId glyph) const {
    return state_->face(face).advance(glyph);
}

std::optional<GlyphId> FontSet::find_glyph(FaceId face, char32_t code_point, char32_t selector) const {
    const Face& opened = state_->face(face);
    const GlyphId glyph =
        selector == 0 ? opened.nominal_glyph(code_point) : opened.variation_glyph(code_point, selector);
    return glyph == 0 ? std::nullopt : std::optional(glyph);
}

std::span<const FaceId> FontSet::chain(Family family, Weight weight) const {
    return state_->manifest.chains[static_cast<std::size_t>(family)][static_cast<std::size_t>(weight)];
}

}  // namespace besshi::text
