#include "conformance/byte_reader.h"
#include "conformance/font_program.h"

#include <algorithm>

namespace besshi::conformance {

std::optional<std::uint32_t> FontProgram::glyph_of(std::uint32_t cid) const {
    std::uint32_t glyph = cid;
    if (is_cid_keyed) {
        const auto found = glyph_of_cid.find(cid);
        if (found == glyph_of_cid.end()) return std::nullopt;
        glyph = found->second;
    }
    return glyph < widths.size() && widths[glyph] >= 0 ? std::optional(glyph) : std::nullopt;
}

std::string_view find_table(std::string_view file, std::string_view tag) {
    ByteReader reader(file, 4);
    const int count = reader.u16();
    for (int i = 0; i < count; ++i) {
        const std::size_t entry = 12 + static_cast<std::size_t>(i) * 16;
        if (entry + 16 > file.size()) break;
        if (file.substr(entry, 4) != tag) continue;
        reader.move_to(entry + 8);
        const std::size_t offset = reader.u32(), length = reader.u32();
        return offset > file.size() || length > file.size() - offset ? std::string_view() : file.substr(offset, length);
    }
    return {};
}

std::optional<FontProgram> read_true_type(std::string_view file) {
    const std::string_view head = find_table(file, "head"), hhea = find_table(file, "hhea"),
                           maxp = find_table(file, "maxp"), hmtx = find_table(file, "hmtx"),
                           loca = find_table(file, "loca"), glyf = find_table(file, "glyf");
    if (head.size() < 54 || hhea.size() < 36 || maxp.size() < 6) return std::nullopt;
    const double units_per_em = ByteReader(head, 18).u16();
    const bool long_offsets = ByteReader(head, 50).u16() != 0;
    const std::size_t metrics = ByteReader(hhea, 34).u16(), glyphs = ByteReader(maxp, 4).u16();
    const std::size_t offset_size = long_offsets ? 4 : 2;
    const bool complete = units_per_em > 0 && metrics > 0 && metrics <= glyphs &&
                          hmtx.size() >= metrics * 4 + (glyphs - metrics) * 2 &&
                          loca.size() >= (glyphs + 1) * offset_size;
    if (!complete) return std::nullopt;
    const auto offset = [&](std::size_t glyph) -> std::size_t {
        ByteReader reader(loca, glyph * offset_size);
        return long_offsets ? reader.u32() : reader.u16() * std::size_t{2};
    };
    FontProgram program;
    for (std::size_t glyph = 0; glyph < glyphs; ++glyph) {
        const double advance = ByteReader(hmtx, std::min(glyph, metrics - 1) * 4).u16();
        const bool has_outline = offset(glyph) <= offset(glyph + 1) && offset(glyph + 1) <= glyf.size();
        program.widths.push_back(has_outline ? advance * 1000 / units_per_em : -1);
    }
    return program;
}

}  // namespace besshi::conformance
