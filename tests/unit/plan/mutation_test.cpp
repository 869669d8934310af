#include "unit/plan/sample_reading.h"

#include <rapidcheck/gtest.h>

namespace besshi::plan {
namespace {

using namespace tests;

/// The law for every input: a document, or faults of which one is an error; never both, never neither.
void holds_the_law(const Result<CaseDocument>& result) {
    if (result) {
        RC_ASSERT(!base::has_error(result->notes));
        dump(*result);
        personal_values(*result);
        for (const char* name :
             {"child.display_name", "guardian.name", "support_plan.manager.name", "consultation.office.name"}) {
            result->find(nullptr, name, Date{2025, 9, 22});
        }
    } else {
        RC_ASSERT(base::has_error(result.error()));
    }
    for (const Diagnostic& diagnostic : said(result)) {
        RC_ASSERT(base::find_ill_formed_utf8(base::to_line(diagnostic)) == std::string_view::npos);
    }
}

/// `text` with a few pieces cut out, doubled, moved or replaced by bytes that matter to a parser.
std::string mutated(std::string text) {
    static const std::vector<std::string> pieces = {"{",
                                                    "}",
                                                    "[",
                                                    "]",
                                                    ",",
                                                    ":",
                                                    "\"",
                                                    "\\",
                                                    "\\u",
                                                    "\\uD842",
                                                    "null",
                                                    "-",
                                                    "1e9",
                                                    "\n",
                                                    "\t",
                                                    std::string(1, '\0'),
                                                    "\xFF",
                                                    "\xE3\x81",
                                                    "\xEF\xBB\xBF",
                                                    "\xE2\x80\x8B",
                                                    "=",
                                                    "[[",
                                                    "'''",
                                                    "#",
                                                    "2025-02-30",
                                                    "18446744073709551616",
                                                    "\"rows\":"};
    const int changes = *rc::gen::inRange(1, 5);
    for (int i = 0; i < changes && !text.empty(); ++i) {
        const std::size_t at = *rc::gen::inRange<std::size_t>(0, text.size());
        const std::size_t length = *rc::gen::inRange<std::size_t>(0, std::min<std::size_t>(40, text.size() - at) + 1);
        const std::string piece = *rc::gen::elementOf(pieces);
        switch (*rc::gen::inRange(0, 4)) {
            case 0:
                text.erase(at, length);
                break;
            case 1:
                text.insert(at, piece);
                break;
            case 2:
                text.replace(at, length, piece);
                break;
            default:
                text.insert(at, text.substr(at, length));
                break;
        }
    }
    return text;
}

RC_GTEST_PROP(Mutations, OfACaseAreReadOrRefused, ()) {
    static const std::string original = file_text("samples/kotonoha/cases/hard-names.json");
    static const std::string office = file_text("samples/kotonoha/office.toml");
    holds_the_law(read_case(mutated(original), office));
}

RC_GTEST_PROP(Mutations, OfAnOfficeAreReadOrRefused, ()) {
    static const std::string original = file_text("samples/kotonoha/office.toml");
    holds_the_law(read_case("{}", mutated(original)));
}

RC_GTEST_PROP(Mutations, AnyBytesAreReadOrRefused, (const std::string& bytes)) {
    holds_the_law(read_case(bytes, bytes));
}

/// Text of any characters: it comes out with nothing but the listed conversions, or it is refused.
RC_GTEST_PROP(Mutations, AnyTextIsReadOnce, ()) {
    const auto characters = *rc::gen::container<std::u32string>(rc::gen::oneOf(
        rc::gen::elementOf(
            std::u32string(U"かはうワヽあｶ\u3099\u309A\u200B\uFEFF\r\n\t\u00A0葛\U000E0100\U00020BB7神{}１")),
        rc::gen::inRange<char32_t>(0x20, 0xD800), rc::gen::inRange<char32_t>(0xE000, 0x110000)));
    std::string text;
    for (const char32_t c : characters) base::append_utf8(text, c);
    const auto result = read_case(case_with_remarks(text));
    holds_the_law(result);
    const Value* once = result ? result->find(nullptr, "support_plan.remarks", std::nullopt) : nullptr;
    if (!once) return;
    const std::string& kept = std::get<std::string>(once->content);
    const auto again = read_case(case_with_remarks(kept));
    RC_ASSERT(again.has_value());
    RC_ASSERT(text_at(*again, "support_plan.remarks") == kept);
    RC_ASSERT(again->notes.empty());
}

}  // namespace
}  // namespace besshi::plan
