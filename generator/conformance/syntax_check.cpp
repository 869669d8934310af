#include "conformance/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace besshi::conformance {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Bytes of the line end (LF, CR or CR LF) that `text` begins with; 0 if it begins with none.
std::size_t line_end(std::string_view text) {
    if (text.starts_with("\r\n")) return 2;
    return text.starts_with('\n') || text.starts_with('\r') ? 1 : 0;
}

bool ends_line(std::string_view text) {
    return text.ends_with('\n') || text.ends_with('\r');
}

/// The digits that `text` begins with, taken off it.
std::string_view take_digits(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, is_digit);
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

/// §6.1.6 and §6.1.13.
void check_token(const Token& token, const std::string& place, Findings& findings) {
    check_limits(token, place, findings);
    if (token.kind != Token::Kind::hex_string || token.raw.size() < 2) return;
    std::size_t digits = 0;
    for (const char c : token.raw.substr(1, token.raw.size() - 2)) {
        if (is_white_space(c)) continue;
        ++digits;
        const bool hexadecimal = is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
        if (!hexadecimal) return findings.add("6.1.6-2"_rule, place);
    }
    if (digits % 2 != 0) findings.add("6.1.6-1"_rule, place);
}

void check_header(std::string_view bytes, Findings& findings) {
    constexpr std::size_t length = 8;  // %PDF-1.n
    const bool named = bytes.size() > length && bytes.starts_with("%PDF-1.") && bytes[7] >= '0' && bytes[7] <= '7';
    const std::size_t end = named ? line_end(bytes.substr(length)) : 0;
    if (end == 0) return findings.add("6.1.2-1"_rule, {});
    const std::string_view comment = bytes.substr(length + end);
    const bool binary = comment.size() > 4 && comment.front() == '%' &&
                        std::ranges::all_of(comment.substr(1, 4), [](char c) { return (c & 0x80) != 0; });
    if (!binary) findings.add("6.1.2-2"_rule, {});
}

void check_end(std::string_view bytes, Findings& findings) {
    const std::size_t at = bytes.rfind("%%EOF");
    if (at == std::string_view::npos) return findings.add("6.1.3-3"_rule, {}, "%%EOF がない");
    const std::string_view rest = bytes.substr(at + 5);
    if (line_end(rest) != rest.size()) findings.add("6.1.3-3"_rule, {}, fmt::format("{}バイト", rest.size()));
}

void check_trailer(const PdfFile& file, Findings& findings) {
    const Object::Array* id = file.find(file.trailer(), "ID").as_array();
    const bool named = id != nullptr && id->size() == 2 && std::ranges::all_of(*id, [&](const Object& part) {
                           const auto text = file.resolve(part).as_string();
                           return text && !text->empty();
                       });
    if (!named) findings.add("6.1.3-1"_rule, {});
    if (!file.trailer().entry("Encrypt").is_null()) findings.add("6.1.3-2"_rule, {});
}

/// The cross-reference tables of all updates, the newest first.
class CrossReferences {
public:
    CrossReferences(const PdfFile& file, Findings& findings) : bytes_(file.bytes()), findings_(findings) {}

    void check() {
        std::optional<std::size_t> next = newest();
        while (next && seen_.insert(*next).second) next = check_section(*next);
    }

private:
    std::optional<std::size_t> newest() const {
        const std::size_t keyword = bytes_.rfind("startxref");
        if (keyword == std::string_view::npos) return std::nullopt;
        Lexer lexer(bytes_, keyword + 9);
        return static_cast<std::size_t>(integer_of(lexer.next()));
    }

