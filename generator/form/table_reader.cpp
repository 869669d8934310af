#include "form/table_reader.h"

#include "form/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::form {

namespace {

const Node& empty_table() {
    static const Node node = [] {
        Node table;
        table.kind = Node::Kind::table;
        return table;
    }();
    return node;
}

std::string_view describe(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::text:
            return "\"…\" で囲んだ文字";
        case Node::Kind::integer:
            return "整数";
        case Node::Kind::number:
            return "数";
        case Node::Kind::boolean:
            return "true か false";
        case Node::Kind::date:
            return "日付（2024-05-17 の形、引用符なし）";
        case Node::Kind::array:
            return "[ … ] の並び";
        case Node::Kind::table:
            return "{ … } の組";
        case Node::Kind::unsupported:
            return "使えない種類の値";
    }
    return {};
}

bool is_number(const Node& node) {
    return node.kind == Node::Kind::integer || node.kind == Node::Kind::number;
}

std::optional<Length> to_length(const Node& node, double least, double most, Length (*from)(double), Faults& faults) {
    if (!is_number(node)) {
        faults.add(kinds::value_kind, node.place, {describe(Node::Kind::number), describe(node.kind)});
        return std::nullopt;
    }
    if (!(node.number >= least && node.number <= most)) {
        faults.add(kinds::value_range, node.place, {fmt::format("{}", least), fmt::format("{}", most)});
        return std::nullopt;
    }
    return from(node.number);
}

}  // namespace

bool expect_kind(const Node& node, Node::Kind kind, Faults& faults) {
    if (node.kind == kind) return true;
    faults.add(kinds::value_kind, node.place, {describe(kind), describe(node.kind)});
    return false;
}

std::optional<std::string> to_text(const Node& node, Faults& faults) {
    if (!expect_kind(node, Node::Kind::text, faults)) return std::nullopt;
    return node.text;
}

std::optional<Length> to_millimetres(const Node& node, Faults& faults) {
    return to_length(node, 0, 2000, &Length::from_mm, faults);
}

std::optional<Length> to_points(const Node& node, Faults& faults) {
    return to_length(node, 1, 200, &Length::from_pt, faults);
}

void add_not_a_word(const Node& value, std::span<const std::string_view> words, Faults& faults) {
    faults.add(kinds::value_word, value.place,
               {value.text, quoted_list(words), suggestion(find_nearest(value.text, words))});
}

TableReader::TableReader(const Node& node, Faults& faults)
    : node_(expect_kind(node, Node::Kind::table, faults) ? &node : &empty_table()), faults_(&faults) {}

const Node* TableReader::find(std::string_view key) {
    known_.push_back(key);
    const Member* member = node_->find(key);
    return member ? &member->value : nullptr;
}

const Node* TableReader::require(std::string_view key) {
    return look_up(key, Presence::required);
}

const Node* TableReader::look_up(std::string_view key, Presence presence) {
    const Node* value = find(key);
    if (!value && presence == Presence::required && node_ != &empty_table())
        faults_->add(kinds::key_missing, node_->place, {key});
    return value;
}

const Node* TableReader::look_up(std::string_view key, Node::Kind kind, Presence presence) {
    const Node* value = look_up(key, presence);
    return value && expect_kind(*value, kind, *faults_) ? value : nullptr;
}

Place TableReader::place_of(std::string_view key) const {
    const Member* member = node_->find(key);
    return member ? member->value.place : node_->place;
}

std::optional<std::string> TableReader::text(std::string_view key, Presence presence) {
    const Node* value = look_up(key, Node::Kind::text, presence);
    return value ? std::optional(value->text) : std::nullopt;
}

std::optional<Length> TableReader::millimetres(std::string_view key, Presence presence) {
    const Node* value = look_up(key, presence);
    return value ? to_millimetres(*value, *faults_) : std::nullopt;
}

std::optional<Length> TableReader::points(std::string_view key) {
    const Node* value = find(key);
    return value ? to_points(*value, *faults_) : std::nullopt;
}

std::optional<bool> TableReader::flag(std::string_view key) {
    const Node* value = look_up(key, Node::Kind::boolean, Presence::optional);
    return value ? std::optional(value->flag) : std::nullopt;
}

std::optional<int> TableReader::count(std::string_view key, int least, int most) {
    const Node* value = look_up(key, Node::Kind::integer, Presence::optional);
    if (!value) return std::nullopt;
    if (value->number < least || value->number > most) {
        faults_->add(kinds::value_range, value->place, {fmt::format("{}", least), fmt::format("{}", most)});
        return std::nullopt;
    }
    return static_cast<int>(value->number);
}

std::optional<Date> TableReader::date(std::string_view key, Presence presence) {
    const Node* value = look_up(key, Node::Kind::date, presence);
    if (!value) return std::nullopt;
    const std::optional<Date> date = base::parse_date(value->text);
    if (!date) faults_->add(kinds::value_range, value->place, {"1868-01-01", "2200-12-31"});
    return date;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    std::vector<std::string> all;
    const Node* value = look_up(key, Node::Kind::array, Presence::optional);
    if (!value) return all;
    for (const Node& item : value->items)
        if (std::optional<std::string> text = to_text(item, *faults_)) all.push_back(std::move(*text));
    return all;
}

void TableReader::finish() {
    for (const Member& member : node_->members) {
        if (std::ranges::find(known_, std::string_view(member.key)) != known_.end()) continue;
        const std::string all = "ここで使えるのは" + quoted_list(known_) + "です。";
        faults_->add(kinds::key_unknown, member.place, {member.key, suggestion(find_nearest(member.key, known_), all)});
    }
}

}  // namespace besshi::form
