#include "fill/disclosure.h"

#include "fill/diagnostics.h"
#include "fill/fill.h"
#include "fill/overloaded.h"

#include <algorithm>

namespace besshi::fill {

namespace {

using plan::Value;

/// The mark of a person or recipient; null if there is none.
const field::Code* limit_of(const Value& marked) {
    const Value* mark = marked.find("withheld");
    return mark ? std::get<const field::Code*>(mark->content) : nullptr;
}

/// The half-width form of a full-width letter, digit or sign.
char32_t half_width(char32_t c) {
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + U'!' : c;
}

/// What people write or leave out as they like: blanks, hyphens, brackets, variants of one kanji.
bool is_unsteady(char32_t c) {
    constexpr std::u32string_view signs = U" \u00A0\u3000-\u2010\u2011\u2012\u2013\u2014\u2015\u2212()";
    return signs.find(c) != signs.npos || base::is_variation_selector(c);
}

/// `text` as it is compared: names, numbers and addresses are the same whatever way they are typed.
std::u32string steady(std::string_view text) {
    std::u32string kept;
    for (const char32_t c : base::to_utf32(text))
        if (!is_unsteady(half_width(c))) kept += half_width(c);
    return kept;
}

std::u32string name_of(const Value* name) {
    return name ? steady(std::get<std::string>(name->content)) : std::u32string();
}

/// Of a letter; what is not written is empty.
Addressee addressee_of(const Value& recipient) {
    const Value *kind = recipient.find("kind"), *person = recipient.find("person");
    return {kind ? std::get<const field::Code*>(kind->content)->code : std::string(),
            person ? std::get<std::string>(person->content) : std::string()};
}

/// Why nothing may go to one of the guardians; null if it may.
const field::Code* find_limit(const Addressee& addressee, const Value* guardians) {
    if (!guardians) return nullptr;
    const std::u32string person = steady(addressee.person);
    const field::Code* any = nullptr;
    bool is_known = false;
    for (const Value* guardian : guardians->elements()) {
        const field::Code* limit = limit_of(*guardian);
        const bool is_same = !person.empty() && name_of(guardian->find("name")) == person;
        if (limit && is_same) return limit;
        if (limit) any = limit;
        is_known = is_known || is_same;
    }
    return addressee.kind == "guardian" && !is_known ? any : nullptr;
}

/// Every value that is held back, below `value`.
void collect_secrets(const Value& value, std::vector<const Value*>& secrets) {
    if (value.withheld) secrets.push_back(&value);
    if (const auto* members = std::get_if<std::vector<plan::Member>>(&value.content))
        for (const plan::Member& member : *members) collect_secrets(*member.value, secrets);
    for (const Value* element : value.elements()) collect_secrets(*element, secrets);
}

template <class Visit>
void each_run(const Cell& cell, const Visit& visit) {
    const auto all = [&](const std::vector<Run>& runs) {
        for (const Run& run : runs) visit(run);
    };
    std::visit(overloaded{
                   [&](const Text& text) { all(text.runs); },
                   [&](const Choice& choice) {
                       all(choice.before);
                       all(choice.after);
                   },
                   [&](const Digits& digits) { visit(digits.run); },
                   [&](const Image& image) { visit(image.alternative); },
                   [](const Tick&) {},
                   [](const Signature&) {},
                   [](const Empty&) {},
               },
               cell.content);
    if (cell.note) all(cell.note->sentence);
}

/// Every run of the section, what stands in its bands too.
template <class Visit>
void each_run(const Section& section, const Visit& visit) {
    for (const Grid& grid : section.grids)
        for (const Cell& cell : grid.cells) each_run(cell, visit);
    for (const Band* band : {&section.header, &section.footer})
        for (const auto* text : {&band->left, &band->center, &band->right})
            if (*text)
                for (const Run& run : (*text)->runs) visit(run);
}

bool is_for_guardians_signature(const Cell& cell) {
    const Signature* signature = std::get_if<Signature>(&cell.content);
    return signature && signature->field_name.starts_with("guardian_signature");
}

}  // namespace

const field::Code* find_limit(const plan::CaseDocument& document, const Addressee& addressee) {
    return find_limit(addressee, document.find(nullptr, "guardians", std::nullopt));
}

const Value* Disclosure::let_through(const Value* value) {
    if (!value || !value->withheld) return value;
    report(kinds::held_back, value->pointer, {value->field->label, value->withheld->word});
    return request_.disclose_reason.empty() ? nullptr : value;
}

void Disclosure::report(const DiagnosticKind& kind, const std::string& pointer, const Limited& what) {
    const bool is_forced = !request_.disclose_reason.empty();
    Diagnostics& list = is_forced ? disclosed_ : findings_;
    Diagnostic diagnostic =
        diagnose(is_forced ? kinds::disclosed : kind, {pointer, {}, 0, 0}, {what.label, what.limit});
    const auto says_the_same = [&](const Diagnostic& other) {
        return other.origin == diagnostic.origin && other.sentence == diagnostic.sentence;
    };
    if (std::ranges::none_of(list, says_the_same)) list.push_back(std::move(diagnostic));
}

void Disclosure::check_recipient(const Value& letter) {
    const Value* recipient = letter.find("recipient");
    if (!recipient) return;
    const field::Code* own = limit_of(*recipient);
    const field::Code* limit = own ? own : find_limit(document_, addressee_of(*recipient));
    if (limit) report(kinds::withheld_recipient, recipient->pointer, {recipient->field->label, limit->word});
}

void Disclosure::check_signer(const Section& section, std::optional<Date> on) {
    const bool is_to_be_signed = std::ranges::any_of(
        section.grids, [](const Grid& grid) { return std::ranges::any_of(grid.cells, is_for_guardians_signature); });
    const Value* guardian = is_to_be_signed ? document_.find(nullptr, "guardian", on) : nullptr;
    const field::Code* limit = guardian ? limit_of(*guardian) : nullptr;
    if (limit) report(kinds::withheld_signer, guardian->pointer, {guardian->field->label, limit->word});
}

void Disclosure::check_repeated(const Section& section) {
    constexpr std::size_t least_telling = 4;  ///< characters: 3組 may stand anywhere
    std::vector<const Value*> secrets;
    collect_secrets(document_.root(), secrets);
    const auto is_secret_itself = [&](const Run& run) {
        return std::ranges::find(secrets, run.origin.pointer, &Value::pointer) != secrets.end();
    };
    for (const Value* secret : secrets) {
        const std::string* text = std::get_if<std::string>(&secret->content);
        const std::u32string telling = text ? steady(base::without_ruby(*text)) : std::u32string();
        if (telling.size() < least_telling) continue;
        each_run(section, [&](const Run& run) {
            if (run.source == TextSource::data && !is_secret_itself(run) &&
                steady(run.text).find(telling) != std::u32string::npos)
                report(kinds::secret_repeated, run.origin.pointer, {secret->field->label, secret->withheld->word});
        });
    }
}

}  // namespace besshi::fill
