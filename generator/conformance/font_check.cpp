#include "conformance/checks.h"
#include "conformance/content.h"
#include "conformance/font_program.h"
#include "conformance/unicode_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace besshi::conformance {

namespace {

constexpr std::string_view subtypes[] = {"Type0",    "Type1",        "MMType1",     "Type3",
                                         "TrueType", "CIDFontType0", "CIDFontType2"};

/// Widths of a CIDFont dictionary (ISO 32000-1 §9.7.4.3).
class CidWidths {
public:
    CidWidths(const PdfFile& file, const Object& font) : default_(file.find(font, "DW").as_number().value_or(1000)) {
        const Object::Array* w = file.find(font, "W").as_array();
        if (w == nullptr) return;
        const auto item = [&](std::size_t i) -> const Object& { return file.resolve((*w)[i]); };
        for (std::size_t i = 0; i + 1 < w->size() && handled_ < most_handled;) {
            const auto first = std::clamp<std::int64_t>(item(i).as_integer().value_or(0), 0, largest_cid + 1);
            if (const Object::Array* each = item(i + 1).as_array()) {
                for (std::size_t k = 0; k < each->size() && first + static_cast<std::int64_t>(k) <= largest_cid; ++k)
                    set(first + static_cast<std::int64_t>(k), file.resolve((*each)[k]));
                i += 2;
            } else if (i + 2 < w->size()) {
                const auto last = std::min(item(i + 1).as_integer().value_or(0), largest_cid);
                for (std::int64_t cid = first; cid <= last; ++cid) set(cid, item(i + 2));
                i += 3;
            } else {
                break;
            }
        }
    }
    double of(std::uint32_t cid) const {
        const auto found = widths_.find(cid);
        return found == widths_.end() ? default_ : found->second;
    }

private:
    static constexpr std::int64_t largest_cid = 65'535;
    static constexpr std::size_t most_handled = 1'000'000;  // ranges may repeat each other

    void set(std::int64_t cid, const Object& width) {
        widths_[static_cast<std::uint32_t>(cid)] = width.as_number().value_or(0);
        ++handled_;
    }

    double default_;
    std::map<std::uint32_t, double> widths_;
    std::size_t handled_ = 0;
};

class FontCheck {
public:
    FontCheck(const PdfFile& file, Findings& findings) : file_(file), findings_(findings) {}

    /// What every font dictionary must hold, used or not.
    void check_dictionary(const Object& font, const std::string& place) {
        if (!checked_.insert(&font).second) return;
        findings_.see(Subject::font);
        if (!file_.find(font, "Type").is_name("Font")) findings_.add("6.2.11.2-1"_rule, place);
        const auto subtype = file_.find(font, "Subtype").as_name().value_or("");
        if (std::ranges::find(subtypes, subtype) == std::end(subtypes)) findings_.add("6.2.11.2-2"_rule, place);
        const auto name = file_.find(font, "BaseFont").as_name();
        if (!name && subtype != "Type3") findings_.add("6.2.11.2-3"_rule, place);
        if (name && base::find_ill_formed_utf8(*name) != std::string_view::npos) findings_.add("6.1.8-1"_rule, place);
        const bool is_composite = subtype == "Type0" || subtype.starts_with("CIDFont");
        if (!is_composite) findings_.see(Subject::simple_font);
        if (!file_.find(file_.find(font, "FontDescriptor"), "CharSet").is_null()) findings_.see(Subject::char_set);
        if (subtype == "CIDFontType2") check_cid_to_gid(font, place);
    }

    /// What the codes that text shows ask of their font.
    void check_use(const Object& font, const FontUse& use) {
        place_ = place_of(file_, font, "書体");
        check_dictionary(font, place_);
        if (!file_.find(font, "Subtype").is_name("Type0")) return check_simple(font, use);
        const Object::Array* descendants = file_.find(font, "DescendantFonts").as_array();
        if (descendants == nullptr || descendants->empty()) return findings_.add("6.2.11.2-2"_rule, place_);
        const Object& cid_font = file_.resolve(descendants->front());
        check_dictionary(cid_font, place_of(file_, cid_font, place_));
        check_unicode(font, use);
        const Object& encoding = file_.find(font, "Encoding");
        if (!encoding.is_name("Identity-H") && !encoding.is_name("Identity-V"))
            return findings_.see(Subject::other_cmap);
        const auto program = read_program(cid_font, !use.drawn.empty());
        if (program) check_glyphs(cid_font, *program, use);
    }

private:
    void check_cid_to_gid(const Object& font, const std::string& place) {
        findings_.see(Subject::cid_font);
        const Object& map = file_.find(font, "CIDToGIDMap");
        if (map.is_null()) {
            findings_.add("31-005"_rule, place);
            findings_.add("6.2.11.3.2-1"_rule, place);
        } else if (!map.is_name("Identity") && !map.is_stream()) {
            findings_.add("31-004"_rule, place);
            findings_.add("6.2.11.3.2-1"_rule, place);
        }
    }

