#include "conformance/lexer.h"

#include <charconv>
#include <limits>

namespace besshi::conformance {

namespace {

constexpr int deepest_nesting = 64;

bool is_delimiter(char c) {
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/// Integer, real or keyword, by its characters.
Token::Kind kind_of_regular(std::string_view raw) {
    bool digits = false, point = false;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (c >= '0' && c <= '9')
            digits = true;
        else if (c == '.' && !point)
            point = true;
        else if (!((c == '+' || c == '-') && i == 0))
            return Token::Kind::keyword;
    }
    if (!digits) return Token::Kind::keyword;
    return point ? Token::Kind::real : Token::Kind::integer;
}

std::string bytes_of_hex(std::string_view digits) {
    std::string bytes;
    int high = -1;
    for (const char c : digits) {
        const int digit = hex_digit(c);
        if (digit < 0) continue;
        if (high < 0) {
            high = digit;
        } else {
            bytes += static_cast<char>(high * 16 + digit);
            high = -1;
        }
    }
    if (high >= 0) bytes += static_cast<char>(high * 16);
    return bytes;
}

/// Up to three octal digits at `i`, which is moved to the last of them.
char octal(std::string_view text, std::size_t& i) {
    int value = 0;
    std::size_t end = i;
    for (; end < text.size() && end < i + 3 && text[end] >= '0' && text[end] <= '7'; ++end)
        value = value * 8 + (text[end] - '0');
    i = end - 1;
    return static_cast<char>(value);
}

std::string bytes_of_literal(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            bytes += text[i];
            continue;
        }
        if (++i >= text.size()) break;
        switch (text[i]) {
            case 'n':
                bytes += '\n';
                break;
            case 'r':
                bytes += '\r';
                break;
            case 't':
                bytes += '\t';
                break;
            case 'b':
                bytes += '\b';
                break;
            case 'f':
                bytes += '\f';
                break;
            case '\n':
                break;
            case '\r':
                if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
                break;
            default:
                bytes += text[i] >= '0' && text[i] <= '7' ? octal(text, i) : text[i];
        }
    }
    return bytes;
}

Object read_nested(Lexer& lexer, const Token& first, int depth);

Object read_array(Lexer& lexer, int depth) {
    Object::Array array;
    for (Token token = lexer.next(); token.kind != Token::Kind::end && token.kind != Token::Kind::close_array;
         token = lexer.next())
        array.push_back(read_nested(lexer, token, depth));
    return Object(std::move(array));
}

Object read_dictionary(Lexer& lexer, int depth) {
    Dictionary dictionary;
    for (Token key = lexer.next(); key.kind == Token::Kind::name; key = lexer.next())
        dictionary.entries.push_back({name_of(key), read_nested(lexer, lexer.next(), depth)});
    return Object(std::move(dictionary));
}

Object read_nested(Lexer& lexer, const Token& first, int depth) {
    if (depth > deepest_nesting) return {};
    switch (first.kind) {
        case Token::Kind::integer:
            return Object(integer_of(first));
        case Token::Kind::real:
            return Object(real_of(first));
        case Token::Kind::name:
            return Object(Name{name_of(first)});
        case Token::Kind::literal_string:
        case Token::Kind::hex_string:
            return Object(String{bytes_of(first)});
        case Token::Kind::open_array:
            return read_array(lexer, depth + 1);
        case Token::Kind::open_dictionary:
            return read_dictionary(lexer, depth + 1);
        case Token::Kind::keyword:
            if (first.raw == "true" || first.raw == "false") return Object(first.raw == "true");
            return {};
        case Token::Kind::close_array:
        case Token::Kind::close_dictionary:
        case Token::Kind::end:
            return {};
    }
    return {};
}

}  // namespace

