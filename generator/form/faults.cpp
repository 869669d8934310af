#include "form/faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace besshi::form {

namespace {

/// Letters to insert, delete, change or swap with their neighbour to get from `a` to `b`.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) table[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) table[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    }
    return table[a.size()][b.size()];
}

constexpr std::size_t longest_compared = 80;

}  // namespace

void Faults::add(const DiagnosticKind& kind, Place place, std::initializer_list<std::string_view> arguments) {
    found_.push_back(diagnose(kind, {{}, file_, place.line, place.column}, arguments));
}

Diagnostics Faults::take() {
    const auto key = [](const Diagnostic& d) {
        return std::tie(d.origin.line, d.origin.column, d.code, d.sentence, d.hint);
    };
    std::ranges::stable_sort(found_, {}, key);
    const auto repeated = std::ranges::unique(found_, {}, key);
    found_.erase(repeated.begin(), repeated.end());
    return std::move(found_);
}

std::string_view find_nearest(std::string_view word, std::span<const std::string_view> candidates) {
    if (word.size() > longest_compared) return {};
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t there = distance(word, candidate.substr(0, longest_compared));
        if (there >= best_distance) continue;
        best = candidate;
        best_distance = there;
    }
    return best;
}

std::string suggestion(std::string_view nearest, std::string_view otherwise) {
    return nearest.empty() ? std::string(otherwise) : fmt::format("もしかして「{}」ですか。", nearest);
}

std::string quoted_list(std::span<const std::string_view> words) {
    std::string list;
    for (const std::string_view word : words) list += fmt::format("「{}」", word);
    return list;
}

}  // namespace besshi::form
