#include "text/line_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <unordered_map>

namespace besshi::text {

namespace {

icu::BreakIterator& line_iterator(BreakMode mode) {
    const auto make = [](const char* locale) {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createLineInstance(icu::Locale(locale), error));
        if (U_FAILURE(error)) throw std::runtime_error("ICU has no Japanese line breaking rules");
        return made;
    };
    if (mode == BreakMode::phrase) {
        thread_local const std::unique_ptr<icu::BreakIterator> phrase = make("ja@lb=strict;lw=phrase");
        return *phrase;
    }
    thread_local const std::unique_ptr<icu::BreakIterator> strict = make("ja@lb=strict");
    return *strict;
}

/// Calls `visit(unit)` for each boundary behind the first unit of `text`, its end included.
template <class Visit>
void for_each_boundary(std::u16string_view text, BreakMode mode, Visit visit) {
    icu::BreakIterator& iterator = line_iterator(mode);
    const icu::UnicodeString alias(false, text.data(), static_cast<int32_t>(text.size()));
    iterator.setText(alias);  // which it does not copy
    for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) visit(at);
}

/// The characters of `range` as ICU wants them.
const std::u16string& utf16_of(const Characters& characters, CharacterRange range) {
    thread_local std::u16string units;
    units.clear();
    for (std::size_t i = range.begin; i < range.end; ++i) append_utf16(units, characters.at(i));
    return units;
}

void ask(const Characters& characters, CharacterRange range, BreakMode mode, std::vector<std::uint32_t>& boundaries) {
    boundaries.clear();
    int32_t unit = 0;
    std::size_t index = range.begin;
    for_each_boundary(utf16_of(characters, range), mode, [&](int32_t boundary) {
        for (; unit < boundary; ++index) unit += U16_LENGTH(static_cast<UChar32>(characters.at(index)));
        if (index < range.end) boundaries.push_back(static_cast<std::uint32_t>(index));
    });
}

}  // namespace

void find_line_boundaries(const Characters& characters, CharacterRange range, std::vector<std::uint32_t>& boundaries) {
    ask(characters, range, BreakMode::strict, boundaries);
}

/// Phrases are asked for in labels and headings, the same ones in every document of a form, so each thread keeps what
/// it was told of short texts.
void find_phrase_boundaries(const Characters& characters, std::vector<std::uint32_t>& boundaries) {
    constexpr std::size_t most_texts = 1000, longest_text = 100;
    thread_local std::unordered_map<std::u16string, std::vector<std::uint32_t>> known;
    const CharacterRange all{0, characters.size()};
    const std::u16string& text = utf16_of(characters, all);
    if (const auto found = known.find(text); found != known.end()) {
        boundaries = found->second;
        return;
    }
    ask(characters, all, BreakMode::phrase, boundaries);
    if (text.size() > longest_text) return;
    if (known.size() == most_texts) known.clear();
    known.emplace(text, boundaries);
}

}  // namespace besshi::text
