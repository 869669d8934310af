#include "pdf/font_objects.h"

#include "pdf/diagnostics.h"
#include "pdf/face_program.h"
#include "pdf/syntax.h"
#include "pdf/to_unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::pdf {

namespace {

std::optional<EmbeddedProgram> embed(const FontUse& use, Size size) {
    std::vector<text::GlyphId> glyphs;
    glyphs.reserve(use.glyphs().size());
    for (const UsedGlyph& glyph : use.glyphs()) glyphs.push_back(glyph.glyph);
    return use.program().embed(glyphs, size);
}

/// SHA-256 over the font file and the glyphs taken from it: stands for the bytes of the subset.
std::string subset_hash(const FontUse& use) {
    std::string key = use.info().sha256;
    key.reserve(key.size() + 2 * use.glyphs().size());
    for (const UsedGlyph& glyph : use.glyphs()) append_u16(key, glyph.glyph);
    return base::sha256_hex(key);
}

/// Six capital letters (ISO 32000-1 §9.6.4), other ones for other glyphs.
std::string subset_tag(std::string_view hash) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i)
        tag += static_cast<char>('A' + (digit(hash[2 * i]) * 16 + digit(hash[2 * i + 1])) % 26);
    return tag;
}

constexpr std::int32_t default_width = 1'000'000;  // DW 1000 (ISO 32000-1 §9.7.4.3), in millionths of an em

/// The W array: only what differs from DW, neighbours together, in thousandths of an em with decimals.
std::string widths(const FontUse& use) {
    std::vector<const UsedGlyph*> special;
    for (const UsedGlyph& glyph : use.glyphs()) {
        if (glyph.width != default_width) special.push_back(&glyph);
    }
    std::ranges::sort(special, {}, &UsedGlyph::code);
    std::string w = "[";
    for (std::size_t i = 0; i < special.size(); ++i) {
        const bool continues = i > 0 && special[i]->code == special[i - 1]->code + 1;
        if (!continues) {
            if (i > 0) w += ']';
            append_decimal(w, special[i]->code, 0);
            w += '[';
        } else {
            w += ' ';
        }
        append_decimal(w, special[i]->width, 3);
    }
    w += special.empty() ? "]" : "]]";
    return w;
}

int thousandths_of_em(int font_units, const text::FaceInfo& info) {
    return static_cast<int>(base::scale(Length{font_units}, 1000, info.units_per_em).units);
}

std::vector<Entry> descriptor(const text::FaceInfo& info, const std::string& name, ObjectId stream) {
    // ISO 32000-1 table 123: our fonts are not in the standard Latin set, hence symbolic.
    constexpr int serif_flag = 2, symbolic_flag = 4, italic_flag = 64;
    const int flags = symbolic_flag | (info.serif ? serif_flag : 0) | (info.italic_angle != 0 ? italic_flag : 0);
    // No table of a TrueType font tells the width of stems; this is what the weight makes of it.
    const int stem = info.weight == Weight::bold ? 166 : 88;
    const auto em = [&](int units) { return thousandths_of_em(units, info); };
    return {{"Type", "/FontDescriptor"},
            {"FontName", name},
            {"Flags", std::to_string(flags)},
            {"FontBBox",
             fmt::format("[{} {} {} {}]", em(info.bbox[0]), em(info.bbox[1]), em(info.bbox[2]), em(info.bbox[3]))},
            {"ItalicAngle", std::to_string(info.italic_angle)},
            {"Ascent", std::to_string(em(info.ascent))},
            {"Descent", std::to_string(em(info.descent))},
            {"CapHeight", std::to_string(em(info.cap_height))},
            {"StemV", std::to_string(stem)},
            {info.format == text::OutlineFormat::cff ? "FontFile3" : "FontFile2", reference(stream)}};
}

}  // namespace

Result<FontObjects> add_font(ObjectFile& file, const FontUse& use, Size size) {
    const text::FaceInfo& info = use.info();
    const std::optional<EmbeddedProgram> program = embed(use, size);
    if (!program) return fail(diagnose(kinds::font_unreadable, {}, {info.name}));

    const bool is_cff = info.format == text::OutlineFormat::cff;
    const std::string hash = subset_hash(use);
    const std::string name = fmt::format("/{}+{}", subset_tag(hash), info.postscript_name);
    const std::string cmap = deflated_to_unicode_cmap(use);

    const ObjectId stream = file.add_deflated(is_cff ? std::vector<Entry>{{"Subtype", "/CIDFontType0C"}}
                                                     : std::vector<Entry>{{"Length1", std::to_string(program->length)}},
                                              program->deflated);
    const ObjectId font_descriptor = file.add(descriptor(info, name, stream));
    std::vector<Entry> cid_font{{"Type", "/Font"},
                                {"Subtype", is_cff ? "/CIDFontType0" : "/CIDFontType2"},
                                {"BaseFont", name},
                                {"CIDSystemInfo", "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"},
                                {"FontDescriptor", reference(font_descriptor)},
                                {"DW", "1000"},
                                {"W", widths(use)}};
    if (!is_cff) cid_font.push_back({"CIDToGIDMap", "/Identity"});
    const ObjectId descendant = file.add(cid_font);
    const ObjectId to_unicode = file.add_deflated({}, cmap);
    const auto composite = [&](std::string_view encoding) {
        return file.add({{"Type", "/Font"},
                         {"Subtype", "/Type0"},
                         {"BaseFont", is_cff ? fmt::format("{}-{}", name, encoding) : name},
                         {"Encoding", fmt::format("/{}", encoding)},
                         {"DescendantFonts", fmt::format("[{}]", reference(descendant))},
                         {"ToUnicode", reference(to_unicode)}});
    };
    FontObjects objects{composite("Identity-H"), std::nullopt, hash + cmap};
    if (use.is_stacked()) objects.stacked = composite("Identity-V");
    return objects;
}

}  // namespace besshi::pdf
