#pragma once

#include "base/base.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besshi::text {

struct FaceId {
    std::uint8_t index = 0;
    auto operator<=>(const FaceId&) const = default;
};

using GlyphId = std::uint16_t;

enum class OutlineFormat { glyf, cff };

/// What a PDF or Excel writer needs of a face. All measures in font units (1/units_per_em).
struct FaceInfo {
    std::string id;               ///< in the manifest: `bizud-gothic`
    std::string name;             ///< as Excel knows it: `BIZ UDGothic`
    std::string postscript_name;  ///< `BIZUDGothic`
    std::string package, version, licence;
    std::string sha256;  ///< of the file
    std::filesystem::path file;
    int index_in_file = 0;
    OutlineFormat format = OutlineFormat::glyf;
    int units_per_em = 1000;
    int ascent = 0, descent = 0;  ///< hhea; descent negative
    int cap_height = 0;
    int italic_angle = 0;
    int bbox[4] = {0, 0, 0, 0};
    Family family = Family::gothic;
    Weight weight = Weight::regular;
    bool serif = false;
};

/// The faces of `fonts/manifest.toml`, opened once, shared by all threads, never changed. Copying shares.
class FontSet {
public:
    /// Faces are opened when a character first needs them. A file that is missing or has another size is a
    /// fault now (`text.font.*`, Failure::environment); `file` names the manifest in messages.
    static Result<FontSet> load(std::string_view manifest_toml, std::string_view file);

    /// Reads every font file and compares its SHA-256 with the manifest (0.2 s or more, for `doctor`):
    /// `text.font.changed` for each that differs, `text.font.missing` for each that is gone.
    Diagnostics verify() const;

    std::size_t face_count() const;

    /// Opens the face if nothing did before. Throws std::runtime_error if the file has vanished since `load`.
    const FaceInfo& info(FaceId face) const;

    /// The whole font file as mapped into memory (for a TTC: all of it, see `index_in_file`).
    std::span<const std::byte> file_bytes(FaceId face) const;

    /// Horizontal advance in font units.
    int advance(FaceId face, GlyphId glyph) const;

    /// Glyph of a code point, or of a base with its variation selector if the cmap has that very pair
    /// (format 14). Nothing if the face does not have it; 0 is never returned.
    std::optional<GlyphId> find_glyph(FaceId face, char32_t code_point, char32_t selector = 0) const;

    /// Fallback order for a family and weight.
    std::span<const FaceId> chain(Family family, Weight weight) const;

    struct State;
    const State& state() const { return *state_; }
    explicit FontSet(std::shared_ptr<const State> state);

private:
    std::shared_ptr<const State> state_;
};

}  // namespace besshi::text
