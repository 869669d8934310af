#include "cycle/spreadsheet_text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>
#include <stdexcept>

namespace besshi::cycle {

namespace {

constexpr std::array<std::string_view, 5> spaces = {" ", "\t", "\n", "\r", "　"};

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view space : spaces) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                again = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                again = true;
            }
        }
    }
    return text;
}

std::optional<NameParts> split_name(std::string_view name) {
    for (const std::string_view space : {"　", " "}) {
        const std::size_t at = name.find(space);
        if (at == std::string_view::npos) continue;
        const std::string_view family = name.substr(0, at), given = trimmed(name.substr(at));
        const auto has_space = [](std::string_view part) {
            return part.find(' ') != std::string_view::npos || part.find("　") != std::string_view::npos;
        };
        const bool is_one = !family.empty() && !has_space(family) && !has_space(given);
        if (is_one) return NameParts{family, given};
    }
    return std::nullopt;
}

std::string folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
    const icu::UnicodeString normal = form->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))), status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise a text");
    std::string all, kept;
    normal.toUTF8String(all);
    for (const char c : all)
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') kept += c;  // NFKC has made U+3000 a space
    return kept;
}

}  // namespace besshi::cycle
