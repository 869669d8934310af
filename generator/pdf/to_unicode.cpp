#include "pdf/to_unicode.h"

#include "pdf/syntax.h"

#include <algorithm>

namespace besshi::pdf {

namespace {

constexpr std::string_view head =
    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
constexpr std::string_view tail = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";

/// A section holds at most 100 entries (Adobe Technical Note 5014 §1.4).
constexpr std::size_t section_limit = 100;

/// What a glyph stands for that only ever was part of a cluster: ZERO WIDTH SPACE. Its text stands in the
/// cluster's /ActualText; ISO 19005-2 §6.2.11.7.2 wants a mapping for every code all the same.
constexpr std::string_view nothing = "\u200B";

}  // namespace

std::string to_unicode_cmap(const FontUse& font) {
    std::vector<const UsedGlyph*> used;
    used.reserve(font.glyphs().size());
    for (const UsedGlyph& glyph : font.glyphs()) {
        if (glyph.glyph != 0) used.push_back(&glyph);
    }
    std::ranges::sort(used, {}, &UsedGlyph::code);

    std::string cmap(head);
    cmap.reserve(head.size() + tail.size() + 24 * used.size());
    for (std::size_t first = 0; first < used.size(); first += section_limit) {
        const std::size_t count = std::min(section_limit, used.size() - first);
        append_decimal(cmap, static_cast<std::int64_t>(count), 0);
        cmap += " beginbfchar\n";
        for (std::size_t i = first; i < first + count; ++i) {
            cmap += '<';
            append_hex(cmap, used[i]->code);
            cmap += "><";
            append_utf16_hex(cmap, used[i]->source.empty() ? nothing : used[i]->source);
            cmap += ">\n";
        }
        cmap += "endbfchar\n";
    }
    cmap += tail;
    return cmap;
}

}  // namespace besshi::pdf
