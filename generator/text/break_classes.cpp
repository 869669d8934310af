#include "text/break_classes.h"

#include "text/line_boundaries.h"
#include "text/number_rules.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace besshi::text {

namespace {

using enum CharacterClass;

/// A correction of ICU's strict rules for two neighbours: the class may only get worse.
struct PairRule {
    CharacterClass before, after;
    BreakClass at_best;
    const char* clause;
};

constexpr PairRule pair_rules[] = {
    {dash, dash, BreakClass::forbidden, "JLREQ 3.1.10, Table 2 n.5"},
    {ellipsis, ellipsis, BreakClass::forbidden, "JLREQ 3.1.10, Table 2 n.5"},
    {two_dot_leader, two_dot_leader, BreakClass::forbidden, "JLREQ 3.1.10, Table 2 n.5"},
    {repeat_upper, repeat_lower, BreakClass::forbidden, "JLREQ 3.1.10, Table 2 n.5"},
    {digit, digit, BreakClass::emergency, "JLREQ Table 2, cl-24 with cl-24"},
    {digit, postfixed_abbreviation, BreakClass::emergency, "JLREQ Table 2, cl-24 with cl-13 (n.9)"},
};

constexpr std::size_t class_count = static_cast<std::size_t>(CharacterClass::count_);
constexpr std::size_t index_of(CharacterClass c) {
    return static_cast<std::size_t>(c);
}

using PairTable = std::array<std::array<BreakClass, class_count>, class_count>;

constexpr PairTable make_pair_table() {
    PairTable table{};
    for (auto& row : table) row.fill(BreakClass::allowed);
    for (const PairRule& rule : pair_rules) {
        table[index_of(rule.before)][index_of(rule.after)] = rule.at_best;
    }
    return table;
}

constexpr PairTable pair_table = make_pair_table();

/// The best that may happen between two characters by JLREQ's tables and the project's; `last_drawn` is
/// `before`, or what stands in front of the white space before. White space ends a line and never starts one; it does
/// not free an opening bracket from what it opens. A dash may start a line only where white space parts it from what
/// was before.
constexpr BreakClass best_between(CharacterClass before, CharacterClass after, CharacterClass last_drawn) {
    if (after == space || after == invisible) return BreakClass::forbidden;
    if (is_forbidden_at_line_start(after) && !(before == space && after == dash)) return BreakClass::forbidden;
    const bool stands_alone =
        (before == enclosed_number && after == enclosed_number) || (before == space && last_drawn == company_mark);
    if (is_forbidden_at_line_end(last_drawn) && !stands_alone) return BreakClass::forbidden;
    return pair_table[index_of(before)][index_of(after)];
}

constexpr PairTable make_best_table() {
    PairTable table{};
    for (std::size_t before = 0; before < class_count; ++before) {
        for (std::size_t after = 0; after < class_count; ++after) {
            const auto left = static_cast<CharacterClass>(before);
            table[before][after] = best_between(left, static_cast<CharacterClass>(after), left);
        }
    }
    return table;
}

/// `best_between` where no white space stands before.
constexpr PairTable best_table = make_best_table();

/// ICU reads symbols of ambiguous width (○ ☆ ① →, class AI) as letters; among themselves Japanese text
/// sets them like kanji (JLREQ cl-19).
bool is_ambiguous_symbol(char32_t c) {
    return !is_everyday(c) && u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK) == U_LB_AMBIGUOUS;
}

/// Part of a word, number or web address written without spaces in ASCII and Roman numerals.
bool is_western(char32_t c) {
    return (c > 0x20 && c < 0x7F) || (c >= 0x2160 && c <= 0x217F);
}

void mark_boundaries(const Characters& characters, BreakMode mode, std::vector<BreakClass>& before) {
    thread_local std::vector<std::uint32_t> boundaries;
    before.assign(characters.size(), BreakClass::emergency);
    find_line_boundaries(characters, BreakMode::strict, boundaries);
    const BreakClass by_strict = mode == BreakMode::phrase ? BreakClass::within_phrase : BreakClass::allowed;
    for (const std::uint32_t i : boundaries) before[i] = by_strict;
    if (mode != BreakMode::phrase) return;
    find_line_boundaries(characters, mode, boundaries);
    for (const std::uint32_t i : boundaries) {
        if (before[i] == BreakClass::within_phrase) before[i] = BreakClass::allowed;
    }
}

/// From ICU's boundaries and the tables: everything that two neighbours decide.
void classify_pairs(const Characters& characters, BreakMode mode, std::vector<BreakClass>& before) {
    mark_boundaries(characters, mode, before);
    if (characters.list.empty()) return;
    CharacterClass left_class = other, last_drawn = other;  // what is invisible is passed over
    for (std::size_t i = 1; i < characters.size(); ++i) {
        const char32_t left = characters.at(i - 1), right = characters.at(i);
        if (characters.class_at(i - 1) != invisible) left_class = characters.class_at(i - 1);
        if (left_class != space) last_drawn = left_class;
        if (!characters.list[i].starts_cluster) {
            before[i] = BreakClass::none;
            continue;
        }
        if (before[i] == BreakClass::emergency && is_ambiguous_symbol(left) && is_ambiguous_symbol(right)) {
            before[i] = BreakClass::allowed;
        }
        if (is_western(left) && is_western(right)) before[i] = std::min(before[i], BreakClass::second_rank);
        const CharacterClass right_class = characters.class_at(i);
        const BreakClass best = left_class == space ? best_between(left_class, right_class, last_drawn)
                                                    : best_table[index_of(left_class)][index_of(right_class)];
        before[i] = std::min(before[i], best);
    }
}

/// 髙﨑　|凜太朗: a name is torn only where family and given name meet, or anywhere if nothing parts them.
void keep_names_together(const Characters& characters, std::span<const StyledRun> runs,
                         std::vector<BreakClass>& before) {
    if (std::ranges::none_of(runs, &StyledRun::personal_name)) return;
    const auto parts_name = [&](std::size_t i) {
        const char32_t c = characters.at(i);
        return is_breaking_space(c) || c == U'・' || c == U'＝';
    };
    for (std::size_t begin = 0; begin < characters.size();) {
        const std::uint32_t run = characters.list[begin].run;
        std::size_t end = begin;
        bool has_parts = false;
        for (; end < characters.size() && characters.list[end].run == run; ++end)
            has_parts = has_parts || parts_name(end);
        for (std::size_t i = begin + 1; runs[run].personal_name && i < end; ++i) {
            const bool at_seam = !has_parts || parts_name(i - 1);
            before[i] = std::min(before[i], at_seam ? BreakClass::second_rank : BreakClass::emergency);
        }
        begin = end;
    }
}

void mark_line_feeds(const Characters& characters, std::vector<BreakClass>& before) {
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (characters.at(i) != U'\n') continue;
        before[i] = BreakClass::none;
        if (i + 1 < characters.size()) before[i + 1] = BreakClass::mandatory;
    }
}

}  // namespace

void classify_breaks(const Characters& characters, std::span<const StyledRun> runs, BreakMode mode,
                     std::vector<BreakClass>& before) {
    classify_pairs(characters, mode, before);
    keep_numbers_together(characters, before);
    keep_names_together(characters, runs, before);
    mark_line_feeds(characters, before);
    if (!before.empty()) before.front() = BreakClass::none;
}

}  // namespace besshi::text
