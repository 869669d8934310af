#include "text/face.h"
#include "text/scaler.h"

#include <algorithm>

namespace besshi::text {

namespace {

constexpr std::int64_t eighth = ParagraphWidth::em / 8;

/// Most glyphs are as wide as the one before.
class EmReader {
public:
    explicit EmReader(const FontSet& fonts) : fonts_(fonts) {}

    std::int64_t advance(const ShapedGlyph& glyph) {
        if (glyph.advance != units_ || glyph.face != face_) {
            face_ = glyph.face;
            units_ = glyph.advance;
            ems_ = units_ * ParagraphWidth::em / fonts_.state().face(face_).units_per_em();
        }
        return ems_;
    }

private:
    const FontSet& fonts_;
    FaceId face_;
    std::int64_t units_ = 0, ems_ = 0;
};

}  // namespace

std::vector<ParagraphWidth> paragraph_widths(const FontSet& fonts, const ShapedText& text) {
    std::vector<ParagraphWidth> widths(text.line_feeds.size() + 1);
    EmReader reader(fonts);
    std::size_t paragraph = 0;
    std::uint32_t paragraph_begin = 0;
    std::int64_t together = 0;
    for (std::uint32_t i = 0; i < text.glyphs.size(); ++i) {
        while (paragraph < text.line_feeds.size() && text.line_feeds[paragraph] <= i) {
            paragraph_begin = text.line_feeds[paragraph++];
        }
        ParagraphWidth& width = widths[paragraph];
        const ShapedGlyph& glyph = text.glyphs[i];
        if (i - paragraph_begin < text.item_leads[paragraph])
            width.lead +=
                reader.advance(glyph) - (blank_before(glyph.space_class) + blank_after(glyph.space_class)) * eighth;
        const std::int64_t advance = reader.advance(glyph);
        together = text.before[i] == BreakClass::none || glyph.space ? together + advance : advance;
        width.widest = std::max(width.widest, together);
        ++width.glyphs;
        if (glyph.space) continue;
        width.natural += advance;
        if (i == paragraph_begin || !glyph.spaced) continue;
        const Gap& gap = gap_before(text, i);
        width.natural += gap.natural * eighth;
        width.reducible += (gap.natural - gap.least) * eighth;
    }
    return widths;
}

}  // namespace besshi::text
