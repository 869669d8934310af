#include "cycle/row_matching.h"

#include "cycle/words.h"

#include <algorithm>
#include <array>

namespace besshi::cycle {

namespace {

using plan::Value;

/// How much of a row counts: enough to tell rows apart, and little enough for 200 of them.
constexpr std::size_t compared_characters = 400;
/// Below that two rows have no more in common than any two sentences.
constexpr double least_likeness = 0.4;

/// A row as it is compared.
struct Row {
    std::string content, heading;
    std::vector<std::uint64_t> pairs;  ///< of neighbouring characters of its texts, sorted
    bool is_matched = false;
};

void add_text(const Value& value, std::u32string& text) {
    if (const std::string* own = std::get_if<std::string>(&value.content)) text += base::to_utf32(*own);
    if (const auto* members = std::get_if<std::vector<plan::Member>>(&value.content))
        for (const plan::Member& member : *members) add_text(*member.value, text);
    for (const Value* element : value.elements()) add_text(*element, text);
}

std::vector<std::uint64_t> pairs_of(const Value& value) {
    std::u32string text;
    add_text(value, text);
    text.resize(std::min(text.size(), compared_characters));
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 1; i < text.size(); ++i) pairs.push_back(std::uint64_t{text[i - 1]} << 32 | text[i]);
    std::ranges::sort(pairs);
    return pairs;
}

std::vector<Row> rows_of(std::span<const Value* const> values) {
    std::vector<Row> rows;
    for (const Value* value : values) {
        const Value* heading = heading_of(*value);
        rows.push_back({content_of(*value), heading ? words_of(*heading) : "", pairs_of(*value)});
    }
    return rows;
}

/// The share of pairs that both have (Dice): 0 to 1.
double likeness(const Row& a, const Row& b) {
    if (a.pairs.empty() && b.pairs.empty()) return 0;
    std::vector<std::uint64_t> common;
    std::ranges::set_intersection(a.pairs, b.pairs, std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.pairs.size() + b.pairs.size());
}

class Matching {
public:
    Matching(std::span<const Value* const> before, std::span<const Value* const> after)
        : before_(rows_of(before)), after_(rows_of(after)), found_(before.size()) {}

    std::vector<std::optional<std::size_t>> run() {
        match_in_order([](const Row& a, const Row& b) { return a.content == b.content; });
        match_alike();
        match_in_order([](const Row& a, const Row& b) { return a.heading == b.heading; });
        return std::move(found_);
    }

private:
    void join(std::size_t i, std::size_t j) {
        found_[i] = j;
        before_[i].is_matched = after_[j].is_matched = true;
    }

    template <class Same>
    void match_in_order(const Same& same) {
        for (std::size_t i = 0; i < before_.size(); ++i) {
            const auto is_it = [&](const Row& row) { return !row.is_matched && same(before_[i], row); };
            if (before_[i].is_matched) continue;
            const auto other = std::ranges::find_if(after_, is_it);
            if (other != after_.end()) join(i, static_cast<std::size_t>(other - after_.begin()));
        }
    }

    void match_alike() {
        struct Pair {
            double likeness;
            std::size_t before, after;
        };
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < before_.size(); ++i)
            for (std::size_t j = 0; j < after_.size(); ++j) {
                if (before_[i].is_matched || after_[j].is_matched || before_[i].heading != after_[j].heading) continue;
                const double alike = likeness(before_[i], after_[j]);
                if (alike >= least_likeness) pairs.push_back({alike, i, j});
            }
        std::ranges::stable_sort(pairs, std::greater{}, &Pair::likeness);
        for (const Pair& pair : pairs)
            if (!before_[pair.before].is_matched && !after_[pair.after].is_matched) join(pair.before, pair.after);
    }

    std::vector<Row> before_, after_;
    std::vector<std::optional<std::size_t>> found_;
};

}  // namespace

const Value* heading_of(const Value& row) {
    if (row.field->children.empty()) return nullptr;
    const field::Field& first = *row.field->children.front();
    const bool is_heading = first.kind == field::Kind::code || first.key == "label" || first.key == "id";
    return is_heading ? row.find(first.key) : nullptr;
}

std::vector<std::optional<std::size_t>> match_rows(std::span<const Value* const> before,
                                                   std::span<const Value* const> after) {
    return Matching(before, after).run();
}

}  // namespace besshi::cycle
