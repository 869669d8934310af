#include "text/item_lead.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace besshi::text {

namespace {

/// Sorted, since nearly every paragraph is looked up here and begins with none of them.
template <std::size_t size_with_end>
constexpr std::array<char32_t, size_with_end - 1> set_of(const char32_t (&characters)[size_with_end]) {
    std::array<char32_t, size_with_end - 1> set{};
    std::copy_n(characters, set.size(), set.begin());
    std::ranges::sort(set);
    return set;
}

constexpr auto bullets = set_of(U"・･※●○◎■□◆◇★☆▲△▼▽◯•→⇒＊*-－‐–");
constexpr auto ordinals = set_of(
    U"一二三四五六七八九十アイウエオカキクケコあいうえおabcdefABCDEFａｂｃｄｅｆＡＢＣＤＥＦ"
    U"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ");
constexpr std::u32string_view ordinal_marks = U".．)）、";
constexpr std::u32string_view bracket_pairs = U"（）()【】〈〉［］〔〕《》＜＞<>";

/// A bracketed heading longer than this is a sentence in brackets.
constexpr std::size_t longest_bracketed = 10;

class LeadReader {
public:
    LeadReader(const Characters& characters, std::size_t begin, std::size_t end)
        : characters_(characters), begin_(begin), end_(end) {}

    std::size_t length() const {
        std::size_t start = begin_;
        while (is_space(start)) ++start;
        std::size_t lead_end = end_of_mark(start);
        if (lead_end == start) return 0;
        if (is_space(lead_end)) ++lead_end;
        return lead_end < end_ ? lead_end - begin_ : 0;
    }

private:
    char32_t at(std::size_t i) const { return i < end_ ? characters_.at(i) : U'\0'; }
    bool is_space(std::size_t i) const { return i < end_ && is_breaking_space(at(i)); }
    bool is_digit(std::size_t i) const { return i < end_ && characters_.class_at(i) == CharacterClass::digit; }
    bool is_in(std::size_t i, std::u32string_view set) const { return i < end_ && set.find(at(i)) != set.npos; }
    template <std::size_t size>
    bool is_in(std::size_t i, const std::array<char32_t, size>& set) const {
        return i < end_ && std::ranges::binary_search(set, at(i));
    }

    std::size_t end_of_mark(std::size_t start) const {
        if (start >= end_) return start;
        if (characters_.class_at(start) == CharacterClass::enclosed_number) return start + 1;
        if (is_in(start, bullets)) return end_of_bullet(start);
        if (is_digit(start)) return end_of_number(start);
        if (is_in(start, ordinals)) return is_in(start + 1, ordinal_marks) ? start + 2 : start;
        return end_of_brackets(start);
    }

    /// ○○ masks a name, －5 is a number, ※1 is a mark with its number.
    std::size_t end_of_bullet(std::size_t start) const {
        if (at(start + 1) == at(start)) return start;
        std::size_t end = start + 1;
        if (at(start) == U'※') {
            while (is_digit(end)) ++end;
        } else if (is_digit(end) && is_in(start, U"-－‐–")) {
            return start;
        }
        return end;
    }

    /// 1. １． 2) １　 but not 1.5 or １か月
    std::size_t end_of_number(std::size_t start) const {
        std::size_t end = start;
        while (is_digit(end)) ++end;
        if (at(end) == U'\u3000') return end;
        if (!is_in(end, ordinal_marks) || at(end) == U'、' || is_digit(end + 1)) return start;
        return end + 1;
    }

    std::size_t end_of_brackets(std::size_t start) const {
        const std::size_t pair = bracket_pairs.find(at(start));
        if (pair == bracket_pairs.npos || pair % 2 != 0) return start;
        const char32_t closing = bracket_pairs[pair + 1];
        for (std::size_t i = start + 1; i < end_ && i <= start + 1 + longest_bracketed; ++i) {
            if (at(i) == closing) return i + 1;
        }
        return start;
    }

    const Characters& characters_;
    std::size_t begin_, end_;
};

}  // namespace

std::size_t item_lead_length(const Characters& characters, std::size_t begin, std::size_t end) {
    return LeadReader(characters, begin, end).length();
}

}  // namespace besshi::text
