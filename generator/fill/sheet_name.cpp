#include "fill/sheet_name.h"

#include "base/base.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace besshi::fill {

namespace {

constexpr std::size_t most_units = 31;

std::string without_forbidden(std::string_view text) {
    std::string allowed;
    for (const char c : text) {
        const bool control = static_cast<unsigned char>(c) < 0x20;
        if (!control && std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) allowed += c;
    }
    return allowed;
}

/// `text` without the characters at its end that make it longer than `units`.
std::string cut_to(std::string_view text, std::size_t units) {
    std::string cut;
    std::size_t used = 0;
    for (const char32_t c : base::to_utf32(text)) {
        used += c > 0xFFFF ? 2 : 1;
        if (used > units) break;
        base::append_utf8(cut, c);
    }
    return cut;
}

/// Excel compares names without regard to case; besides ASCII only by full-width letters, which labels of
/// weeks and seasons do not have.
std::string folded(std::string name) {
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name;
}

}  // namespace

std::vector<std::string> sheet_names(std::string_view base, const std::vector<std::string>& labels) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    const std::string stem = without_forbidden(base);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string label = without_forbidden(labels[i]);
        std::string name = labels.size() == 1 || label.empty() ? stem : fmt::format("{}（{}）", stem, label);
        for (std::size_t number = i + 1; base::count_utf16_units(name) > most_units || taken.contains(folded(name));
             ++number) {
            const std::string suffix = number == 1 ? std::string{} : fmt::format("（{}）", number);
            name = cut_to(stem, most_units - base::count_utf16_units(suffix)) + suffix;
        }
        taken.insert(folded(name));
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace besshi::fill
