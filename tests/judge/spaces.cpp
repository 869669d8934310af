#include "judge/spaces.h"

#include <string_view>

namespace besshi::tests {

namespace {

enum class Kind {
    none,  ///< half-width punctuation, marks that combine, scripts that JLREQ does not treat
    opening,
    closing,
    stop,
    comma,
    dot,
    question,  ///< cl-04
    wave,      ///< cl-03
    line,      ///< cl-08
    sign,      ///< cl-12, cl-13 and 〒
    wide_space,
    word_space,
    japanese,
    western,
};

bool is_any_of(char32_t c, std::u32string_view list) {
    return list.find(c) != list.npos;
}

bool is_in(char32_t c, char32_t first, char32_t last) {
    return first <= c && c <= last;
}

bool is_half_width(const Shown& glyph) {
    return glyph.width < 0.75 * glyph.size;
}

/// Full-width forms (JLREQ A.1 to A.14).
Kind full_width_kind(char32_t c) {
    if (is_any_of(c, U"‘“（〔［｛〈《「『【｟〘〖«〝")) return Kind::opening;
    if (is_any_of(c, U"’”）〕］｝〉》」』】｠〙〗»〟")) return Kind::closing;
    if (is_any_of(c, U"。．")) return Kind::stop;
    if (is_any_of(c, U"、，")) return Kind::comma;
    if (is_any_of(c, U"・：；")) return Kind::dot;
    if (is_any_of(c, U"！？‼⁇⁈⁉")) return Kind::question;
    if (is_any_of(c, U"‐〜～゠–")) return Kind::wave;
    if (is_any_of(c, U"—―…‥〳〴〵")) return Kind::line;
    if (is_any_of(c, U"￥＄￡＃€№〒〠°′″℃￠％‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄ℊ")) return Kind::sign;
    if (is_any_of(c, U"＝＜＞≠≒⇒⇔＋－×÷±∓") || is_in(c, 0x2460, 0x249B)) return Kind::sign;
    if (is_in(c, 0x3041, 0x30FF) || is_in(c, 0x3005, 0x3007) || is_in(c, 0x3400, 0x9FFF) || is_in(c, 0xF900, 0xFAFF) ||
        is_in(c, 0x20000, 0x3FFFF) || is_in(c, 0xFF10, 0xFF5A) || is_in(c, 0x2460, 0x24FF) ||
        is_in(c, 0x3200, 0x33FF) || is_in(c, 0x2160, 0x217F))
        return Kind::japanese;
    return Kind::none;
}

Kind kind_of(const Shown& glyph) {
    if (glyph.text.empty()) return Kind::none;
    const char32_t c = glyph.text.front();
    if (c == U'\u3000') return Kind::wide_space;
    if (c == U' ') return Kind::word_space;
    if (!is_half_width(glyph)) return full_width_kind(c);
    const bool letter = is_in(c, U'A', U'Z') || is_in(c, U'a', U'z') || is_in(c, U'0', U'9');
    return letter ? Kind::western : Kind::none;
}

SpaceBounds fixed(double space) {
    return {space, space, space};
}

bool ends_clause(Kind kind) {
    return kind == Kind::closing || kind == Kind::stop || kind == Kind::comma;
}

std::optional<SpaceBounds> behind_clause(Kind before, Kind after) {
    if (ends_clause(after)) return fixed(0);
    if (before == Kind::closing && after == Kind::wide_space) return fixed(0);
    const double kept = before == Kind::stop ? 0.5 : 0;  // Table 4: a full stop keeps its space
    if (after == Kind::dot) {
        const double space = before == Kind::closing ? 0.25 : 0.75;
        return SpaceBounds{space, kept, space};
    }
    return SpaceBounds{0.5, kept, 0.5};
}

/// Table 6 without its last step: …… and ―― are one, nothing is added beside ～ and ？.
bool may_grow(Kind before, Kind after) {
    const auto is_ordinary = [](Kind kind) {
        return kind == Kind::japanese || kind == Kind::line || kind == Kind::sign;
    };
    return is_ordinary(before) && is_ordinary(after) && !(before == Kind::line && after == Kind::line);
}

}  // namespace

bool is_white(char32_t c) {
    return c == U' ' || c == U'\u3000';
}

double blank_before(const Shown& glyph) {
    const Kind kind = kind_of(glyph);
    return kind == Kind::opening ? 0.5 : kind == Kind::dot ? 0.25 : 0;
}

double blank_after(const Shown& glyph) {
    const Kind kind = kind_of(glyph);
    return ends_clause(kind) ? 0.5 : kind == Kind::dot ? 0.25 : 0;
}

std::optional<SpaceBounds> find_space_bounds(const Shown& before, const Shown& after) {
    constexpr double most_added = 0.125;
    const Kind left = kind_of(before), right = kind_of(after);
    if (left == Kind::none || right == Kind::none) return std::nullopt;
    if (left == Kind::opening) return right == Kind::dot ? SpaceBounds{0.25, 0, 0.25} : fixed(0);
    if (ends_clause(left)) return behind_clause(left, right);
    if (left == Kind::dot) return right == Kind::dot ? SpaceBounds{0.5, 0, 0.5} : SpaceBounds{0.25, 0, 0.25};
    if (left == Kind::wide_space && right == Kind::opening) return fixed(0);
    if (right == Kind::opening) return SpaceBounds{0.5, 0, 0.5};
    if (right == Kind::dot) return SpaceBounds{0.25, 0, 0.25};
    if (left == Kind::word_space && right != Kind::word_space) return SpaceBounds{0, -0.25, 0};
    const bool mixed = (left == Kind::western && right == Kind::japanese) ||
                       ((left == Kind::japanese || left == Kind::question) && right == Kind::western);
    if (mixed) return SpaceBounds{0.25, 0.125, 0.25 + most_added};
    return SpaceBounds{0, 0, may_grow(left, right) ? most_added : 0};
}

}  // namespace besshi::tests
