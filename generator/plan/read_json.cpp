#include "plan/diagnostics.h"
#include "plan/raw.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>

namespace besshi::plan::raw {

namespace {

/// Walks the bytes and lets the handler know how far the parser has come.
class TrackedBytes {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackedBytes(const char* at, const char** reached) : at_(at), reached_(reached) {}
    reference operator*() const { return *at_; }
    TrackedBytes& operator++() {
        *reached_ = ++at_;
        return *this;
    }
    TrackedBytes operator++(int) {
        TrackedBytes before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TrackedBytes& other) const { return at_ == other.at_; }
    bool operator!=(const TrackedBytes& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** reached_;
};

/// Receives the events of nlohmann's parser and builds the tree.
class JsonHandler final : public nlohmann::json_sax<nlohmann::json> {
public:
    JsonHandler(Tree& tree, std::string_view bytes, const ReadLimits& limits, Faults& faults)
        : reached(bytes.data()), tree_(tree), bytes_(bytes), limits_(limits), faults_(faults) {}

    const char* reached;

    bool null() override { return add({}); }
    bool boolean(bool value) override { return add({.kind = Kind::boolean, .truth = value}); }
    bool number_integer(number_integer_t value) override { return add({.kind = Kind::integer, .integer = value}); }
    bool number_unsigned(number_unsigned_t value) override {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return add({.kind = Kind::real});
        return add({.kind = Kind::integer, .integer = static_cast<std::int64_t>(value)});
    }
    bool number_float(number_float_t, const string_t&) override { return add({.kind = Kind::real}); }
    bool string(string_t& value) override { return add({.kind = Kind::text, .text = std::move(value)}); }
    bool binary(binary_t&) override { return false; }
    bool key(string_t& name) override {
        key_ = std::move(name);
        return true;
    }
    bool start_object(std::size_t) override { return open(Kind::object); }
    bool start_array(std::size_t) override { return open(Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
        const std::size_t offset = std::min(position > 0 ? position - 1 : 0, bytes_.size());
        const Origin place = tree_.origin_at(offset);
        const std::string_view what = error.what();
        constexpr int number_overflow = 406;
        if (what.find("surrogate") != std::string_view::npos) {
            faults_.add(kinds::lone_surrogate, place);
        } else {
            const std::string_view reason = error.id == number_overflow ? "数が大きすぎます" : reason_at(offset);
            faults_.add(kinds::json_syntax, place,
                        {fmt::format("{}行目の{}文字目：{}", place.line, place.column, reason)});
        }
        return false;
    }

private:
    std::string_view reason_at(std::size_t offset) const {
        if (offset >= bytes_.size()) return "途中で終わっています";
        const unsigned char byte = static_cast<unsigned char>(bytes_[offset]);
        if (byte < 0x20) return "引用符の中に、改行やタブがそのまま入っています";
        if (byte >= 0x80) return "引用符の外に、全角の文字があります";
        return "ここに書けないものがあります";
    }

    NodeId parent() const { return open_.empty() ? no_node : open_.back(); }

    bool add(Node node) {
        if (tree_.size() >= limits_.items) {
            faults_.add(kinds::too_many_items, here(), {std::to_string(limits_.items)});
            return false;
        }
        node.offset = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(reached - bytes_.data() - 1, 0));
        node.key = std::move(key_);
        key_.clear();
        last_ = tree_.add(parent(), std::move(node));
        return true;
    }

    bool open(Kind kind) {
        if (open_.size() >= limits_.depth) {
            faults_.add(kinds::too_deep, here(), {std::to_string(limits_.depth)});
            return false;
        }
        if (!add({.kind = kind})) return false;
        open_.push_back(last_);
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    Origin here() const { return tree_.origin_at(static_cast<std::size_t>(reached - bytes_.data())); }

    Tree& tree_;
    std::string_view bytes_;
    const ReadLimits& limits_;
    Faults& faults_;
    std::vector<NodeId> open_;
    std::string key_;
    NodeId last_ = no_node;
};

}  // namespace

bool read_json(Tree& tree, std::string_view bytes, const ReadLimits& limits, Faults& faults) {
    constexpr std::size_t usual_bytes_per_value = 24;
    tree.reserve(std::min(bytes.size() / usual_bytes_per_value + 1, limits.items));
    JsonHandler handler(tree, bytes, limits, faults);
    const TrackedBytes begin(bytes.data(), &handler.reached), end(bytes.data() + bytes.size(), &handler.reached);
    return nlohmann::json::sax_parse(begin, end, &handler);
}

}  // namespace besshi::plan::raw
