#include "pdf/to_unicode.h"

#include "pdf/spliced_stream.h"
#include "pdf/syntax.h"

#include <algorithm>
#include <span>
#include <vector>

namespace besshi::pdf {

namespace {

constexpr std::string_view cmap_head =
    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
constexpr std::string_view cmap_tail = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";

/// A section holds at most 100 entries (Adobe Technical Note 5014 §1.4).
constexpr std::size_t section_limit = 100;

/// What a glyph stands for that only ever was part of a cluster: ZERO WIDTH SPACE. Its text stands in the
/// cluster's /ActualText; ISO 19005-2 §6.2.11.7.2 wants a mapping for every code all the same.
constexpr std::string_view nothing = "\u200B";

using Used = std::span<const UsedGlyph* const>;

std::vector<const UsedGlyph*> sorted_by_code(const FontUse& font) {
    std::vector<const UsedGlyph*> used;
    used.reserve(font.glyphs().size());
    for (const UsedGlyph& glyph : font.glyphs()) {
        if (glyph.glyph != 0) used.push_back(&glyph);
    }
    if (!std::ranges::is_sorted(used, {}, &UsedGlyph::code)) std::ranges::sort(used, {}, &UsedGlyph::code);
    return used;
}

/// Cuts codes into ranges that follow one another and differ in their last byte alone, as a bfrange must.
std::vector<Used> ranges_of(Used used) {
    std::vector<Used> ranges;
    for (std::size_t begin = 0, end = 1; end <= used.size(); ++end) {
        if (end < used.size() && used[end]->code == used[end - 1]->code + 1 && used[end]->code % 256 != 0) continue;
        ranges.push_back(used.subspan(begin, end - begin));
        begin = end;
    }
    return ranges;
}

void append_code(std::string& cmap, std::uint16_t code) {
    cmap += '<';
    append_hex(cmap, code);
    cmap += '>';
}

/// The range's text one by one: texts of neighbouring codes are neighbours by chance only.
void append_range(std::string& cmap, Used range) {
    append_code(cmap, range.front()->code);
    append_code(cmap, range.back()->code);
    cmap += '[';
    for (const UsedGlyph* glyph : range) {
        cmap += '<';
        append_utf16_hex(cmap, glyph->source.empty() ? nothing : glyph->source);
        cmap += '>';
    }
    cmap += "]\n";
}

/// What lies between head and tail.
std::string entries(const FontUse& font) {
    const std::vector<const UsedGlyph*> used = sorted_by_code(font);
    const std::vector<Used> ranges = ranges_of(used);
    std::string cmap;
    cmap.reserve(8 * used.size() + 20 * ranges.size() + 40);
    for (std::size_t first = 0; first < ranges.size(); first += section_limit) {
        const std::size_t count = std::min(section_limit, ranges.size() - first);
        append_decimal(cmap, static_cast<std::int64_t>(count), 0);
        cmap += " beginbfrange\n";
        for (const Used range : std::span(ranges).subspan(first, count)) append_range(cmap, range);
        cmap += "endbfrange\n";
    }
    return cmap;
}

Bytes bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

/// Fits the text of Japanese characters: kana, and kanji from all of their block.
DeflateCode code_for_cmaps() {
    std::string sample(cmap_head);
    for (std::uint32_t kana = 0x3041; kana < 0x3100; kana += 2) append_code(sample, static_cast<std::uint16_t>(kana));
    for (std::uint32_t kanji = 0x4E00; kanji < 0xA000; kanji += 61)
        append_code(sample, static_cast<std::uint16_t>(kanji));
    sample += cmap_tail;
    return DeflateCode::fitted_to_literals(bytes_of(sample));
}

/// What no two maps differ in.
struct CodedFrame {
    DeflateCode code = code_for_cmaps();
    CodedPiece head = code.encode(bytes_of(cmap_head)), tail = code.encode(bytes_of(cmap_tail));
    PieceSums head_sums = PieceSums::of(bytes_of(cmap_head)), tail_sums = PieceSums::of(bytes_of(cmap_tail));
};

}  // namespace

std::string to_unicode_cmap(const FontUse& font) {
    std::string cmap(cmap_head);
    cmap += entries(font);
    cmap += cmap_tail;
    return cmap;
}

std::string deflated_to_unicode_cmap(const FontUse& font) {
    static const CodedFrame frame;
    const std::string text = entries(font);
    SplicedStream stream(frame.code, text.size(), frame.head.length + frame.tail.length);
    stream.append(frame.head.bits(), frame.head_sums);
    stream.append(bytes_of(text));
    stream.append(frame.tail.bits(), frame.tail_sums);
    return stream.take();
}

}  // namespace besshi::pdf
