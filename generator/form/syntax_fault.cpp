#include "form/syntax_fault.h"

#include "form/diagnostics.h"

#include <algorithm>
#include <array>

namespace besshi::form {

namespace {

std::string_view line_of(std::string_view toml, int number) {
    std::size_t start = 0;
    for (int line = 1; line < number; ++line) {
        const std::size_t feed = toml.find('\n', start);
        if (feed == std::string_view::npos) return {};
        start = feed + 1;
    }
    std::string_view line = toml.substr(start, toml.find('\n', start) - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The character at `column` of `line`, as written; empty at the end of the line.
std::string_view character_at(std::string_view line, int column) {
    std::size_t offset = 0;
    for (int at = 1; offset < line.size(); ++at) {
        const std::size_t bytes = base::code_point_at(line, offset).bytes;
        if (at == column) return line.substr(offset, bytes);
        offset += bytes;
    }
    return {};
}

bool is_one_of(std::string_view character, std::initializer_list<std::string_view> set) {
    return !character.empty() && std::ranges::find(set, character) != set.end();
}

bool is_ascii(std::string_view character) {
    return character.size() == 1 && static_cast<unsigned char>(character[0]) < 0x80;
}

/// The full-width sign a person typed, and the one TOML wants in its place; empty if `character` is none.
std::string_view half_width_of(std::string_view character) {
    struct Pair {
        std::string_view full, half;
    };
    static constexpr std::array pairs{
        Pair{"、", ","}, Pair{"，", ","}, Pair{"＝", "="}, Pair{"［", "["}, Pair{"］", "]"},
        Pair{"｛", "{"}, Pair{"｝", "}"}, Pair{"＃", "#"}, Pair{"．", "."}, Pair{"。", "."},
        Pair{"０", "0"}, Pair{"１", "1"}, Pair{"２", "2"}, Pair{"３", "3"}, Pair{"４", "4"},
        Pair{"５", "5"}, Pair{"６", "6"}, Pair{"７", "7"}, Pair{"８", "8"}, Pair{"９", "9"},
    };
    for (const Pair& pair : pairs)
        if (pair.full == character) return pair.half;
    return {};
}

bool mentions(const SyntaxFault& fault, std::string_view words) {
    return fault.description.find(words) != std::string_view::npos;
}

/// What a person wrote twice: the word in quotes at the end of the parser's sentence.
std::string_view redefined_name(std::string_view description) {
    const std::size_t close = description.rfind('\'');
    const std::size_t open =
        close == std::string_view::npos || close == 0 ? std::string_view::npos : description.rfind('\'', close - 1);
    return open == std::string_view::npos ? std::string_view{} : description.substr(open + 1, close - open - 1);
}

}  // namespace

Diagnostic explain_syntax(std::string_view toml, std::string_view file, const SyntaxFault& fault) {
    const Origin origin{{}, std::string(file), fault.place.line, fault.place.column};
    const std::string_view character = character_at(line_of(toml, fault.place.line), fault.place.column);

    if (character == "　") return diagnose(kinds::syntax_wide_space, origin);
    if (is_one_of(character, {"“", "”", "‘", "’", "＂", "「", "」"}))
        return diagnose(kinds::syntax_quote, origin, {character});
    if (const std::string_view half = half_width_of(character); !half.empty())
        return diagnose(kinds::syntax_wide_sign, origin, {character, half});
    if (!character.empty() && !is_ascii(character)) return diagnose(kinds::syntax_bare_word, origin, {character});
    if (mentions(fault, "redefine")) return diagnose(kinds::syntax_twice, origin, {redefined_name(fault.description)});
    if (mentions(fault, "parsing inline table") && character.empty()) return diagnose(kinds::syntax_braces, origin);
    if (mentions(fault, "escape sequence")) return diagnose(kinds::syntax_escape, origin);
    if (mentions(fault, "string") && (character.empty() || mentions(fault, "end-of-file")))
        return diagnose(kinds::syntax_open_quote, origin);
    if (mentions(fault, "expected comma")) return diagnose(kinds::syntax_comma, origin);
    if (mentions(fault, "determine value type")) return diagnose(kinds::syntax_value, origin);
    if (mentions(fault, "end-of-file")) return diagnose(kinds::syntax_end_of_file, origin);
    if (mentions(fault, "expected '='")) return diagnose(kinds::syntax_equals, origin);
    return diagnose(kinds::syntax_other, origin);
}

}  // namespace besshi::form