    void check_simple(const Object& font, const FontUse& use) {
        if (!file_.find(font, "Subtype").is_name("Type3")) {
            const Object& descriptor = file_.find(font, "FontDescriptor");
            const bool embedded = file_.find(descriptor, "FontFile").is_stream() ||
                                  file_.find(descriptor, "FontFile2").is_stream() ||
                                  file_.find(descriptor, "FontFile3").is_stream();
            if (!embedded && !use.drawn.empty()) report_not_embedded();
        }
        // The predefined encodings give simple fonts their Unicode values too (ISO 19005-2 §6.2.11.7.2).
        if (!file_.find(font, "ToUnicode").is_null()) check_unicode(font, use);
    }

    void report_not_embedded() {
        findings_.add("6.2.11.4.1-1"_rule, place_);
        findings_.add("31-009"_rule, place_);
    }

    void check_unicode(const Object& font, const FontUse& use) {
        const auto cmap = file_.data(file_.find(font, "ToUnicode"));
        if (!cmap) findings_.add("31-027"_rule, place_);
        const std::map<std::uint32_t, std::u16string> map =
            cmap ? read_unicode_map(*cmap) : std::map<std::uint32_t, std::u16string>();
        for (const auto& [code, text] : map) check_value(code, text);
        for (const std::set<std::uint32_t>* codes : {&use.drawn, &use.invisible})
            for (const std::uint32_t code : *codes) {
                const auto found = map.find(code);
                if (found != map.end() && !found->second.empty()) continue;
                findings_.add("6.2.11.7.2-1"_rule, place_, fmt::format("コード {:04X}", code));
                findings_.add("10-001"_rule, place_, fmt::format("コード {:04X}", code));
            }
    }

    void check_value(std::uint32_t code, const std::u16string& text) {
        const std::string detail = fmt::format("コード {:04X}", code);
        const bool has_zero = text.find(u'\0') != std::u16string::npos;
        const bool has_mark = text.find_first_of(u"\uFEFF\uFFFE") != std::u16string::npos;
        if (has_zero || has_mark) findings_.add("6.2.11.7.2-2"_rule, place_, detail);
        if (has_zero) findings_.add("31-028"_rule, place_, detail);
        if (has_mark) findings_.add("31-029"_rule, place_, detail);
        if (!is_well_formed(text)) findings_.add("9.10.3-1"_rule, place_, detail);
    }

    std::optional<FontProgram> read_program(const Object& cid_font, bool is_drawn) {
        const Object& descriptor = file_.find(cid_font, "FontDescriptor");
        const Object& true_type = file_.find(descriptor, "FontFile2");
        const Object& other = file_.find(descriptor, "FontFile3");
        const bool is_type_2 = file_.find(cid_font, "Subtype").is_name("CIDFontType2");
        std::optional<FontProgram> program;
        if (true_type.is_stream()) {
            if (!is_type_2) findings_.add("6.2.11.2-7"_rule, place_);
            program = read_true_type(file_.data(true_type).value_or(""));
        } else if (other.is_stream()) {
            program = read_other_program(other, is_type_2);
        } else {
            if (is_drawn) report_not_embedded();
            return std::nullopt;
        }
        if (!program) {
            findings_.add("6.2.11.4.1-2"_rule, place_);
            findings_.add("31-011"_rule, place_);
        }
        return program;
    }

