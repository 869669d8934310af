#include "field/field.h"

#include <algorithm>

namespace besshi::field {

namespace {

/// Optimal string alignment over code points: insertions, deletions, substitutions and swapped
/// neighbours each count one.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, substitution});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, current);
    }
    return last[b.size()];
}

/// How many slips a key of `length` characters may hold and still be meant.
std::size_t slips_allowed(std::size_t length) {
    if (length <= 4) return 1;
    return length <= 8 ? 2 : 3;
}

constexpr std::size_t longest_key = 80;

}  // namespace

std::optional<std::string> Table::find_nearest_key(const Field& parent, std::string_view key) const {
    std::vector<std::string_view> known;
    if (parent.kind == Kind::map) {
        for (const Code& code : parent.enumeration->codes) {
            if (code.word == key) return code.code;
            known.push_back(code.code);
        }
    } else {
        for (const auto& child : parent.children) {
            if (child->label == key) return child->key;
            known.push_back(child->key);
        }
    }
    if (key.size() > longest_key) return std::nullopt;
    const std::u32string wanted = base::to_utf32(key);
    std::size_t best = slips_allowed(wanted.size()) + 1;
    std::optional<std::string> nearest;
    for (const std::string_view candidate : known) {
        const std::size_t distance = edit_distance(wanted, base::to_utf32(candidate));
        if (distance >= best) continue;
        best = distance;
        nearest = std::string(candidate);
    }
    return nearest;
}

}  // namespace besshi::field
