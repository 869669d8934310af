#pragma once

#include "pdf/font_programs.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besshi::pdf {

/// A glyph as a document uses it.
struct UsedGlyph {
    text::GlyphId glyph = 0;
    std::uint16_t code = 0;  ///< in content streams: the CID
    std::int32_t width = 0;  ///< advance in millionths of an em
    std::string source;      ///< the text it stands for in ToUnicode; empty until some text claims it
};

/// The glyphs a document uses of one face, in the order of their first use.
class FontUse {
public:
    FontUse(const FontPrograms& programs, text::FaceId face);

    /// The glyph's entry, made at its first use. The first `source` that is not empty becomes what the
    /// glyph stands for. Another makes a second entry, with a code and an outline of its own; in CFF, where codes are
    /// the font's, the first is returned, and the content has to say what it means (/ActualText).
    const UsedGlyph& use(text::GlyphId glyph, std::string_view source);

    /// From now on it is also needed in writing mode 1 (ISO 32000-1 §9.7.4.3), for stacked glyphs.
    void need_stacked() { is_stacked_ = true; }
    bool is_stacked() const { return is_stacked_; }

    text::FaceId face() const { return face_; }
    const text::FaceInfo& info() const { return info_; }
    const FaceProgram& program() const { return programs_[face_]; }
    const std::vector<UsedGlyph>& glyphs() const { return glyphs_; }

private:
    void add(text::GlyphId glyph, std::string_view source);
    bool gives_codes() const { return info_.format != text::OutlineFormat::cff; }
    const UsedGlyph& use_again(text::GlyphId glyph, std::string_view source);

    const FontPrograms& programs_;
    text::FaceId face_;
    const text::FaceInfo& info_;
    std::vector<UsedGlyph> glyphs_;        ///< [0] is .notdef, which no text uses
    std::vector<std::uint16_t> index_of_;  ///< by glyph: index into glyphs_, 0 = not yet used
    std::vector<std::uint16_t> again_;     ///< indices of entries for another source
    bool is_stacked_ = false;
};

/// The faces a document uses, in the order of their first use; the n-th is the font resource `/F`n, stacked `/V`n.
class FontUses {
public:
    explicit FontUses(const FontPrograms& programs) : programs_(programs) {}

    /// Index of the face's entry, made at its first use.
    std::size_t index_of(text::FaceId face);

    FontUse& operator[](std::size_t index) { return uses_[index]; }
    const std::vector<FontUse>& all() const { return uses_; }

private:
    const FontPrograms& programs_;
    std::vector<FontUse> uses_;
};

}  // namespace besshi::pdf
