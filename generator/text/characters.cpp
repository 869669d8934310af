#include "text/characters.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <memory>
#include <stdexcept>

namespace besshi::text {

namespace {

bool stands_alone(char32_t c, CharacterClass character_class) {
    if (is_classed(character_class) || c == U'\n') return true;
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_OTHER;
}

icu::BreakIterator& cluster_iterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createCharacterInstance(icu::Locale::getJapanese(), error));
        if (U_FAILURE(error)) throw std::runtime_error("ICU has no grapheme cluster rules");
        return made;
    }();
    return *iterator;
}

/// Clears `starts_cluster` of the characters that continue a cluster.
void join_clusters(Characters& characters) {
    std::u16string units;
    for (const Character& character : characters.list) append_utf16(units, character.code_point);
    icu::BreakIterator& iterator = cluster_iterator();
    const icu::UnicodeString text(false, units.data(), static_cast<int32_t>(units.size()));
    iterator.setText(text);  // which it does not copy
    int32_t unit = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        Character& character = characters.list[i];
        const bool same_run = i > 0 && characters.list[i - 1].run == character.run;
        if (same_run && !iterator.isBoundary(unit)) character.starts_cluster = false;
        unit += U16_LENGTH(static_cast<UChar32>(character.code_point));
    }
}

}  // namespace

void Characters::assign(std::span<const StyledRun> runs) {
    list.clear();
    all_alone = true;
    for (std::uint32_t run = 0; run < runs.size(); ++run) {
        const std::string_view text = runs[run].text;
        std::size_t next = list.size();
        list.resize(next + base::count_code_points(text));
        for (std::size_t offset = 0; offset < text.size();) {
            const auto [c, bytes] = base::code_point_at(text, offset);
            const CharacterClass character_class = class_of(c);
            list[next++] = {
                c, run, static_cast<std::uint32_t>(offset), static_cast<std::uint8_t>(bytes), true, character_class};
            all_alone = all_alone && stands_alone(c, character_class);
            offset += bytes;
        }
    }
    if (!all_alone) join_clusters(*this);
}

void append_utf16(std::u16string& units, char32_t c) {
    if (c < 0x10000) {
        units.push_back(static_cast<char16_t>(c));
    } else {
        units.push_back(U16_LEAD(static_cast<UChar32>(c)));
        units.push_back(U16_TRAIL(static_cast<UChar32>(c)));
    }
}

bool is_invisible(char32_t c) {
    if (is_everyday(c)) return false;
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_word_letter(char32_t c) {
    if (c < 0x80) return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    if (is_everyday(c)) return false;
    if (!u_isalpha(static_cast<UChar32>(c))) return false;
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(c), &error)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_KATAKANA_OR_HIRAGANA:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_COMMON:
            return false;
        default:
            return true;
    }
}

bool is_plain_by_unicode(char32_t c) {
    if (c == 0x2044) return false;  // FRACTION SLASH switches fraction forms on
    const auto type = static_cast<std::uint32_t>(U_GET_GC_MASK(static_cast<UChar32>(c)));
    if ((type & (U_GC_M_MASK | U_GC_C_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0 || is_invisible(c)) return false;
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(c), &error)) {
        case USCRIPT_COMMON:
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_CYRILLIC:
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_KATAKANA_OR_HIRAGANA:
            return true;
        default:
            return false;
    }
}

}  // namespace besshi::text
