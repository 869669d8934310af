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
        if (digits == 0 || digits > most_digits) continue;
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

std::string CaseNumbers::next() {
    std::string number;
    do {
        number = fmt::format("{}{:0{}}", prefix_, ++last_, digits_);
    } while (taken_.contains(number));
    return number;
}

}  // namespace besshi::cycle
