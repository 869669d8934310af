#include "pdf/glyf_face.h"

#include "pdf/glyf_description.h"
#include "pdf/sfnt.h"

#include <algorithm>
#include <utility>

namespace besshi::pdf {

std::optional<GlyfFace> GlyfFace::open(Bytes file, int index_in_file) {
    const std::optional<Sfnt> sfnt = Sfnt::open(file, index_in_file);
    if (!sfnt) return std::nullopt;
    GlyfFace face;
    const std::pair<std::string_view, Bytes*> wanted[] = {{"glyf", &face.glyf}, {"head", &face.head},
                                                          {"hhea", &face.hhea}, {"hmtx", &face.hmtx},
                                                          {"loca", &face.loca}, {"maxp", &face.maxp}};
    for (const auto& [tag, table] : wanted) {
        const std::optional<Bytes> found = sfnt->find_table(tag);
        if (!found) return std::nullopt;
        *table = *found;
    }
    if (face.head.size() < 54 || face.hhea.size() < 36 || face.maxp.size() < 32) return std::nullopt;
    face.glyph_count = u16(face.maxp, 4);
    face.full_metrics = u16(face.hhea, 34);
    face.long_loca = u16(face.head, 50) != 0;
    const std::size_t loca_size = (face.glyph_count + 1) * (face.long_loca ? 4u : 2u);
    if (face.full_metrics == 0 || face.full_metrics > face.glyph_count) return std::nullopt;
    const std::size_t hmtx_size = 2 * (face.glyph_count + face.full_metrics);
    if (face.loca.size() < loca_size || face.hmtx.size() < hmtx_size) return std::nullopt;
    return face;
}

std::optional<Bytes> GlyfFace::find_outline(text::GlyphId glyph) const {
    if (glyph >= glyph_count) return std::nullopt;
    const std::size_t begin = long_loca ? u32(loca, 4u * glyph) : 2u * u16(loca, 2u * glyph);
    const std::size_t end = long_loca ? u32(loca, 4u * glyph + 4) : 2u * u16(loca, 2u * glyph + 2);
    if (begin > end || end > glyf.size()) return std::nullopt;
    if (begin != end && end - begin < glyph_header_size + 2) return std::nullopt;
    return glyf.subspan(begin, end - begin);
}

std::uint16_t GlyfFace::advance(text::GlyphId glyph) const {
    return u16(hmtx, 4 * std::min<std::size_t>(glyph, full_metrics - 1));
}

std::uint16_t GlyfFace::left_side_bearing(text::GlyphId glyph) const {
    return glyph < full_metrics ? u16(hmtx, 4u * glyph + 2) : u16(hmtx, 2 * (full_metrics + glyph));
}

}  // namespace besshi::pdf
