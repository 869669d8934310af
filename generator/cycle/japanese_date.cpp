#include "cycle/japanese_date.h"

#include "cycle/spreadsheet_text.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace besshi::cycle {

namespace {

struct Era {
    std::string_view name;
    char initial;
    Date first_day;
};

/// The eras a living person can be born in; an era begins on its first day and ends the day before the next.
constexpr std::array eras = {
    Era{"令和", 'R', {2019, 5, 1}},
    Era{"平成", 'H', {1989, 1, 8}},
    Era{"昭和", 'S', {1926, 12, 25}},
    Era{"大正", 'T', {1912, 7, 30}},
};

/// Takes `word` from the front of `text`.
bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

/// Takes a number of one to four digits.
std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    constexpr std::size_t longest = 4;
    const char* const end = text.data() + std::min(text.size(), longest);
    const auto [behind, fault] = std::from_chars(text.data(), end, number);
    if (fault != std::errc() || text.starts_with('-')) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(behind - text.data()));
    return number;
}

bool take_separator(std::string_view& text, std::string_view kanji) {
    return take(text, kanji) || take(text, "/") || take(text, "-") || take(text, ".");
}

/// What is left of `text` as month and day of `year`.
std::optional<Date> day_of(int year, std::string_view text) {
    if (!take_separator(text, "年")) return std::nullopt;
    const auto month = take_number(text);
    if (!month || !take_separator(text, "月")) return std::nullopt;
    const auto day = take_number(text);
    take(text, "日");
    if (!day || !text.empty()) return std::nullopt;
    return base::parse_date(fmt::format("{:04}-{:02}-{:02}", year, *month, *day));
}

std::optional<Date> day_of_era(std::size_t era, std::string_view text) {
    const std::optional<int> year = take(text, "元") ? 1 : take_number(text);
    if (!year) return std::nullopt;
    const auto day = day_of(eras[era].first_day.year + *year - 1, text);
    if (!day || *day < eras[era].first_day || (era > 0 && *day >= eras[era - 1].first_day)) return std::nullopt;
    return day;
}

}  // namespace

std::optional<Date> parse_japanese_date(std::string_view text) {
    const std::string narrow = folded(text);
    std::string_view rest = narrow;
    for (std::size_t era = 0; era < eras.size(); ++era) {
        const char small = static_cast<char>(eras[era].initial - 'A' + 'a');
        if (take(rest, eras[era].name) || take(rest, {&eras[era].initial, 1}) || take(rest, {&small, 1}))
            return day_of_era(era, rest);
    }
    const auto year = take_number(rest);
    return year && *year > 999 ? day_of(*year, rest) : std::nullopt;
}

std::optional<plan::Period> parse_japanese_period(std::string_view text) {
    for (const std::string_view joint : {"～", "〜", "~", "から", " - "}) {
        const std::size_t at = text.find(joint);
        if (at == std::string_view::npos) continue;
        const auto from = parse_japanese_date(text.substr(0, at));
        const auto to = parse_japanese_date(text.substr(at + joint.size()));
        if (!from || !to) return std::nullopt;
        return plan::Period{*from, *to};
    }
    return std::nullopt;
}

}  // namespace besshi::cycle
