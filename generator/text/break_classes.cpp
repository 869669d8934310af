#include "text/break_classes.h"

#include "text/number_rules.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

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
using PairTable = std::array<std::array<BreakClass, class_count>, class_count>;

constexpr PairTable make_pair_table() {
    PairTable table{};
    for (auto& row : table) row.fill(BreakClass::allowed);
    for (const PairRule& rule : pair_rules) {
        table[static_cast<std::size_t>(rule.before)][static_cast<std::size_t>(rule.after)] = rule.at_best;
    }
    return table;
}

constexpr PairTable pair_table = make_pair_table();

/// The two sides of a place where a line might end; what is invisible is passed over on the left.
struct Neighbours {
    CharacterClass before, after;
    CharacterClass last_drawn;  ///< `before`, or what stands in front of the white space before
};

/// The best that may happen between two characters by JLREQ's tables and the project's. White space ends a
/// line and never starts one; it does not free an opening bracket from what it opens. A dash may start a line
/// only where white space parts it from what was before.
BreakClass best_between(const Neighbours& place) {
    const auto [before, after, last_drawn] = place;
    if (after == space || after == invisible) return BreakClass::forbidden;
    if (is_forbidden_at_line_start(after) && !(before == space && after == dash)) return BreakClass::forbidden;
    const bool stands_alone =
        (before == enclosed_number && after == enclosed_number) || (before == space && last_drawn == company_mark);
    if (is_forbidden_at_line_end(last_drawn) && !stands_alone) return BreakClass::forbidden;
    return pair_table[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
}

/// ICU reads symbols of ambiguous width (○ ☆ ① →, class AI) as letters; among themselves Japanese text
/// sets them like kanji (JLREQ cl-19).
bool is_ambiguous_symbol(char32_t c) {
    return c > 0x7F && u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK) == U_LB_AMBIGUOUS;
}

/// Part of a word, number or web address written without spaces in ASCII and Roman numerals.
bool is_western(char32_t c) {
    return (c > 0x20 && c < 0x7F) || (c >= 0x2160 && c <= 0x217F);
}

icu::BreakIterator& line_iterator(BreakMode mode) {
    const auto make = [](const char* locale) {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createLineInstance(icu::Locale(locale), error));
        if (U_FAILURE(error)) throw std::runtime_error("ICU has no Japanese line breaking rules");
        return made;
    };
    if (mode == BreakMode::phrase) {
        thread_local const std::unique_ptr<icu::BreakIterator> phrase = make("ja@lb=strict;lw=phrase");
        return *phrase;
    }
    thread_local const std::unique_ptr<icu::BreakIterator> strict = make("ja@lb=strict");
    return *strict;
}

/// Calls `visit(index of character)` for each boundary ICU finds inside the text.
template <class Visit>
void for_each_boundary(const Characters& characters, BreakMode mode, Visit visit) {
    icu::BreakIterator& iterator = line_iterator(mode);
    const icu::UnicodeString text(false, characters.utf16.data(), static_cast<int32_t>(characters.utf16.size()));
    iterator.setText(text);  // which it does not copy
    int32_t unit = 0;
    std::size_t index = 0;
    for (int32_t boundary = iterator.next(); boundary != icu::BreakIterator::DONE; boundary = iterator.next()) {
        if (!characters.has_supplementary) {
            index = static_cast<std::size_t>(boundary);
        } else {
            for (; unit < boundary; ++index) unit += U16_LENGTH(static_cast<UChar32>(characters.at(index)));
        }
        if (index < characters.size()) visit(index);
    }
}

/// From ICU's boundaries and the tables: everything that two neighbours decide.
void classify_pairs(const Characters& characters, BreakMode mode, std::vector<BreakClass>& before) {
    before.assign(characters.size(), BreakClass::emergency);
    for_each_boundary(characters, BreakMode::strict, [&](std::size_t i) { before[i] = BreakClass::allowed; });
    if (mode == BreakMode::phrase) {
        for (BreakClass& place : before) {
            if (place == BreakClass::allowed) place = BreakClass::within_phrase;
        }
        for_each_boundary(characters, mode, [&](std::size_t i) {
            if (before[i] == BreakClass::within_phrase) before[i] = BreakClass::allowed;
        });
    }
    if (characters.list.empty()) return;
    Neighbours place{other, characters.class_at(0), other};
    for (std::size_t i = 1; i < characters.size(); ++i) {
        const char32_t left = characters.at(i - 1), right = characters.at(i);
        if (place.after != invisible) place.before = place.after;
        if (place.before != space) place.last_drawn = place.before;
        place.after = characters.class_at(i);
        if (!characters.list[i].starts_cluster) {
            before[i] = BreakClass::none;
            continue;
        }
        if (before[i] == BreakClass::emergency && is_ambiguous_symbol(left) && is_ambiguous_symbol(right)) {
            before[i] = BreakClass::allowed;
        }
        if (is_western(left) && is_western(right)) before[i] = std::min(before[i], BreakClass::second_rank);
        before[i] = std::min(before[i], best_between(place));
    }
}

/// 髙﨑　|凜太朗: a name is torn only where family and given name meet, or anywhere if nothing parts them.
void keep_names_together(const Characters& characters, std::span<const StyledRun> runs,
                         std::vector<BreakClass>& before) {
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
