#include "pdf/glyf_subset.h"

#include <array>
#include <string_view>
#include <unordered_map>

namespace besshi::pdf {

namespace {

using text::GlyphId;

// Flags of a component (OpenType 1.9, "glyf", composite glyph description).
constexpr std::uint16_t words_flag = 0x0001, scale_flag = 0x0008, more_flag = 0x0020, two_scales_flag = 0x0040,
                        matrix_flag = 0x0080, instructions_flag = 0x0100;

/// Gives glyphs their new numbers; grows while composites are copied.
class Numbering {
public:
    explicit Numbering(std::span<const GlyphId> glyphs) : glyphs_(glyphs.begin(), glyphs.end()) {}

    std::uint16_t number_of_part(GlyphId glyph) {
        if (numbers_.empty()) {
            for (const GlyphId known : glyphs_) numbers_.emplace(known, static_cast<std::uint16_t>(numbers_.size()));
        }
        const auto [entry, is_new] = numbers_.try_emplace(glyph, static_cast<std::uint16_t>(glyphs_.size()));
        if (is_new) glyphs_.push_back(glyph);
        return entry->second;
    }

    std::size_t count() const { return glyphs_.size(); }
    GlyphId glyph(std::size_t number) const { return glyphs_[number]; }
    std::vector<GlyphId> take() { return std::move(glyphs_); }

private:
    std::vector<GlyphId> glyphs_;
    std::unordered_map<GlyphId, std::uint16_t> numbers_;  ///< filled when the first composite asks
};

/// Copies contours without their instructions. False if the description is cut off.
bool append_simple(std::string& out, Bytes outline) {
    const std::size_t contours = u16(outline, 0);
    const std::size_t length_at = GlyfFace::glyph_header_size + 2 * contours;
    if (length_at + 2 > outline.size()) return false;
    const std::size_t points_at = length_at + 2 + u16(outline, length_at);
    if (points_at > outline.size()) return false;
    append_bytes(out, outline.first(length_at));
    append_u16(out, 0);
    append_bytes(out, outline.subspan(points_at));
    return true;
}

/// Copies the references to other glyphs under their new numbers. False if the description is cut off.
bool append_composite(std::string& out, Bytes outline, Numbering& numbering) {
    append_bytes(out, outline.first(GlyfFace::glyph_header_size));
    std::size_t at = GlyfFace::glyph_header_size;
    std::uint16_t flags = more_flag;
    while ((flags & more_flag) != 0) {
        if (at + 4 > outline.size()) return false;
        flags = u16(outline, at);
        std::size_t size = 4 + ((flags & words_flag) != 0 ? 4u : 2u);
        if ((flags & scale_flag) != 0) size += 2;
        if ((flags & two_scales_flag) != 0) size += 4;
        if ((flags & matrix_flag) != 0) size += 8;
        if (at + size > outline.size()) return false;
        append_u16(out, static_cast<std::uint32_t>(flags & ~instructions_flag));
        append_u16(out, numbering.number_of_part(u16(outline, at + 2)));
        append_bytes(out, outline.subspan(at + 4, size - 4));
        at += size;
    }
    return true;
}

std::uint32_t checksum(std::string_view padded) {
    const Bytes bytes = std::as_bytes(std::span(padded));
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 4) sum += u32(bytes, i);
    return sum;
}

void pad(std::string& out, std::size_t multiple) {
    while (out.size() % multiple != 0) out += '\0';
}

struct Tables {
    std::string glyf, head, hhea, hmtx, loca, maxp;
};

/// head, hhea and maxp as they are, but for the counts and for what only instructions need.
void append_headers(Tables& tables, const GlyfFace& face, std::size_t glyph_count, bool long_loca) {
    append_bytes(tables.head, face.head.first(54));
    put_u32(tables.head, 8, 0);  // checkSumAdjustment, set when the file is whole
    constexpr std::uint16_t instruction_flags = 0x0014;
    put_u16(tables.head, 16, static_cast<std::uint16_t>(u16(face.head, 16) & ~instruction_flags));
    put_u16(tables.head, 50, long_loca ? 1 : 0);

    append_bytes(tables.hhea, face.hhea.first(36));
    put_u16(tables.hhea, 34, static_cast<std::uint32_t>(glyph_count));

    append_bytes(tables.maxp, face.maxp.first(32));
    put_u16(tables.maxp, 4, static_cast<std::uint32_t>(glyph_count));
    put_u16(tables.maxp, 14, 1);  // maxZones: no twilight zone
    for (std::size_t at = 16; at < 28; at += 2)
        put_u16(tables.maxp, at, 0);  // maxTwilightPoints … maxSizeOfInstructions
}

/// Offset table, directory sorted by tag, tables at multiples of four (OpenType 1.9).
std::string assemble(Tables& tables) {
    const std::pair<std::string_view, std::string*> parts[] = {{"glyf", &tables.glyf}, {"head", &tables.head},
                                                               {"hhea", &tables.hhea}, {"hmtx", &tables.hmtx},
                                                               {"loca", &tables.loca}, {"maxp", &tables.maxp}};
    constexpr std::size_t count = std::size(parts), directory_size = 12 + 16 * count;
    std::string file;
    file.reserve(directory_size + tables.glyf.size() + tables.hmtx.size() + tables.loca.size() + 256);
    append_u32(file, 0x00010000);
    append_u16(file, count);
    append_u16(file, 64);               // searchRange: 16 × the largest power of two in 6
    append_u16(file, 2);                // entrySelector
    append_u16(file, 16 * count - 64);  // rangeShift
    std::size_t offset = directory_size, head_offset = 0;
    std::uint32_t file_sum = 0;
    for (const auto& [tag, table] : parts) {
        const std::size_t length = table->size();
        pad(*table, 4);
        const std::uint32_t sum = checksum(*table);
        file_sum += sum;
        if (tag == "head") head_offset = offset;
        file += tag;
        append_u32(file, sum);
        append_u32(file, static_cast<std::uint32_t>(offset));
        append_u32(file, static_cast<std::uint32_t>(length));
        offset += table->size();
    }
    file_sum += checksum(file);
    for (const auto& [tag, table] : parts) file += *table;
    put_u32(file, head_offset + 8, 0xB1B0AFBAu - file_sum);
    return file;
}

}  // namespace

