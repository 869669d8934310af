#include "plan/diagnostics.h"
#include "plan/raw.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <limits>
#include <optional>

namespace besshi::plan::raw {

namespace {

constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_high_surrogate(char32_t c) {
    return c >= 0xD800 && c <= 0xDBFF;
}
constexpr bool is_low_surrogate(char32_t c) {
    return c >= 0xDC00 && c <= 0xDFFF;
}

/// Bytes that end a stretch of a string as it stands (RFC 8259 §7): the quotation mark, an escape, a control.
constexpr std::array<bool, 256> ends_stretch = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
    table['"'] = table['\\'] = true;
    return table;
}();

/// Reads well-formed UTF-8 into a tree. Every `read_` begins where its token does and ends behind it; false: a fault
/// was added and nothing more is read.
class JsonReader {
public:
    JsonReader(Tree& tree, std::string_view bytes, const ReadLimits& limits, Faults& faults)
        : tree_(tree), bytes_(bytes), limits_(limits), faults_(faults) {}

    bool read() {
        skip_space();
        if (!read_value(no_node, {}, 0)) return false;
        skip_space();
        return at_ == bytes_.size() || refuse();
    }

private:
    bool is_at(char c) const { return at_ < bytes_.size() && bytes_[at_] == c; }

    void skip_space() {
        while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
    }

    bool take(char c) {
        skip_space();
        if (!is_at(c)) return false;
        ++at_;
        skip_space();
        return true;
    }

    /// `depth`: how many lists and objects stand around the value.
    bool read_value(NodeId parent, std::string_view key, std::size_t depth) {
        if (at_ == bytes_.size()) return refuse();
        Node node;
        node.key = key;
        node.offset = static_cast<std::uint32_t>(at_);
        switch (bytes_[at_]) {
            case '{':
                node.kind = Kind::object;
                return read_container(parent, node, depth);
            case '[':
                node.kind = Kind::list;
                return read_container(parent, node, depth);
            case '"':
                node.kind = Kind::text;
                return read_string(node.text) && add(parent, node);
            case 't':
                node.kind = Kind::boolean;
                node.truth = true;
                return read_word("true") && add(parent, node);
            case 'f':
                node.kind = Kind::boolean;
                return read_word("false") && add(parent, node);
            case 'n':
                return read_word("null") && add(parent, node);
            default:
                return read_number(node) && add(parent, node);
        }
    }

    bool add(NodeId parent, const Node& node) {
        if (tree_.size() >= limits_.items) {
            faults_.add(kinds::too_many_items, tree_.origin_at(at_), {std::to_string(limits_.items)});
            return false;
        }
        last_ = tree_.add(parent, node);
        return true;
    }

    bool read_container(NodeId parent, const Node& node, std::size_t depth) {
        if (depth >= limits_.depth) {
            faults_.add(kinds::too_deep, tree_.origin_at(at_), {std::to_string(limits_.depth)});
            return false;
        }
        if (!add(parent, node)) return false;
        const char close = node.kind == Kind::object ? '}' : ']';
        ++at_;
        if (take(close)) return true;
        const NodeId container = last_;
        do {
            std::string_view key;
            if (node.kind == Kind::object && !(read_key(key))) return false;
            if (!read_value(container, key, depth + 1)) return false;
        } while (take(','));
        if (!is_at(close)) return refuse();
        ++at_;
        return true;
    }

    bool read_key(std::string_view& key) {
        if (!is_at('"')) return refuse();
        if (!read_string(key)) return false;
        return take(':') || refuse();
    }

    bool read_word(std::string_view word) {
        for (const char c : word) {
            if (!is_at(c)) return refuse();
            ++at_;
        }
        return true;
    }

    /// RFC 8259 §6. What is no whole number of 64 bits is only known to be one that is not.
    bool read_number(Node& node) {
        const std::size_t begin = at_;
        if (is_at('-')) ++at_;
        if (is_at('0'))
            ++at_;
        else if (!read_digits())
            return false;
        node.kind = Kind::integer;
        if (is_at('.')) {
            ++at_;
            node.kind = Kind::real;
            if (!read_digits()) return false;
        }
        if (is_at('e') || is_at('E')) {
            ++at_;
            node.kind = Kind::real;
            if (is_at('+') || is_at('-')) ++at_;
            if (!read_digits()) return false;
        }
        const std::string_view written = bytes_.substr(begin, at_ - begin);
        const char* const end = written.data() + written.size();
        if (node.kind == Kind::integer && std::from_chars(written.data(), end, node.integer).ec == std::errc())
            return true;
        node.kind = Kind::real;
        double value = 0;
        const bool out_of_range = std::from_chars(written.data(), end, value).ec != std::errc();
        const bool tiny = written.find("e-") != written.npos || written.find("E-") != written.npos;
        return !out_of_range || tiny || refuse_syntax(begin, "数が大きすぎます");
    }

