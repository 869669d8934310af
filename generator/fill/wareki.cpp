#include "fill/fill.h"

#include <fmt/format.h>

#include <array>

/// Dates, times and amounts in the words of Japanese forms.
namespace besshi::fill {

namespace {

struct Era {
    Date first_day;
    std::string_view name;
    char initial;
};

/// First days by the cabinet orders under 元号法 (昭和54年法律第43号) and, before it, the imperial
/// proclamations; an era begins on that day itself.
constexpr std::array eras = {
    Era{{2019, 5, 1}, "令和", 'R'},  Era{{1989, 1, 8}, "平成", 'H'},  Era{{1926, 12, 25}, "昭和", 'S'},
    Era{{1912, 7, 30}, "大正", 'T'}, Era{{1868, 1, 25}, "明治", 'M'},
};

/// Null before 明治.
const Era* find_era(Date date) {
    for (const Era& era : eras) {
        if (date >= era.first_day) return &era;
    }
    return nullptr;
}

std::string plain_number(int number) {
    return fmt::to_string(number);
}

/// ７, but 26: the national forms write single digits full width and pairs half width.
std::string form_number(int number) {
    if (number < 0 || number > 9) return plain_number(number);
    std::string text;
    base::append_utf8(text, U'０' + static_cast<char32_t>(number));
    return text;
}

using NumberStyle = std::string (*)(int);

/// 令和７年; the first year of an era is 元年. Before 明治 the Gregorian year.
std::string era_year(Date date, NumberStyle number) {
    const Era* era = find_era(date);
    if (!era) return plain_number(date.year) + "年";
    const int year = date.year - era->first_day.year + 1;
    return std::string(era->name) + (year == 1 ? "元" : number(year)) + "年";
}

std::string in_words(Date date, NumberStyle number) {
    return era_year(date, number) + number(date.month) + "月" + number(date.day) + "日";
}

}  // namespace

std::string wareki(Date date) {
    return in_words(date, form_number);
}

std::string wareki(Month month) {
    return era_year({month.year, month.month, 1}, form_number) + form_number(month.month) + "月";
}

std::string wareki_ascii(Date date) {
    return in_words(date, plain_number);
}

std::string wareki_short(Date date) {
    const Era* era = find_era(date);
    if (!era) return fmt::format("{}.{}.{}", date.year, date.month, date.day);
    return fmt::format("{}{}.{}.{}", era->initial, date.year - era->first_day.year + 1, date.month, date.day);
}

std::string weekday(Date date) {
    static constexpr std::array<std::string_view, 7> days = {"木", "金", "土", "日", "月", "火", "水"};
    const long since_thursday = base::day_number(date) % 7;  // 1970-01-01 was a Thursday
    return std::string(days[static_cast<std::size_t>((since_thursday + 7) % 7)]);
}

std::string age(Date birth, Date on) {
    if (on < birth) return {};
    const int months = (on.year - birth.year) * 12 + (on.month - birth.month) - (on.day < birth.day ? 1 : 0);
    return fmt::format("{}歳{}か月", months / 12, months % 12);
}

std::string clock(ClockTime time) {
    const bool next_morning = time.minutes > 24 * 60;
    const int minutes = next_morning ? time.minutes - 24 * 60 : time.minutes;
    return fmt::format("{}{}:{:02}", next_morning ? "翌" : "", minutes / 60, minutes % 60);
}

std::string hours_and_minutes(int minutes) {
    if (minutes <= 0) return {};
    return fmt::format("{}時{:02}分", minutes / 60, minutes % 60);
}

std::string circled(int number) {
    struct Block {
        int first, last;
        char32_t begins_at;
    };
    static constexpr Block blocks[] = {{1, 20, 0x2460}, {21, 35, 0x3251}, {36, 50, 0x32B1}};
    for (const Block& block : blocks) {
        if (number < block.first || number > block.last) continue;
        std::string text;
        base::append_utf8(text, block.begins_at + static_cast<char32_t>(number - block.first));
        return text;
    }
    return fmt::format("（{}）", number);
}

std::string yen(std::int64_t amount) {
    std::string digits = fmt::to_string(amount);
    const std::size_t first = amount < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, ",");
    return digits + "円";
}

}  // namespace besshi::fill