std::optional<GlyfSubset> subset_glyf(const GlyfFace& face, std::span<const GlyphId> glyphs) {
    Tables tables;
    constexpr std::size_t usual_outline = 384;  // bytes of a kanji of BIZ UDMincho without instructions: 320
    tables.glyf.reserve(usual_outline * glyphs.size());
    Numbering numbering(glyphs);
    std::vector<std::uint32_t> offsets;
    offsets.reserve(glyphs.size() + 1);
    for (std::size_t number = 0; number < numbering.count(); ++number) {
        const GlyphId glyph = numbering.glyph(number);
        const std::optional<Bytes> outline = face.find_outline(glyph);
        if (!outline) return std::nullopt;
        offsets.push_back(static_cast<std::uint32_t>(tables.glyf.size()));
        if (!outline->empty()) {
            const bool is_composite = (u16(*outline, 0) & 0x8000) != 0;
            const bool whole = is_composite ? append_composite(tables.glyf, *outline, numbering)
                                            : append_simple(tables.glyf, *outline);
            if (!whole) return std::nullopt;
        }
        pad(tables.glyf, 2);
        append_u16(tables.hmtx, face.advance(glyph));
        append_u16(tables.hmtx, face.left_side_bearing(glyph));
    }
    offsets.push_back(static_cast<std::uint32_t>(tables.glyf.size()));

    const bool long_loca = tables.glyf.size() > 2 * 0xFFFF;
    for (const std::uint32_t offset : offsets) {
        if (long_loca) {
            append_u32(tables.loca, offset);
        } else {
            append_u16(tables.loca, offset / 2);
        }
    }
    append_headers(tables, face, numbering.count(), long_loca);
    return GlyfSubset{assemble(tables), numbering.take()};
}

}  // namespace besshi::pdf
