#pragma once

#include "form/faults.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besshi::form {

/// A word of the form language and what it stands for.
template <class Value>
struct Word {
    std::string_view word;
    Value value;
};

enum class Presence { optional, required };

/// Reads one table of the form file key by key. Each question tells the reader that the key exists in the
/// language; `finish` reports the keys nobody asked for, with the nearest that exists.
class TableReader {
public:
    /// `node` that is no table is a fault; the reader then behaves as over an empty table.
    TableReader(const Node& node, Faults& faults);

    Place place() const { return node_->place; }
    Faults& faults() const { return *faults_; }
    const std::vector<Member>& members() const { return node_->members; }

    /// The value of `key`; null if it is absent, which for `require` is a fault.
    const Node* find(std::string_view key);
    const Node* require(std::string_view key);
    /// Place of the value of `key`, or of the table.
    Place place_of(std::string_view key) const;

    std::optional<std::string> text(std::string_view key, Presence presence = Presence::optional);
    std::optional<Length> millimetres(std::string_view key, Presence presence = Presence::optional);
    std::optional<Length> points(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    std::optional<int> count(std::string_view key, int least, int most);
    std::optional<Date> date(std::string_view key, Presence presence = Presence::optional);
    std::vector<std::string> texts(std::string_view key);

    template <class Value>
    std::optional<Value> word(std::string_view key, std::span<const Word<Value>> words);

    /// Reports every key that was not asked for.
    void finish();

private:
    const Node* look_up(std::string_view key, Presence presence);
    const Node* look_up(std::string_view key, Node::Kind kind, Presence presence);

    const Node* node_;
    Faults* faults_;
    std::vector<std::string_view> known_;
};

/// A number of millimetres from 0 to 2000, or nothing and a fault.
std::optional<Length> to_millimetres(const Node& node, Faults& faults);
/// A size above 0 and up to 200 pt, or nothing and a fault.
std::optional<Length> to_points(const Node& node, Faults& faults);
/// A string, or nothing and a fault.
std::optional<std::string> to_text(const Node& node, Faults& faults);
/// Whether `node` is of `kind`; if not, a fault is added.
bool expect_kind(const Node& node, Node::Kind kind, Faults& faults);

/// The fault of a string that is none of `words`.
void add_not_a_word(const Node& value, std::span<const std::string_view> words, Faults& faults);

/// The value of `node` among `words`, or nothing and a fault that lists them.
template <class Value>
std::optional<Value> to_word(const Node& node, std::span<const Word<Value>> words, Faults& faults) {
    if (!expect_kind(node, Node::Kind::text, faults)) return std::nullopt;
    std::vector<std::string_view> allowed;
    for (const Word<Value>& word : words) {
        if (word.word == node.text) return word.value;
        allowed.push_back(word.word);
    }
    add_not_a_word(node, allowed, faults);
    return std::nullopt;
}

template <class Value>
std::optional<Value> TableReader::word(std::string_view key, std::span<const Word<Value>> words) {
    const Node* value = find(key);
    return value ? to_word(*value, words, *faults_) : std::nullopt;
}

}  // namespace besshi::form