    bool read_digits() {
        if (at_ == bytes_.size() || !is_digit(bytes_[at_])) return refuse();
        while (at_ < bytes_.size() && is_digit(bytes_[at_])) ++at_;
        return true;
    }

    /// A string without escapes is looked at where it stands.
    bool read_string(std::string_view& text) {
        ++at_;
        const std::string_view plain = read_stretch();
        if (is_at('"')) {
            ++at_;
            text = plain;
            return true;
        }
        std::string unescaped(plain);
        while (is_at('\\')) {
            ++at_;
            if (!read_escape(unescaped)) return false;
            unescaped += read_stretch();
        }
        if (!is_at('"')) return refuse();
        ++at_;
        text = tree_.keep(std::move(unescaped));
        return true;
    }

    std::string_view read_stretch() {
        const std::size_t begin = at_;
        while (at_ < bytes_.size() && !ends_stretch[static_cast<unsigned char>(bytes_[at_])]) ++at_;
        return bytes_.substr(begin, at_ - begin);
    }

    bool read_escape(std::string& text) {
        static constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        if (is_at('u')) return read_code_point(text);
        const std::size_t letter = at_ < bytes_.size() ? letters.find(bytes_[at_]) : letters.npos;
        if (letter == letters.npos) return refuse();
        text += meanings[letter];
        ++at_;
        return true;
    }

    /// `uXXXX`, or two of them that are a surrogate pair (RFC 8259 §7, §8.2).
    bool read_code_point(std::string& text) {
        const std::size_t begin = at_;
        auto c = read_unit();
        if (!c) return false;
        if (is_low_surrogate(*c)) return refuse_surrogate(begin);
        if (is_high_surrogate(*c)) {
            if (!bytes_.substr(at_).starts_with("\\u")) return refuse_surrogate(begin);
            ++at_;
            const auto low = read_unit();
            if (!low) return false;
            if (!is_low_surrogate(*low)) return refuse_surrogate(begin);
            c = 0x10000 + ((*c - 0xD800) << 10) + (*low - 0xDC00);
        }
        base::append_utf8(text, *c);
        return true;
    }

    std::optional<char32_t> read_unit() {
        ++at_;  // the u
        const std::string_view digits = bytes_.substr(at_, 4);
        std::uint32_t unit = 0;
        const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
        at_ += static_cast<std::size_t>(end - digits.data());
        if (fault != std::errc() || end != digits.data() + 4) {
            refuse();
            return std::nullopt;
        }
        return char32_t{unit};
    }

    bool refuse_surrogate(std::size_t at) {
        faults_.add(kinds::lone_surrogate, tree_.origin_at(at));
        return false;
    }

    bool refuse() { return refuse_syntax(at_, reason_at(at_)); }

    bool refuse_syntax(std::size_t at, std::string_view reason) {
        const Origin place = tree_.origin_at(at);
        faults_.add(kinds::json_syntax, place, {fmt::format("{}行目の{}文字目：{}", place.line, place.column, reason)});
        return false;
    }

    std::string_view reason_at(std::size_t offset) const {
        if (offset >= bytes_.size()) return "途中で終わっています";
        const unsigned char byte = static_cast<unsigned char>(bytes_[offset]);
        if (byte < 0x20) return "引用符の中に、改行やタブがそのまま入っています";
        if (byte >= 0x80) return "引用符の外に、全角の文字があります";
        return "ここに書けないものがあります";
    }

    Tree& tree_;
    std::string_view bytes_;
    const ReadLimits& limits_;
    Faults& faults_;
    std::size_t at_ = 0;
    NodeId last_ = no_node;
};

}  // namespace

bool read_json(Tree& tree, std::string_view bytes, const ReadLimits& limits, Faults& faults) {
    if (base::find_ill_formed_utf8(bytes) != std::string_view::npos) return false;
    constexpr std::size_t usual_bytes_per_value = 24;
    tree.reserve(std::min(bytes.size() / usual_bytes_per_value + 1, limits.items));
    return JsonReader(tree, bytes, limits, faults).read();
}

}  // namespace besshi::plan::raw
