#include "base/ruby.h"

#include "base/utf8.h"

#include <algorithm>
#include <optional>

namespace besshi::base {

namespace {

/// What stands between the braces of a notation.
struct Notation {
    std::string_view base;
    std::vector<std::string_view> readings;
    std::size_t bytes = 0;  ///< with its braces
};

std::vector<std::string_view> split(std::string_view inside) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        const std::size_t bar = std::min(inside.find('|', at), inside.size());
        parts.push_back(inside.substr(at, bar - at));
        if (bar == inside.size()) return parts;
        at = bar + 1;
    }
}

/// `{{` is a tag of forms and no notation.
bool is_doubled(std::string_view source, std::size_t open) {
    return open > 0 && source[open - 1] == '{';
}

/// The notation that begins with the `{` at `open`.
std::optional<Notation> find_notation(std::string_view source, std::size_t open) {
    if (is_doubled(source, open)) return std::nullopt;
    const std::size_t close = source.find_first_of("{}\n", open + 1);
    if (close == std::string_view::npos || source[close] != '}') return std::nullopt;
    std::vector<std::string_view> parts = split(source.substr(open + 1, close - open - 1));
    const bool has_empty_part = std::ranges::any_of(parts, &std::string_view::empty);
    if (parts.size() < 2 || has_empty_part) return std::nullopt;
    const std::size_t readings = parts.size() - 1;
    if (readings > 1 && readings != count_characters(parts.front())) return std::nullopt;
    return Notation{parts.front(), {parts.begin() + 1, parts.end()}, close + 1 - open};
}

/// Bytes of the first character of `text`, with the selectors and voicing marks that `count_characters` leaves out.
std::size_t first_character(std::string_view text) {
    std::size_t bytes = 0;
    for (bool has_counted = false; bytes < text.size();) {
        const std::string_view next = text.substr(bytes, code_point_at(text, bytes).bytes);
        const bool counts = count_characters(next) != 0;
        if (counts && has_counted) break;
        has_counted = has_counted || counts;
        bytes += next.size();
    }
    return bytes;
}

void append(RubyText& text, const Notation& notation) {
    std::string_view left = notation.base;
    for (const std::string_view reading : notation.readings) {
        const std::size_t bytes = notation.readings.size() == 1 ? left.size() : first_character(left);
        const auto begin = static_cast<std::uint32_t>(text.text.size());
        text.text += left.substr(0, bytes);
        text.rubies.push_back({begin, static_cast<std::uint32_t>(text.text.size()), std::string(reading)});
        left.remove_prefix(bytes);
    }
}

std::size_t count_backslashes_before(std::string_view source, std::size_t at) {
    std::size_t count = 0;
    while (count < at && source[at - 1 - count] == '\\') ++count;
    return count;
}

}  // namespace

RubyText read_ruby(std::string_view source) {
    RubyText read;
    std::size_t copied = 0;
    for (std::size_t open = source.find('{'); open != std::string_view::npos; open = source.find('{', open + 1)) {
        const std::optional<Notation> notation = find_notation(source, open);
        if (!notation) continue;
        const std::size_t backslashes = count_backslashes_before(source, open);
        read.text += source.substr(copied, open - copied - (backslashes + 1) / 2);
        copied = open;
        if (backslashes % 2 == 1) continue;
        append(read, *notation);
        copied = open + notation->bytes;
    }
    read.text += source.substr(copied);
    return read;
}

std::string without_ruby(std::string_view source) {
    return read_ruby(source).text;
}

std::size_t find_malformed_ruby(std::string_view source) {
    for (std::size_t open = source.find('{'); open != std::string_view::npos; open = source.find('{', open + 1)) {
        const std::string_view inside = source.substr(open + 1, source.find_first_of("{}\n", open + 1) - open - 1);
        const bool looks_like_one = inside.find('|') != std::string_view::npos && !is_doubled(source, open);
        const bool is_plain = count_backslashes_before(source, open) > 0;
        if (looks_like_one && !is_plain && !find_notation(source, open)) return open;
    }
    return std::string_view::npos;
}

}  // namespace besshi::base
