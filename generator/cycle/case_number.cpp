#include "cycle/case_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace besshi::cycle {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_case_number(std::string_view text) {
    constexpr std::size_t longest = 60;
    return !text.empty() && text.size() <= longest && is_letter_or_digit(text.front()) &&
           std::ranges::all_of(text, [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; });
}

CaseNumbers::CaseNumbers(std::set<std::string> taken) : taken_(std::move(taken)) {
    constexpr std::size_t most_digits = 9;
    struct Numbers {
        int count = 0;
        long last = 0;
    };
    std::map<std::pair<std::string, std::size_t>, Numbers> patterns;
    for (const std::string& number : taken_) {
        const std::size_t behind_prefix = number.find_last_not_of("0123456789") + 1;  // npos + 1 is 0
        const std::size_t digits = number.size() - behind_prefix;
        if (!is_case_number(number) || digits == 0 || digits > most_digits || is_of_a_month(number)) continue;
        Numbers& numbers = patterns[{number.substr(0, behind_prefix), digits}];
        long value = 0;
        std::from_chars(number.data() + behind_prefix, number.data() + number.size(), value);
        ++numbers.count;
        numbers.last = std::max(numbers.last, value);
    }
    const auto usual = std::ranges::max_element(patterns, {}, [](const auto& one) { return one.second.count; });
    if (usual == patterns.end()) return;
    prefix_ = usual->first.first;
    digits_ = usual->first.second;
    last_ = usual->second.last;
}

bool CaseNumbers::is_of_a_month(const std::string& name) const {
    constexpr std::string_view month = "-0000-00";
    if (name.size() <= month.size()) return false;
    const std::string_view end = std::string_view(name).substr(name.size() - month.size());
    for (std::size_t i = 0; i < month.size(); ++i) {
        const bool fits = month[i] == '-' ? end[i] == '-' : end[i] >= '0' && end[i] <= '9';
        if (!fits) return false;
    }
    return taken_.contains(name.substr(0, name.size() - month.size()));
}

std::string CaseNumbers::next() {
    std::string number;
    do {
        number = fmt::format("{}{:0{}}", prefix_, ++last_, digits_);
    } while (taken_.contains(number));
    return number;
}

}  // namespace besshi::cycle
