#pragma once

#include "conformance/object.h"

/// Tokens of a PDF file, of a content stream and of a CMap (ISO 32000-1 §7.2), byte by byte as they stand.
namespace besshi::conformance {

struct Token {
    enum class Kind : std::uint8_t {
        end,
        integer,
        real,
        name,
        literal_string,
        hex_string,
        open_array,
        close_array,
        open_dictionary,
        close_dictionary,
        keyword
    };
    Kind kind = Kind::end;
    std::string_view raw;  ///< with its delimiters

    bool is_keyword(std::string_view word) const { return kind == Kind::keyword && raw == word; }
};

bool is_white_space(char c);

class Lexer {
public:
    explicit Lexer(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

    Token next();
    /// Position after the last token.
    std::size_t position() const { return at_; }
    void move_to(std::size_t position) { at_ = position; }
    /// Behind `ID`: to the end of the `EI` that follows the data of an inline image.
    void skip_inline_data();

private:
    void skip_space();
    std::size_t end_of_literal_string() const;
    std::size_t end_of_regular() const;
    Token token(Token::Kind kind, std::size_t end);

    std::string_view bytes_;
    std::size_t at_;
};

/// The value of a name or string token.
std::string name_of(const Token& token);
std::string bytes_of(const Token& token);
/// The value of a number token; integers beyond 64 bits become the largest ones.
std::int64_t integer_of(const Token& token);
double real_of(const Token& token);

/// The direct object that begins with `first`; keywords other than true, false and null become null. Deeper nesting
/// than 64 is cut.
Object read_object(Lexer& lexer, const Token& first);

}  // namespace besshi::conformance