    /// FontFile3 (ISO 32000-1 table 126): bare CFF, or OpenType around CFF or glyf outlines.
    std::optional<FontProgram> read_other_program(const Object& stream, bool is_type_2) {
        const auto subtype = file_.find(stream, "Subtype").as_name().value_or("");
        const std::string data = file_.data(stream).value_or("");
        const bool fits = subtype == "OpenType" || (subtype == "CIDFontType0C" && !is_type_2);
        if (!fits) findings_.add("6.2.11.2-7"_rule, place_, std::string(subtype));
        if (subtype != "OpenType") return read_cff(data);
        const std::string_view cff = find_table(data, "CFF ");
        return cff.empty() ? read_true_type(data) : read_cff(cff);
    }

    void check_glyphs(const Object& cid_font, const FontProgram& program, const FontUse& use) {
        const CidWidths widths(file_, cid_font);
        const auto map = file_.data(file_.find(cid_font, "CIDToGIDMap"));
        const auto glyph_of = [&](std::uint32_t cid) -> std::optional<std::uint32_t> {
            if (!map) return program.glyph_of(cid);
            const std::size_t at = std::size_t{cid} * 2;
            if (at + 1 >= map->size()) return std::nullopt;
            return program.glyph_of(static_cast<std::uint32_t>(static_cast<unsigned char>((*map)[at]) << 8 |
                                                               static_cast<unsigned char>((*map)[at + 1])));
        };
        for (const std::uint32_t cid : use.drawn) {
            const std::string detail = fmt::format("CID {}", cid);
            const auto glyph = glyph_of(cid);
            if (!glyph) {
                findings_.add("6.2.11.4.1-2"_rule, place_, detail);
                findings_.add("31-011"_rule, place_, detail);
                continue;
            }
            check_notdef(*glyph, detail);
            if (std::abs(widths.of(cid) - program.widths[*glyph]) <= 1) continue;
            const std::string both =
                fmt::format("{} 辞書 {:.1f} 書体 {:.1f}", detail, widths.of(cid), program.widths[*glyph]);
            findings_.add("6.2.11.5-1"_rule, place_, both);
            findings_.add("31-016"_rule, place_, both);
        }
        for (const std::uint32_t cid : use.invisible)
            if (const auto glyph = glyph_of(cid)) check_notdef(*glyph, fmt::format("CID {}", cid));
        check_cid_set(cid_font, program);
    }

    void check_notdef(std::uint32_t glyph, const std::string& detail) {
        if (glyph != 0) return;
        findings_.add("6.2.11.8-1"_rule, place_, detail);
        findings_.add("31-030"_rule, place_, detail);
    }

    /// One bit for each CID, from the highest bit of the first byte on (ISO 32000-1 table 124).
    void check_cid_set(const Object& cid_font, const FontProgram& program) {
        const Object& stream = file_.find(file_.find(cid_font, "FontDescriptor"), "CIDSet");
        if (stream.is_null()) return;
        findings_.see(Subject::cid_set);
        const std::string set = file_.data(stream).value_or("");
        const auto is_set = [&](std::size_t cid) {
            return cid / 8 < set.size() && (static_cast<unsigned char>(set[cid / 8]) >> (7 - cid % 8) & 1) != 0;
        };
        bool misses = false, invents = false;
        const std::size_t end = std::max<std::size_t>(set.size() * 8, program.widths.size());
        for (std::size_t cid = 0; cid < std::min<std::size_t>(end, 65536); ++cid) {
            const bool present = program.glyph_of(static_cast<std::uint32_t>(cid)).has_value();
            misses = misses || (present && !is_set(cid));
            invents = invents || (!present && is_set(cid));
        }
        if (misses) findings_.add("31-014"_rule, place_);
        if (invents) findings_.add("31-015"_rule, place_);
        if (misses || invents) findings_.add("6.2.11.4.2-2"_rule, place_);
    }

    const PdfFile& file_;
    Findings& findings_;
    std::string place_;
    std::set<const Object*> checked_;
};

}  // namespace

void check_fonts(const PdfFile& file, const Content& content, Findings& findings) {
    FontCheck check(file, findings);
    for (const auto& [font, use] : content.fonts) check.check_use(*font, use);
    const auto is_font = [&](const Object& object) { return file.find(object, "Type").is_name("Font"); };
    for (const auto& [id, object] : file.objects())
        if (is_font(object)) check.check_dictionary(object, place_of(id));
}

}  // namespace besshi::conformance
