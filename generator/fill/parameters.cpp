#include "fill/parameters.h"

#include "fill/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace besshi::fill {

namespace {

constexpr int most_rows = 999;

bool is_count(std::string_view text) {
    int count = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    return fault == std::errc{} && end == text.data() + text.size() && count >= 0 && count <= most_rows;
}

bool is_of_type(form::Parameter::Type type, std::string_view value) {
    switch (type) {
        case form::Parameter::Type::text:
            return true;
        case form::Parameter::Type::boolean:
            return value == "true" || value == "false";
        case form::Parameter::Type::count:
            return is_count(value);
        case form::Parameter::Type::time:
            return base::parse_time(value).has_value();
    }
    return false;
}

/// The choice that `value` asks for, with or without the readings in it; null if it is none.
const std::string* find_choice(const form::Parameter& parameter, const std::string& value) {
    const auto choice = std::ranges::find_if(parameter.choices, [&](const std::string& known) {
        return known == value || base::without_ruby(known) == value;
    });
    return choice == parameter.choices.end() ? nullptr : &*choice;
}

/// What `value` may be, for the hint.
std::string allowed_values(const form::Parameter& parameter) {
    if (!parameter.choices.empty()) {
        std::string choices;
        for (const std::string& choice : parameter.choices) choices += "「" + base::without_ruby(choice) + "」";
        return choices;
    }
    switch (parameter.type) {
        case form::Parameter::Type::text:
            return "文字";
        case form::Parameter::Type::boolean:
            return "true、false";
        case form::Parameter::Type::count:
            return fmt::format("0～{}の整数", most_rows);
        case form::Parameter::Type::time:
            return "00:00～48:00の時刻（HH:MM）";
    }
    return {};
}

/// The first character of `text` that no paper can show; nothing if all can be tried.
std::optional<std::string> find_unprintable(std::string_view text) {
    if (base::find_ill_formed_utf8(text) != std::string_view::npos) return "UTF-8でないバイト";
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, at);
        const bool control = (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0);
        const bool noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
        if (control || noncharacter) return base::code_point_name(c);
        at += bytes;
    }
    return std::nullopt;
}

void check(const form::Parameter& parameter, const std::string& value, const Origin& origin, Diagnostics& faults) {
    if (const auto unprintable = find_unprintable(value)) {
        faults.push_back(diagnose(kinds::parameter_text, origin, {parameter.name, *unprintable}));
        return;
    }
    const bool chosen = parameter.choices.empty() || find_choice(parameter, value);
    if (chosen && is_of_type(parameter.type, value)) return;
    faults.push_back(diagnose(kinds::parameter_value, origin, {parameter.name, value, allowed_values(parameter)}));
}

std::string names_of(const std::map<std::string, form::Parameter>& parameters) {
    std::vector<std::string_view> names;
    for (const auto& [name, parameter] : parameters) names.push_back(name);
    return names.empty() ? "なし" : fmt::format("{}", fmt::join(names, "、"));
}

const std::string& value_of(const form::Parameter& parameter, const form::FormDefinition& form,
                            const form::RenderRequest& request) {
    if (const auto own = request.parameters.find(parameter.name); own != request.parameters.end()) {
        const std::string* choice = find_choice(parameter, own->second);
        return choice ? *choice : own->second;
    }
    const auto& of_document = form.document.parameters;
    if (const auto own = of_document.find(parameter.name); own != of_document.end()) return own->second;
    const auto of_purpose = parameter.by_purpose.find(request.purpose);
    return of_purpose == parameter.by_purpose.end() ? parameter.default_value : of_purpose->second;
}

}  // namespace

bool is_met(const std::optional<form::Condition>& condition, const std::map<std::string, std::string>& parameters) {
    if (!condition) return true;
    const auto parameter = parameters.find(condition->parameter);
    return (parameter != parameters.end() && parameter->second == "true") == condition->wanted;
}

int count_of(const form::Count& count, const std::map<std::string, std::string>& parameters) {
    if (count.parameter.empty()) return count.number;
    const std::string& text = parameters.at(count.parameter);
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Result<std::map<std::string, std::string>> decide_parameters(const form::FormDefinition& form,
                                                             const form::RenderRequest& request) {
    Diagnostics faults;
    for (const auto& [name, value] : request.parameters) {
        const auto parameter = form.parameters.find(name);
        if (parameter == form.parameters.end()) {
            faults.push_back(
                diagnose(kinds::parameter_unknown, {{}, form.file, 0, 0}, {name, names_of(form.parameters)}));
        } else {
            check(parameter->second, value, {{}, form.file, parameter->second.line, 0}, faults);
        }
    }
    if (!faults.empty()) return fail(std::move(faults));
    std::map<std::string, std::string> values;
    for (const auto& [name, parameter] : form.parameters) values.emplace(name, value_of(parameter, form, request));
    return values;
}

}  // namespace besshi::fill
