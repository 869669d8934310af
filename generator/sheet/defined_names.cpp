#include "sheet/defined_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::sheet {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
char to_small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string to_small(std::string_view name) {
    std::string small(name);
    std::ranges::transform(small, small.begin(), [](char c) { return to_small(c); });
    return small;
}

std::string_view skip_digits(std::string_view text) {
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
    return text;
}

/// `A1` to `ZZZ99…`
bool is_like_a1(std::string_view name) {
    const auto first_other = std::ranges::find_if_not(name, is_letter);
    const auto letters = first_other - name.begin();
    return letters >= 1 && letters <= 3 && first_other != name.end() && std::all_of(first_other, name.end(), is_digit);
}

/// `R`, `C`, `R1`, `C1`, `R1C1`, `RC`
bool is_like_r1c1(std::string_view name) {
    if (!name.empty() && to_small(name.front()) == 'r') name = skip_digits(name.substr(1));
    if (!name.empty() && to_small(name.front()) == 'c') name = skip_digits(name.substr(1));
    return name.empty();
}

}  // namespace

std::string to_defined_name(std::string_view cell_name) {
    std::string name(cell_name);
    std::ranges::replace_if(
        name, [](char c) { return !is_letter(c) && !is_digit(c); }, '_');
    if (name.empty() || !is_letter(name.front()) || is_like_a1(name) || is_like_r1c1(name)) name.insert(0, 1, '_');
    return name;
}

std::string DefinedNames::take(std::string_view wanted) {
    std::string name(wanted);
    for (int number = 2; !taken_.insert(to_small(name)).second; ++number) name = fmt::format("{}_{}", wanted, number);
    return name;
}

}  // namespace besshi::sheet
