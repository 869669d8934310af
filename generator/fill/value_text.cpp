#include "fill/value_text.h"

#include "fill/fill.h"
#include "fill/overloaded.h"

#include <fmt/format.h>

namespace besshi::fill {

namespace {

std::string date_text(Date date, std::string_view derived, const Source& source) {
    if (derived == "wareki_ascii") return wareki_ascii(date);
    if (derived == "short") return wareki_short(date);
    if (derived == "weekday") return weekday(date);
    if (derived == "age") return source.on ? age(date, *source.on) : std::string{};
    return wareki(date);
}

std::string integer_text(const plan::Value& value, std::int64_t number) {
    return value.field->kind == field::Kind::yen ? yen(number) : fmt::to_string(number);
}

/// The elements, one per line.
std::string lines_text(const plan::Value& list, const Source& source) {
    std::string text;
    for (const plan::Value* element : list.elements()) {
        if (!text.empty()) text += '\n';
        text += value_text(*element, {}, source);
    }
    return text;
}

}  // namespace

std::string value_text(const plan::Value& value, std::string_view derived, const Source& source) {
    using plan::Value;
    if (derived == "count") return fmt::to_string(value.elements().size());
    return std::visit(
        overloaded{
            [](const std::vector<plan::Member>&) { return std::string{}; },
            [&](const std::vector<const Value*>&) { return lines_text(value, source); },
            [](const std::string& text) { return text; },
            [&](std::int64_t number) { return integer_text(value, number); },
            [](bool yes) { return std::string(yes ? "有" : "無"); },
            [&](Date date) { return date_text(date, derived, source); },
            [](Month month) { return wareki(month); },
            [](ClockTime time) { return clock(time); },
            [](const plan::Period& period) { return wareki(period.from) + "～" + wareki(period.to); },
            [&](const field::Code* code) {
                return std::string(form::printed_word(source.form.words, *value.field->enumeration, *code));
            },
            [](const plan::Reference&) { return std::string{}; },
            [](const plan::Image&) { return std::string{}; },
        },
        value.content);
}

int span_minutes(const field::Field& span, std::string_view name, const Scope& scope) {
    const std::string parent(parent_name(name));
    const auto time_of = [&](const std::string& sibling) -> std::optional<int> {
        const plan::Value* value = scope.find(parent.empty() ? sibling : parent + "." + sibling);
        const ClockTime* time = value ? std::get_if<ClockTime>(&value->content) : nullptr;
        return time ? std::optional(time->minutes) : std::nullopt;
    };
    int sum = 0;
    for (const field::SpanTerm& term : span.span) {
        const auto end = time_of(term.end), start = time_of(term.start);
        if (!end || !start) continue;
        const int minutes = *end - *start;
        sum += minutes < 0 ? minutes + 24 * 60 : minutes;
    }
    return sum;
}

}  // namespace besshi::fill
