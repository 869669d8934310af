#include "plan/clean_text.h"

#include <algorithm>
#include <optional>

namespace besshi::plan {

namespace {

constexpr char32_t voicing_mark = 0x3099, semi_voicing_mark = 0x309A;
constexpr char32_t katakana_from_hiragana = 0x60;

constexpr bool is_noncharacter(char32_t c) {
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

constexpr bool is_control(char32_t c) {
    const bool c0_or_c1 = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool separator = c == 0x2028 || c == 0x2029;
    const bool mark = c == 0x061C || c == 0x200E || c == 0x200F;
    const bool direction = mark || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return c0_or_c1 || separator || direction;
}

constexpr bool is_dropped(char32_t c) {
    return c == 0xFEFF || c == 0x200B;
}
constexpr bool is_full_width_digit(char32_t c) {
    return c >= 0xFF10 && c <= 0xFF19;
}

std::optional<TextFault> fault_of(char32_t c, field::Kind kind) {
    if (c == U'\n') return kind == field::Kind::long_text ? std::nullopt : std::optional(TextFault::line_break);
    if (is_control(c)) return TextFault::control_character;
    if (is_noncharacter(c)) return TextFault::noncharacter;
    return std::nullopt;
}

/// How many bytes to go over without a look: none that this lead byte begins could need one. 0 = look.
/// ASCII but controls; the hiragana and marks of E3 80, E3 81, the katakana of E3 83; ideographs E4 to E9.
std::size_t harmless_bytes(unsigned char lead, unsigned char second) {
    if (lead >= 0x20 && lead < 0x7F) return 1;
    if (lead == 0xE3 && second != 0x82) return 3;
    return lead >= 0xE4 && lead <= 0xE9 ? 3 : 0;
}

/// Nearly every text needs nothing: find that out without building a new one.
bool needs_cleaning(const std::string& text, field::Kind kind) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(text[offset]); };
        const std::size_t harmless = harmless_bytes(byte(at), at + 1 < text.size() ? byte(at + 1) : 0);
        if (harmless > 0) {
            at += harmless;
            continue;
        }
        const auto [c, bytes] = base::code_point_at(text, at);
        at += bytes;
        if (c == voicing_mark || c == semi_voicing_mark || is_dropped(c) || fault_of(c, kind)) return true;
        if (kind == field::Kind::digits && is_full_width_digit(c)) return true;
    }
    return false;
}

}  // namespace

char32_t compose_kana(char32_t base, char32_t mark) {
    const bool is_katakana = base >= 0x30A1 && base <= 0x30FE;
    if (mark == voicing_mark && base >= 0x30EF && base <= 0x30F2) return base + 8;  // ワヰヱヲ → ヷヸヹヺ
    const char32_t shift = is_katakana ? katakana_from_hiragana : 0;
    const char32_t hiragana = base - shift;
    static constexpr std::u32string_view voiced = U"かきくけこさしすせそたちつてとはひふへほゝ";
    static constexpr std::u32string_view semi_voiced = U"はひふへほ";
    if (mark == voicing_mark && hiragana == U'う') return U'ゔ' + shift;
    if (mark == voicing_mark && voiced.find(hiragana) != voiced.npos) return base + 1;
    if (mark == semi_voicing_mark && semi_voiced.find(hiragana) != semi_voiced.npos) return base + 2;
    return 0;
}

TextFindings clean(std::string& text, field::Kind kind) {
    TextFindings findings;
    if (!needs_cleaning(text, kind)) return findings;
    std::u32string out;
    const std::u32string in = base::to_utf32(text);
    for (std::size_t i = 0; i < in.size(); ++i) {
        const char32_t c = in[i];
        if (c == U'\r' && i + 1 < in.size() && in[i + 1] == U'\n') {
            ++findings.line_ends;
        } else if (is_dropped(c)) {
            ++findings.dropped;
        } else if (const char32_t composed = out.empty() ? 0 : compose_kana(out.back(), c)) {
            out.back() = composed;
            ++findings.composed;
        } else if (kind == field::Kind::digits && is_full_width_digit(c)) {
            out += c - 0xFF10 + U'0';
            ++findings.narrowed_digits;
        } else {
            if (const auto fault = fault_of(c, kind)) findings.bad.push_back({*fault, c, i + 1});
            out += c;
        }
    }
    text.clear();
    for (const char32_t c : out) base::append_utf8(text, c);
    return findings;
}

}  // namespace besshi::plan
