#include "text/number_rules.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace besshi::text {

namespace {

/// Counters and units written in Japanese, by their first character; the longest that matches counts. Units
/// of one sign (㎏ ℃ ％) are of class cl-13 and need no entry.
constexpr auto counters = [] {
    std::array list = std::to_array<std::u32string_view>({
        U"年度",     U"年間",   U"年生",     U"年",         U"か月間",   U"ヶ月間", U"か月",     U"ヶ月",   U"カ月",
        U"ヵ月",     U"ケ月",   U"箇月",     U"月",         U"週間",     U"週",     U"日間",     U"日目",   U"日",
        U"時間",     U"時半",   U"時",       U"分間",       U"分",       U"秒間",   U"秒",       U"歳",     U"才",
        U"円",       U"千円",   U"万円",     U"億円",       U"単位",     U"点",     U"割",       U"倍",     U"度",
        U"回目",     U"回",     U"人",       U"名",         U"個",       U"枚",     U"本",       U"冊",     U"部",
        U"通",       U"件",     U"台",       U"箱",         U"錠",       U"包",     U"滴",       U"杯",     U"つ",
        U"番地",     U"番目",   U"番",       U"号室",       U"号",       U"丁目",   U"階",       U"室",     U"組",
        U"級",       U"位",     U"行",       U"字",         U"頁",       U"ページ", U"段階",     U"往復",   U"校時",
        U"校",       U"か所",   U"ヶ所",     U"カ所",       U"箇所",     U"世帯",   U"歩",       U"種類",   U"項目",
        U"割合",     U"次",     U"期",       U"学期",       U"語文",     U"語",     U"キロ",     U"グラム", U"ミリ",
        U"メートル", U"センチ", U"リットル", U"パーセント", U"デシベル", U"コマ",   U"ポイント",
    });
    std::ranges::sort(list);
    return list;
}();

/// Words that belong to the number after them; behind those of one character a line does not end.
constexpr std::u32string_view prefixes[] = {U"令和", U"平成", U"昭和", U"大正", U"明治", U"午前", U"午後",
                                            U"第",   U"週",   U"約",   U"計",   U"年",   U"月",   U"日"};

/// After these, a number that follows at once is the next part of the same date, time or age.
constexpr std::u32string_view chaining_counters = U"年月時分歳";

constexpr std::u32string_view number_points = U".,:/-．，：／－";
constexpr std::u32string_view number_hyphens = U"-－";
constexpr std::u32string_view waves = U"～〜";
constexpr char32_t first_year = U'元';

class NumberScanner {
public:
    NumberScanner(const Characters& characters, std::vector<BreakClass>& before)
        : characters_(characters), before_(before) {}

    void scan() {
        for (std::size_t i = 0; i < characters_.size();) {
            if (is_digit(i)) {
                i = quantity(i);
            } else if (characters_.at(i) == first_year) {
                i += first_year_of_era(i);
            } else {
                ++i;
            }
        }
    }

private:
    bool is_digit(std::size_t i) const {
        return i < characters_.size() && characters_.class_at(i) == CharacterClass::digit;
    }

    bool is_any_of(std::size_t i, std::u32string_view set) const {
        return i < characters_.size() && set.find(characters_.at(i)) != set.npos;
    }

    bool has_at(std::size_t begin, std::u32string_view word) const {
        if (begin + word.size() > characters_.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (characters_.at(begin + i) != word[i]) return false;
        }
        return true;
    }

    bool has_before(std::size_t end, std::u32string_view word) const {
        return end >= word.size() && has_at(end - word.size(), word);
    }

    void lower(std::size_t i, BreakClass to) { before_[i] = std::min(before_[i], to); }

    void join(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin + 1; i < end; ++i) lower(i, BreakClass::emergency);
    }

    /// A number with its prefix and counter; returns the index behind it.
    std::size_t quantity(std::size_t begin) {
        const std::size_t number_end = end_of_number(begin);
        join(begin, number_end);
        for (std::size_t i = begin + 1; i < number_end; ++i) {
            if (is_any_of(i - 1, number_hyphens)) before_[i] = BreakClass::second_rank;
        }
        attach_prefix(begin);
        const std::size_t end = attach_counter(number_end);
        if (is_any_of(end, waves) && is_digit(end + 1)) lower(end + 1, BreakClass::second_rank);
        const bool chains = end > number_end && is_any_of(end - 1, chaining_counters) && is_digit(end);
        if (chains) lower(end, BreakClass::second_rank);
        return end;
    }

    /// 元年 after an era; returns how many characters it took, at least one.
    std::size_t first_year_of_era(std::size_t i) {
        if (!is_any_of(i + 1, U"年") || !attach_prefix(i)) return 1;
        lower(i + 1, BreakClass::emergency);
        if (is_digit(i + 2)) lower(i + 2, BreakClass::second_rank);
        return 2;
    }

    std::size_t end_of_number(std::size_t i) const {
        while (is_digit(i)) {
            while (is_digit(i)) ++i;
            if (is_any_of(i, number_points) && is_digit(i + 1)) ++i;
        }
        return i;
    }

    /// 月 of 9月 counts, that of 月3回 does not.
    bool is_counter(std::size_t i, std::u32string_view word) const {
        return chaining_counters.find(word.front()) != chaining_counters.npos && i > 0 &&
               (is_digit(i - 1) || characters_.at(i - 1) == first_year);
    }

    bool attach_prefix(std::size_t begin) {
        const auto prefix = std::ranges::find_if(
            prefixes, [&](auto word) { return has_before(begin, word) && !is_counter(begin - word.size(), word); });
        if (prefix == std::end(prefixes)) return false;
        join(begin - prefix->size(), begin);
        lower(begin, prefix->size() == 1 ? BreakClass::emergency : BreakClass::second_rank);
        return true;
    }

    std::size_t attach_counter(std::size_t begin) {
        if (begin >= characters_.size()) return begin;
        if (characters_.class_at(begin) == CharacterClass::postfixed_abbreviation) {
            lower(begin, BreakClass::emergency);
            return begin + 1;
        }
        std::size_t longest = 0;
        const auto first_of = [](std::u32string_view word) { return word.front(); };
        for (const std::u32string_view counter :
             std::ranges::equal_range(counters, characters_.at(begin), {}, first_of)) {
            if (counter.size() > longest && has_at(begin, counter)) longest = counter.size();
        }
        if (longest == 0) return begin;
        lower(begin, BreakClass::emergency);
        join(begin, begin + longest);
        return begin + longest;
    }

    const Characters& characters_;
    std::vector<BreakClass>& before_;
};

}  // namespace

void keep_numbers_together(const Characters& characters, std::vector<BreakClass>& before) {
    NumberScanner(characters, before).scan();
}

}  // namespace besshi::text
