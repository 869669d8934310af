#include "layout/generated_text.h"

#include <fmt/format.h>

namespace besshi::layout {

namespace {

std::string full_width(std::uint32_t number) {
    std::string text;
    for (const char digit : fmt::format("{}", number)) base::append_utf8(text, U'０' + (digit - '0'));
    return text;
}

std::string encode(char32_t c) {
    std::string text;
    base::append_utf8(text, c);
    return text;
}

}  // namespace

bool has_mark(std::string_view text, char32_t mark) {
    return text.find(encode(mark)) != std::string_view::npos;
}

std::string replace_mark(std::string_view text, char32_t mark, std::string_view by) {
    const std::string encoded = encode(mark);
    std::string replaced(text);
    for (std::size_t at = 0; (at = replaced.find(encoded, at)) != std::string::npos; at += by.size())
        replaced.replace(at, encoded.size(), by);
    return replaced;
}

std::string number_annex(std::string_view text, AnnexNumber annex) {
    return replace_mark(text, fill::annex_number_mark, annex.of > 1 ? full_width(annex.number) : std::string());
}

fill::Run number_annex(fill::Run run, AnnexNumber annex) {
    run.text = number_annex(run.text, annex);
    return run;
}

}  // namespace besshi::layout
