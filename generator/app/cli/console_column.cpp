#include "cli/console_column.h"

#include "base/base.h"

namespace besshi::app {

namespace {

constexpr std::string_view cut_mark = "～";

std::size_t columns_of(char32_t c) {
    const bool combines = base::is_variation_selector(c) || c == 0x3099 || c == 0x309A;
    if (combines) return 0;
    const bool is_half_width = c >= 0xFF61 && c <= 0xFFDC;
    return c < 0x2E80 || is_half_width ? 1 : 2;
}

/// The longest beginning of `text` that takes at most `columns`.
std::string_view beginning(std::string_view text, std::size_t columns) {
    std::size_t taken = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::code_point_at(text, at);
        taken += columns_of(c.value);
        if (taken > columns) return text.substr(0, at);
        at += c.bytes;
    }
    return text;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::code_point_at(text, at);
        columns += columns_of(c.value);
        at += c.bytes;
    }
    return columns;
}

std::string pad_right(std::string_view text, std::size_t columns) {
    std::string padded(text);
    if (columns_of(text) > columns) {
        padded = beginning(text, columns - columns_of(cut_mark));
        padded += cut_mark;
    }
    return padded.append(columns - columns_of(padded), ' ');
}

std::string pad_left(std::string_view text, std::size_t columns) {
    const std::size_t taken = columns_of(text);
    return std::string(taken < columns ? columns - taken : 0, ' ').append(text);
}

}  // namespace besshi::app