    /// Gives the offset of the section before, if there is one.
    std::optional<std::size_t> check_section(std::size_t at) {
        const std::string place = fmt::format("{}バイト目", at);
        Lexer lexer(bytes_, at);
        if (!lexer.next().is_keyword("xref")) {
            findings_.add("7.5.4-1"_rule, place);
            return std::nullopt;
        }
        const std::string_view rest = bytes_.substr(lexer.position());
        const std::size_t end = line_end(rest);
        if (end == 0 || rest.size() == end || !is_digit(rest[end])) findings_.add("6.1.4-2"_rule, place);
        for (;;) {
            const Token first = lexer.next();
            if (first.kind != Token::Kind::integer) break;
            const std::int64_t count = integer_of(lexer.next());
            if (!skip_entries(lexer, count)) {
                findings_.add("7.5.4-1"_rule, place);
                return std::nullopt;
            }
        }
        const std::size_t dictionary = lexer.position();
        for (Token token = lexer.next(); token.kind != Token::Kind::end && !token.is_keyword("startxref");
             token = lexer.next())
            check_token(token, place, findings_);
        lexer.move_to(dictionary);
        const Object trailer = read_object(lexer, lexer.next());
        const auto previous = trailer.entry("Prev").as_integer();
        return previous && *previous >= 0 ? std::optional(static_cast<std::size_t>(*previous)) : std::nullopt;
    }

    /// Entries of 20 bytes each: `nnnnnnnnnn ggggg n` and a line end of two bytes (ISO 32000-1 §7.5.4).
    bool skip_entries(Lexer& lexer, std::int64_t count) {
        constexpr std::size_t size = 20;
        std::size_t at = lexer.position();
        at += line_end(bytes_.substr(at));
        for (std::int64_t i = 0; i < count; ++i, at += size) {
            if (at + size > bytes_.size()) return false;
            const std::string_view entry = bytes_.substr(at, size);
            const std::string_view end = entry.substr(18);
            const bool right = std::ranges::all_of(entry.substr(0, 10), is_digit) && entry[10] == ' ' &&
                               std::ranges::all_of(entry.substr(11, 5), is_digit) && entry[16] == ' ' &&
                               (entry[17] == 'n' || entry[17] == 'f') &&
                               (end == " \n" || end == " \r" || end == "\r\n");
            if (!right) return false;
        }
        lexer.move_to(at);
        return true;
    }

    std::string_view bytes_;
    Findings& findings_;
    std::set<std::size_t> seen_;
};

/// One object as it stands in the file, from its number to `endobj`.
class IndirectObject {
public:
    IndirectObject(const PdfFile& file, ObjectId id, std::size_t offset, Findings& findings)
        : file_(file), bytes_(file.bytes()), id_(id), offset_(offset), place_(place_of(id)), findings_(findings) {}

    void check() {
        const auto body = check_head();
        if (!body) return findings_.add("7.5.4-1"_rule, place_);
        Lexer lexer(bytes_, *body);
        const Object* length = nullptr;
        Object direct_length;
        int depth = 0;
        for (;;) {
            const Token token = lexer.next();
            check_token(token, place_, findings_);
            if (token.kind == Token::Kind::end) return;
            if (token.is_keyword("endobj")) return check_tail(lexer.position());
            if (token.is_keyword("stream")) {
                if (length == nullptr) return findings_.add("6.1.7-1"_rule, place_);
                const auto end = check_stream(lexer.position(), *length);
                if (!end) return;
                lexer.move_to(*end);
            }
            if (token.kind == Token::Kind::open_dictionary) ++depth;
            if (token.kind == Token::Kind::close_dictionary) --depth;
            if (depth == 1 && token.raw == "/Length") {
                direct_length = read_length(lexer);
                length = &file_.resolve(direct_length);
            }
        }
    }

private:
    /// Gives where the body begins, if the object's number stands where it should.
    std::optional<std::size_t> check_head() const {
        if (offset_ >= bytes_.size()) return std::nullopt;
        std::string_view rest = bytes_.substr(offset_);
        if (take_digits(rest) != std::to_string(id_.number)) return std::nullopt;
        bool right = offset_ > 0 && ends_line(bytes_.substr(0, offset_));
        const auto skip_space = [&] {
            std::size_t count = 0;
            while (count < rest.size() && is_white_space(rest[count])) ++count;
            right = right && count == 1;
            rest.remove_prefix(count);
        };
        skip_space();
        if (take_digits(rest) != std::to_string(id_.generation)) return std::nullopt;
        skip_space();
        if (!rest.starts_with("obj")) return std::nullopt;
        rest.remove_prefix(3);
        if (!right || line_end(rest) == 0) findings_.add("6.1.9-1"_rule, place_, "obj");
        return bytes_.size() - rest.size();
    }

