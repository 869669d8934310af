#include "text/break_classes.h"

#include "text/line_boundaries.h"
#include "text/number_rules.h"

#include <algorithm>
#include <array>

namespace besshi::text {

namespace {

using enum CharacterClass;

/// Neighbours that Table 2 keeps together, besides what may not start or end a line.
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
    {digit, western, BreakClass::emergency, "JLREQ Table 2, cl-24 with cl-27 (n.10)"},
    {western, digit, BreakClass::emergency, "JLREQ Table 2, cl-27 with cl-24"},
    {western, western, BreakClass::emergency, "JLREQ Table 2, cl-27 with cl-27 (n.12)"},
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

/// The best that may happen between two characters by JLREQ Table 2 and the project's rules; `last_drawn` is
/// `before`, or what stands in front of the white space before. White space ends a line and never starts one; it does
/// not free an opening bracket from what it opens. A dash may start a line only where white space parts it from what
/// was before.
constexpr BreakClass best_between(CharacterClass before, CharacterClass after, CharacterClass last_drawn) {
    if (is_white_space(after) || after == invisible) return BreakClass::forbidden;
    if (is_forbidden_at_line_start(after) && !(is_white_space(before) && after == dash)) return BreakClass::forbidden;
    const bool stands_alone = (before == enclosed_number && after == enclosed_number) ||
                              (is_white_space(before) && last_drawn == company_mark);
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

/// Whether the tables alone decide where a line ends beside the character. ICU is asked about ASCII signs, whose
/// meaning depends on what stands around them, and about what JLREQ has no class for.
bool is_decided_by_tables(const Character& character) {
    const CharacterClass c = character.character_class;
    if (character.code_point < 0x80) return c == digit || c == western || is_white_space(c);
    return is_classed(c);
}

/// Part of a word, number or web address written without spaces in ASCII and Roman numerals.
bool is_western(char32_t c) {
    return (c > 0x20 && c < 0x7F) || (c >= 0x2160 && c <= 0x217F);
}

/// Finds where lines may end, neighbour by neighbour. ICU's rules begin anew at each boundary, so a stretch with
/// characters the tables do not decide is asked for alone, from the sure boundary before it to the next one.
class BoundaryFinder {
public:
    BoundaryFinder(const Characters& characters, std::vector<BreakClass>& before)
        : characters_(characters), before_(before), undecided_(emptied_undecided()) {}

    void find() {
        before_.assign(characters_.size(), BreakClass::emergency);
        bool left_decided = false;
        for (std::size_t i = 0; i < characters_.size(); ++i) {
            const bool line_feed = characters_.at(i) == U'\n';
            const bool decided = !line_feed && is_decided_by_tables(characters_.list[i]);
            if (line_feed) {
                begin_stretch(i + 1, i);
                last_drawn_ = left_ = other;
            } else {
                if (i > stretch_) decide(i, left_decided && decided ? Decider::tables : Decider::icu);
                pass(characters_.class_at(i));
            }
            left_decided = decided;
        }
        begin_stretch(characters_.size(), characters_.size());
    }

private:
    /// Kept by each thread so that texts do not allocate it again.
    static std::vector<std::uint32_t>& emptied_undecided() {
        thread_local std::vector<std::uint32_t> undecided;
        undecided.clear();
        return undecided;
    }

    /// What is invisible is passed over.
    void pass(CharacterClass c) {
        if (c != invisible) left_ = c;
        if (!is_white_space(left_)) last_drawn_ = left_;
    }

    /// Who has a say, besides the tables, in what they allow.
    enum class Decider { tables, icu };

    void decide(std::size_t i, Decider by) {
        if (!characters_.list[i].starts_cluster) {
            before_[i] = BreakClass::none;
            return;
        }
        const CharacterClass right = characters_.class_at(i);
        const BreakClass best = is_white_space(left_) ? best_between(left_, right, last_drawn_)
                                                      : best_table[index_of(left_)][index_of(right)];
        before_[i] = is_mask(i) ? std::min(best, BreakClass::emergency) : best;
        if (by == Decider::icu) {
            undecided_.push_back(static_cast<std::uint32_t>(i));
        } else if (before_[i] == BreakClass::allowed) {
            begin_stretch(i, i);
        }
    }

    /// ○○ and ××× stand for a name that is not told; longer rows are lines to write on.
    bool is_mask(std::size_t i) const {
        constexpr std::u32string_view masks = U"○◯◎●△▲□■◇×";
        constexpr std::size_t longest = 4;
        const char32_t c = characters_.at(i);
        if (characters_.at(i - 1) != c || masks.find(c) == masks.npos) return false;
        std::size_t length = 2;
        for (std::size_t k = i - 1; k > 0 && characters_.at(k - 1) == c; --k) ++length;
        for (std::size_t k = i + 1; k < characters_.size() && characters_.at(k) == c; ++k) ++length;
        return length <= longest;
    }

    /// Asks ICU about the stretch that ends in front of `end` if it has to, and begins the next.
    void begin_stretch(std::size_t begin, std::size_t end) {
        if (!undecided_.empty()) restrict_to_icu(end);
        undecided_.clear();
        stretch_ = begin;
    }

    void restrict_to_icu(std::size_t end) {
        thread_local std::vector<std::uint32_t> boundaries;
        find_line_boundaries(characters_, {stretch_, end}, boundaries);
        std::size_t next = 0;
        for (const std::uint32_t i : undecided_) {
            while (next < boundaries.size() && boundaries[next] < i) ++next;
            const bool boundary = next < boundaries.size() && boundaries[next] == i;
            if (!boundary) before_[i] = std::min(before_[i], BreakClass::emergency);
            if (is_western(characters_.at(i - 1)) && is_western(characters_.at(i))) {
                before_[i] = std::min(before_[i], BreakClass::second_rank);
            }
        }
    }

    const Characters& characters_;
    std::vector<BreakClass>& before_;
    std::size_t stretch_ = 0;                ///< begins here
    std::vector<std::uint32_t>& undecided_;  ///< characters of the stretch in front of which ICU has a say
    CharacterClass left_ = other, last_drawn_ = other;
};

/// Breaks that are allowed but tear a phrase.
void keep_phrases(const Characters& characters, std::vector<BreakClass>& before) {
    thread_local std::vector<std::uint32_t> boundaries;
    find_phrase_boundaries(characters, boundaries);
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        while (next < boundaries.size() && boundaries[next] < i) ++next;
        const bool boundary = next < boundaries.size() && boundaries[next] == i;
        if (before[i] == BreakClass::allowed && !boundary) before[i] = BreakClass::within_phrase;
    }
}

/// 髙﨑　|凜太朗, 言語・|コミュニケーション: a name or a word to choose is torn only where its parts meet, or anywhere
/// if nothing parts it.
void keep_runs_together(const Characters& characters, std::span<const StyledRun> runs,
                        std::vector<BreakClass>& before) {
    const auto is_kept = [](const StyledRun& run) { return run.personal_name || run.whole; };
    if (std::ranges::none_of(runs, is_kept)) return;
    const auto parts_it = [&](std::size_t i) {
        const char32_t c = characters.at(i);
        return is_breaking_space(c) || c == U'・' || c == U'＝';
    };
    for (std::size_t begin = 0; begin < characters.size();) {
        const std::uint32_t run = characters.list[begin].run;
        std::size_t end = begin;
        bool has_parts = false;
        for (; end < characters.size() && characters.list[end].run == run; ++end)
            has_parts = has_parts || parts_it(end);
        for (std::size_t i = begin + 1; is_kept(runs[run]) && i < end; ++i) {
            const bool at_seam = !has_parts || parts_it(i - 1);
            before[i] = std::min(before[i], at_seam ? BreakClass::second_rank : BreakClass::emergency);
        }
        begin = end;
    }
}

/// 児童指導員　|山本: a short word of kanji behind white space, at the end of a paragraph or of a member of a list, is
/// torn only if there is no room for it. In plans these are names that stand in running text.
void keep_names_behind_space_together(const Characters& characters, std::vector<BreakClass>& before) {
    constexpr std::size_t longest = 4;
    const auto is_of_name = [&](std::size_t i) {
        const CharacterClass c = characters.class_at(i);
        return c == ideograph || c == iteration_mark || c == small_kana || c == invisible;
    };
    for (std::size_t i = 2; i < characters.size(); ++i) {
        if (!is_white_space(characters.class_at(i - 1)) || !is_of_name(i - 2)) continue;
        std::size_t end = i, length = 0;
        for (; end < characters.size() && is_of_name(end); ++end) length += characters.list[end].starts_cluster;
        const bool ends = end == characters.size() || characters.at(end) == U'\n' || characters.class_at(end) == comma;
        for (std::size_t inside = i + 1; inside < end && ends && length <= longest; ++inside) {
            before[inside] = std::min(before[inside], BreakClass::second_rank);
        }
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
    BoundaryFinder(characters, before).find();
    if (mode == BreakMode::phrase) keep_phrases(characters, before);
    keep_numbers_together(characters, before);
    keep_runs_together(characters, runs, before);
    keep_names_behind_space_together(characters, before);
    mark_line_feeds(characters, before);
    if (!before.empty()) before.front() = BreakClass::none;
}

}  // namespace besshi::text