bool is_white_space(char c) {
    return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

void Lexer::skip_space() {
    while (at_ < bytes_.size()) {
        if (bytes_[at_] == '%')
            while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
        else if (is_white_space(bytes_[at_]))
            ++at_;
        else
            return;
    }
}

std::size_t Lexer::end_of_literal_string() const {
    int depth = 0;
    for (std::size_t i = at_; i < bytes_.size(); ++i) {
        if (bytes_[i] == '\\')
            ++i;
        else if (bytes_[i] == '(')
            ++depth;
        else if (bytes_[i] == ')' && --depth == 0)
            return i + 1;
    }
    return bytes_.size();
}

std::size_t Lexer::end_of_regular() const {
    std::size_t end = at_ + 1;
    while (end < bytes_.size() && !is_white_space(bytes_[end]) && !is_delimiter(bytes_[end])) ++end;
    return end;
}

Token Lexer::token(Token::Kind kind, std::size_t end) {
    const Token token{kind, bytes_.substr(at_, end - at_)};
    at_ = std::min(end, bytes_.size());
    return token;
}

Token Lexer::next() {
    skip_space();
    if (at_ >= bytes_.size()) return {};
    const std::string_view rest = bytes_.substr(at_);
    switch (rest.front()) {
        case '/':
            return token(Token::Kind::name, end_of_regular());
        case '(':
            return token(Token::Kind::literal_string, end_of_literal_string());
        case '[':
            return token(Token::Kind::open_array, at_ + 1);
        case ']':
            return token(Token::Kind::close_array, at_ + 1);
        case '<': {
            if (rest.starts_with("<<")) return token(Token::Kind::open_dictionary, at_ + 2);
            const std::size_t close = bytes_.find('>', at_);
            return token(Token::Kind::hex_string, close == std::string_view::npos ? bytes_.size() : close + 1);
        }
        case '>':
            if (rest.starts_with(">>")) return token(Token::Kind::close_dictionary, at_ + 2);
            return token(Token::Kind::keyword, at_ + 1);
        case ')':
        case '{':
        case '}':
            return token(Token::Kind::keyword, at_ + 1);
        default: {
            const std::size_t end = end_of_regular();
            return token(kind_of_regular(bytes_.substr(at_, end - at_)), end);
        }
    }
}

void Lexer::skip_inline_data() {
    for (std::size_t at = bytes_.find("EI", at_); at != std::string_view::npos; at = bytes_.find("EI", at + 1)) {
        const bool ends_before = at > 0 && is_white_space(bytes_[at - 1]);
        const bool ends_after = at + 2 >= bytes_.size() || is_white_space(bytes_[at + 2]);
        if (!ends_before || !ends_after) continue;
        at_ = at + 2;
        return;
    }
    at_ = bytes_.size();
}

std::string name_of(const Token& token) {
    std::string name;
    for (std::size_t i = 1; i < token.raw.size(); ++i) {
        const bool escaped = token.raw[i] == '#' && i + 2 < token.raw.size() && hex_digit(token.raw[i + 1]) >= 0 &&
                             hex_digit(token.raw[i + 2]) >= 0;
        if (escaped) {
            name += static_cast<char>(hex_digit(token.raw[i + 1]) * 16 + hex_digit(token.raw[i + 2]));
            i += 2;
        } else {
            name += token.raw[i];
        }
    }
    return name;
}

std::string bytes_of(const Token& token) {
    if (token.raw.size() < 2) return {};
    const std::string_view inside = token.raw.substr(1, token.raw.size() - 2);
    return token.kind == Token::Kind::hex_string ? bytes_of_hex(inside) : bytes_of_literal(inside);
}

std::int64_t integer_of(const Token& token) {
    std::string_view digits = token.raw;
    if (digits.starts_with('+')) digits.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range)
        return digits.starts_with('-') ? std::numeric_limits<std::int64_t>::min()
                                       : std::numeric_limits<std::int64_t>::max();
    return value;
}

double real_of(const Token& token) {
    std::string_view digits = token.raw;
    if (digits.starts_with('+')) digits.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range) {
        // Too large, or too close to zero: the digits before the point tell.
        const bool large = digits.find_first_of("123456789") < digits.find('.');
        return large ? std::numeric_limits<double>::max() : std::numeric_limits<double>::denorm_min();
    }
    return value;
}

Object read_object(Lexer& lexer, const Token& first) {
    return read_nested(lexer, first, 0);
}

}  // namespace besshi::conformance
