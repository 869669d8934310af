#include "form/definition.h"

#include <algorithm>
#include <array>

namespace besshi::form {

namespace {

struct PurposeWord {
    Purpose purpose;
    std::string_view word;
};

constexpr std::array words{PurposeWord{Purpose::draft, "draft"}, PurposeWord{Purpose::sign, "sign"},
                           PurposeWord{Purpose::record, "record"}, PurposeWord{Purpose::blank, "blank"},
                           PurposeWord{Purpose::prefilled, "prefilled"}};

}  // namespace

std::optional<Purpose> find_purpose(std::string_view word) {
    const auto found = std::ranges::find(words, word, &PurposeWord::word);
    return found == words.end() ? std::nullopt : std::optional(found->purpose);
}

std::string_view to_string(Purpose purpose) {
    return std::ranges::find(words, purpose, &PurposeWord::purpose)->word;
}

}  // namespace besshi::form
