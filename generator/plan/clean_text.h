#pragma once

#include "field/field.h"

#include <string>
#include <vector>

namespace besshi::plan {

enum class TextFault { control_character, noncharacter, line_break };

struct BadCharacter {
    TextFault fault;
    char32_t value;
    std::size_t number;  ///< which character of the text as written, from 1
};

/// What `clean` changed, in characters, and what cannot stand in a document.
struct TextFindings {
    std::size_t line_ends = 0, composed = 0, narrowed_digits = 0, dropped = 0;
    std::vector<BadCharacter> bad;
};

/// Makes the conversions a text of `kind` allows, in place, and no others: CR LF to LF; kana with a
/// separate voicing mark to the single character (full-width kana only: U+3046 to U+30FE); full-width
/// digits in `digits` fields; U+FEFF and U+200B dropped. Ideographs, half-width kana, U+00A0 and U+2060
/// stay as they are. Cleaning twice changes nothing more. `text` is well-formed UTF-8.
///
/// Bad are: controls but LF (tabs and lone CR too), the separators U+2028 and U+2029, the characters that
/// turn the direction of text (UAX #9), noncharacters, and LF where the field has one line.
TextFindings clean(std::string& text, field::Kind kind);

/// `base` with U+3099 or U+309A as one character, 0 if there is none.
char32_t compose_kana(char32_t base, char32_t mark);

}  // namespace besshi::plan