    void check_tail(std::size_t end) const {
        constexpr std::size_t keyword = 6;  // endobj
        const bool right = ends_line(bytes_.substr(0, end - keyword)) && line_end(bytes_.substr(end)) > 0;
        if (!right) findings_.add("6.1.9-1"_rule, place_, "endobj");
    }

    Object read_length(Lexer& lexer) const {
        const Token number = lexer.next();
        const std::size_t after = lexer.position();
        const Token generation = lexer.next();
        if (generation.kind == Token::Kind::integer && lexer.next().is_keyword("R"))
            return Object(ObjectId{static_cast<int>(integer_of(number)), static_cast<int>(integer_of(generation))});
        lexer.move_to(after);
        return Object(integer_of(number));
    }

    /// `at` stands behind the keyword `stream`. Gives the place behind `endstream`.
    std::optional<std::size_t> check_stream(std::size_t at, const Object& length) const {
        const std::string_view rest = bytes_.substr(at);
        const bool right = rest.starts_with("\r\n") || rest.starts_with('\n');
        if (!right) findings_.add("6.1.7-2"_rule, place_, "stream");
        const std::size_t begin = at + line_end(rest);
        const auto size = length.as_integer();
        if (!size || *size < 0 || static_cast<std::size_t>(*size) > bytes_.size() - begin) {
            findings_.add("6.1.7-1"_rule, place_);
            return std::nullopt;
        }
        const std::string_view tail = bytes_.substr(begin + static_cast<std::size_t>(*size));
        const std::size_t end = line_end(tail);
        if (!tail.substr(end).starts_with("endstream")) {
            findings_.add("6.1.7-1"_rule, place_);
            return std::nullopt;
        }
        // Without a line end of its own, one that ends the data was counted as a part of them.
        const bool counted = ends_line(bytes_.substr(0, bytes_.size() - tail.size()));
        if (end == 0 && counted) findings_.add("6.1.7-1"_rule, place_);
        if (end == 0 && !counted) findings_.add("6.1.7-2"_rule, place_, "endstream");
        return bytes_.size() - tail.size() + end + 9;
    }

    const PdfFile& file_;
    std::string_view bytes_;
    ObjectId id_;
    std::size_t offset_;
    std::string place_;
    Findings& findings_;
};

}  // namespace

void check_limits(const Token& token, const std::string& place, Findings& findings) {
    switch (token.kind) {
        case Token::Kind::integer: {
            const std::int64_t value = integer_of(token);
            if (value > 2147483647 || value < -2147483648LL) findings.add("6.1.13-1"_rule, place);
            return;
        }
        case Token::Kind::real: {
            const double value = std::abs(real_of(token));
            if (value > 3.403e38) findings.add("6.1.13-2"_rule, place);
            if (value != 0 && value < 1.175e-38) findings.add("6.1.13-5"_rule, place);
            return;
        }
        case Token::Kind::literal_string:
        case Token::Kind::hex_string:
            // No string has more bytes than characters in the file.
            if (token.raw.size() > 32767 && bytes_of(token).size() > 32767) findings.add("6.1.13-3"_rule, place);
            return;
        case Token::Kind::name:
            if (token.raw.size() > 128 && name_of(token).size() > 127) findings.add("6.1.13-4"_rule, place);
            return;
        case Token::Kind::end:
        case Token::Kind::open_array:
        case Token::Kind::close_array:
        case Token::Kind::open_dictionary:
        case Token::Kind::close_dictionary:
        case Token::Kind::keyword:
            return;
    }
}

void check_syntax(const PdfFile& file, Findings& findings) {
    check_header(file.bytes(), findings);
    check_end(file.bytes(), findings);
    check_trailer(file, findings);
    CrossReferences(file, findings).check();
    for (const auto& [id, offset] : file.offsets()) IndirectObject(file, id, offset, findings).check();
    if (file.unreadable_count() > 0) findings.add("7.3-1"_rule, {}, fmt::format("{}箇所", file.unreadable_count()));
    if (!file.has_all_pages()) findings.leave_open("7.3-1"_rule);
    if (file.objects().size() > 8388607) findings.add("6.1.13-7"_rule, {});
}

}  // namespace besshi::conformance
