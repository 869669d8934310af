#include "text/line_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <unordered_map>

namespace besshi::text {

namespace {

/// Characters between which the two neighbours alone decide: UAX #14 looks further only from classes that are
/// not among these.
enum class PairClass : std::uint8_t {
    context,  ///< ICU is asked
    ideograph,
    nonstarter,
    opening,
    closing,
    exclamation,
    inseparable,
    ideographic_space,
    line_feed,
    count_,
};

constexpr std::size_t pair_class_count = static_cast<std::size_t>(PairClass::count_);

/// One character of each class, to ask ICU with.
constexpr std::array<char32_t, pair_class_count> examples = {0,     U'字', U'・',     U'「', U'、',
                                                             U'！', U'…',  U'\u3000', U'\n'};

PairClass pair_class_by_icu(char32_t c) {
    if (c == U'\n') return PairClass::line_feed;
    if (c == U'\u3000') return PairClass::ideographic_space;
    switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK)) {
        case U_LB_IDEOGRAPHIC:
            return PairClass::ideograph;
        case U_LB_NONSTARTER:
        case U_LB_CONDITIONAL_JAPANESE_STARTER:
            return PairClass::nonstarter;
        case U_LB_OPEN_PUNCTUATION:
            return PairClass::opening;
        case U_LB_CLOSE_PUNCTUATION:
            return PairClass::closing;
        case U_LB_EXCLAMATION:
            return PairClass::exclamation;
        case U_LB_INSEPARABLE:
            return PairClass::inseparable;
        default:
            return PairClass::context;
    }
}

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

/// What ICU says of pairs, asked once.
class PairRules {
public:
    PairRules() {
        for (char32_t c = 0; c < classes_.size(); ++c) classes_[c] = pair_class_by_icu(c);
        for (std::size_t before = 1; before < pair_class_count; ++before) {
            for (std::size_t after = 1; after < pair_class_count; ++after) {
                const char16_t pair[] = {static_cast<char16_t>(examples[before]),
                                         static_cast<char16_t>(examples[after])};
                for_each_boundary({pair, 2}, BreakMode::strict, [&](int32_t unit) {
                    if (unit == 1) breaks_[before][after] = true;
                });
            }
        }
    }

    PairClass class_of(char32_t c) const { return c < classes_.size() ? classes_[c] : PairClass::context; }
    bool breaks(PairClass before, PairClass after) const {
        return breaks_[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
    }

private:
    std::array<PairClass, 0x10000> classes_{};
    std::array<std::array<bool, pair_class_count>, pair_class_count> breaks_{};
};

const PairRules& pair_rules() {
    static const PairRules rules;
    return rules;
}

/// The characters [begin, end) as ICU wants them.
const std::u16string& utf16_of(const Characters& characters, std::size_t begin, std::size_t end) {
    thread_local std::u16string units;
    units.clear();
    for (std::size_t i = begin; i < end; ++i) append_utf16(units, characters.at(i));
    return units;
}

/// Asks ICU about the characters [begin, end) as if nothing else stood around them.
void ask(const Characters& characters, std::size_t begin, std::size_t end, BreakMode mode,
         std::vector<std::uint32_t>& boundaries) {
    int32_t unit = 0;
    std::size_t index = begin;
    for_each_boundary(utf16_of(characters, begin, end), mode, [&](int32_t boundary) {
        for (; unit < boundary; ++index) unit += U16_LENGTH(static_cast<UChar32>(characters.at(index)));
        if (index < end) boundaries.push_back(static_cast<std::uint32_t>(index));
    });
}

/// Phrases need ICU's dictionary. They are asked for in labels and headings, the same ones in every document of a
/// form, so each thread keeps what it was told of short texts.
void find_phrases(const Characters& characters, std::vector<std::uint32_t>& boundaries) {
    constexpr std::size_t most_texts = 1000, longest_text = 100;
    thread_local std::unordered_map<std::u16string, std::vector<std::uint32_t>> known;
    const std::u16string& text = utf16_of(characters, 0, characters.size());
    if (const auto found = known.find(text); found != known.end()) {
        boundaries = found->second;
        return;
    }
    ask(characters, 0, characters.size(), BreakMode::phrase, boundaries);
    if (text.size() > longest_text) return;
    if (known.size() == most_texts) known.clear();
    known.emplace(text, boundaries);
}

/// Goes through a text pair by pair. ICU's rules begin anew at each boundary, so a stretch with characters that
/// need a context is asked for alone, from the sure boundary before it to the next one.
void find_strict_boundaries(const Characters& characters, std::vector<std::uint32_t>& boundaries) {
    const PairRules& rules = pair_rules();
    const std::size_t size = characters.size();
    std::size_t sure = 0;              // the last boundary between two characters of known classes
    std::size_t found_until_sure = 0;  // entries of `boundaries` up to and with it
    bool asks = false;                 // a character since then needs a context
    const auto settle = [&](std::size_t end) {
        if (asks) {
            boundaries.resize(found_until_sure);
            ask(characters, sure, end, BreakMode::strict, boundaries);
        }
        asks = false;
    };
    PairClass before = PairClass::context;
    for (std::size_t i = 0; i < size; ++i) {
        const PairClass after = rules.class_of(characters.at(i));
        if (after == PairClass::context) {
            asks = true;
        } else if (before != PairClass::context && rules.breaks(before, after)) {
            settle(i);
            boundaries.push_back(static_cast<std::uint32_t>(i));
            sure = i;
            found_until_sure = boundaries.size();
        }
        before = after;
    }
    settle(size);
}

}  // namespace

void find_line_boundaries(const Characters& characters, BreakMode mode, std::vector<std::uint32_t>& boundaries) {
    boundaries.clear();
    if (mode == BreakMode::strict) return find_strict_boundaries(characters, boundaries);
    find_phrases(characters, boundaries);
}

void ask_line_boundaries(const Characters& characters, std::vector<std::uint32_t>& boundaries) {
    boundaries.clear();
    ask(characters, 0, characters.size(), BreakMode::strict, boundaries);
}

}  // namespace besshi::text
