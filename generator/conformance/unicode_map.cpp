#include "conformance/unicode_map.h"

#include "conformance/lexer.h"

namespace besshi::conformance {

namespace {

constexpr std::size_t most_codes = 65'536;   // handled, the same one twice or not
constexpr std::size_t longest_target = 512;  // bytes (ISO 32000-1 §9.10.3)

std::uint32_t code_of(const Token& token) {
    std::uint32_t code = 0;
    for (const char c : bytes_of(token)) code = code << 8 | static_cast<unsigned char>(c);
    return code;
}

/// Empty if it is longer than it may be.
std::u16string utf16_of(const Token& token) {
    if (token.raw.size() > 2 * longest_target + 2) return {};
    const std::string bytes = bytes_of(token);
    std::u16string text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        text +=
            static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) << 8 | static_cast<unsigned char>(bytes[i + 1]));
    return text;
}

class CmapReader {
public:
    explicit CmapReader(std::string_view cmap) : lexer_(cmap) {}

    std::map<std::uint32_t, std::u16string> read() {
        for (Token token = lexer_.next(); token.kind != Token::Kind::end; token = lexer_.next()) {
            if (token.is_keyword("beginbfchar")) read_characters();
            if (token.is_keyword("beginbfrange")) read_ranges();
        }
        return std::move(map_);
    }

private:
    void read_characters() {
        for (Token code = lexer_.next(); code.kind == Token::Kind::hex_string; code = lexer_.next())
            add(code_of(code), utf16_of(lexer_.next()));
    }

    void read_ranges() {
        for (Token first = lexer_.next(); first.kind == Token::Kind::hex_string; first = lexer_.next()) {
            const std::uint32_t begin = code_of(first), end = code_of(lexer_.next());
            const Token target = lexer_.next();
            if (target.kind == Token::Kind::open_array) {
                std::uint32_t code = begin;
                for (Token each = lexer_.next(); each.kind == Token::Kind::hex_string; each = lexer_.next())
                    add(code++, utf16_of(each));
                continue;
            }
            std::u16string text = utf16_of(target);
            for (std::uint32_t code = begin; code <= end && handled_ < most_codes; ++code) {
                add(code, text);
                if (!text.empty()) ++text.back();
            }
        }
    }

    void add(std::uint32_t code, std::u16string text) {
        if (handled_++ < most_codes) map_[code] = std::move(text);
    }

    Lexer lexer_;
    std::map<std::uint32_t, std::u16string> map_;
    std::size_t handled_ = 0;
};

}  // namespace

std::map<std::uint32_t, std::u16string> read_unicode_map(std::string_view cmap) {
    return CmapReader(cmap).read();
}

bool is_well_formed(std::u16string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_high = text[i] >= 0xD800 && text[i] < 0xDC00;
        const bool is_low = text[i] >= 0xDC00 && text[i] < 0xE000;
        if (is_low) return false;
        if (!is_high) continue;
        if (++i == text.size() || text[i] < 0xDC00 || text[i] >= 0xE000) return false;
    }
    return true;
}

}  // namespace besshi::conformance
