#include "layout/generated_text.h"

#include <fmt/format.h>

namespace besshi::layout {

namespace {

std::string full_width(std::uint32_t number) {
    std::string text;
    for (const char digit : fmt::format("{}", number)) base::append_utf8(text, U'０' + (digit - '0'));
    return text;
}

}  // namespace

std::string replace_mark(std::string_view text, char32_t mark, std::string_view by) {
    std::string replaced;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::code_point_at(text, at);
        replaced += c.value == mark ? by : text.substr(at, c.bytes);
        at += c.bytes;
    }
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
