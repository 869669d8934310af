#include "form/parameter_reader.h"

#include "form/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace besshi::form {

namespace {

constexpr std::array<Word<Parameter::Type>, 4> type_words{{{"text", Parameter::Type::text},
                                                           {"bool", Parameter::Type::boolean},
                                                           {"count", Parameter::Type::count},
                                                           {"time", Parameter::Type::time}}};
constexpr std::array purposes{Purpose::draft, Purpose::sign, Purpose::record, Purpose::blank, Purpose::prefilled};
constexpr double most_counted = 1000;

Node::Kind kind_of(Parameter::Type type) {
    switch (type) {
        case Parameter::Type::text:
        case Parameter::Type::time:
            return Node::Kind::text;
        case Parameter::Type::boolean:
            return Node::Kind::boolean;
        case Parameter::Type::count:
            return Node::Kind::integer;
    }
    return Node::Kind::text;
}

std::string default_of(Parameter::Type type) {
    switch (type) {
        case Parameter::Type::text:
            return "";
        case Parameter::Type::boolean:
            return "false";
        case Parameter::Type::count:
            return "0";
        case Parameter::Type::time:
            return "00:00";
    }
    return "";
}

/// The values, consent sentences, that prove the delivery of the plan.
void read_proofs(TableReader& reader, Parameter& parameter) {
    const Node* node = reader.find("proves_delivery");
    if (!node || !expect_kind(*node, Node::Kind::array, reader.faults())) return;
    if (parameter.type != Parameter::Type::text) {
        reader.faults().add(kinds::key_conflict, node->place,
                            {"proves_delivery", "type", "type は \"text\"（文字）にしてください。"});
        return;
    }
    for (const Node& item : node->items)
        if (std::optional<std::string> sentence = to_parameter_value(item, parameter, reader.faults()))
            parameter.proves_delivery.push_back(std::move(*sentence));
}

Parameter read_parameter(const Member& member, Faults& faults) {
    TableReader reader(member.value, faults);
    Parameter parameter;
    parameter.name = member.key;
    parameter.line = member.value.place.line;
    reader.require("type");
    parameter.type = reader.word<Parameter::Type>("type", type_words).value_or(Parameter::Type::text);
    parameter.choices = reader.texts("choices");
    parameter.default_value = default_of(parameter.type);
    if (const Node* value = reader.require("default"))
        if (std::optional<std::string> text = to_parameter_value(*value, parameter, faults))
            parameter.default_value = std::move(*text);
    for (const Purpose purpose : purposes)
        if (const Node* value = reader.find(to_string(purpose)))
            if (std::optional<std::string> text = to_parameter_value(*value, parameter, faults))
                parameter.by_purpose[purpose] = std::move(*text);
    read_proofs(reader, parameter);
    reader.finish();
    return parameter;
}

}  // namespace

std::optional<std::string> to_parameter_value(const Node& node, const Parameter& parameter, Faults& faults) {
    if (!expect_kind(node, kind_of(parameter.type), faults)) return std::nullopt;
    std::string text = node.text;
    if (parameter.type == Parameter::Type::boolean) text = node.flag ? "true" : "false";
    if (parameter.type == Parameter::Type::count) {
        if (node.number < 0 || node.number > most_counted) {
            faults.add(kinds::value_range, node.place, {"0", fmt::format("{}", most_counted)});
            return std::nullopt;
        }
        text = fmt::format("{}", static_cast<int>(node.number));
    }
    if (parameter.type == Parameter::Type::time && !base::parse_time(text)) {
        faults.add(kinds::time_syntax, node.place, {text});
        return std::nullopt;
    }
    if (!parameter.choices.empty() && std::ranges::find(parameter.choices, text) == parameter.choices.end()) {
        const std::vector<std::string_view> choices(parameter.choices.begin(), parameter.choices.end());
        faults.add(kinds::value_word, node.place, {text, quoted_list(choices), ""});
        return std::nullopt;
    }
    return text;
}

std::map<std::string, Parameter> read_parameters(TableReader& form) {
    std::map<std::string, Parameter> parameters;
    const Node* node = form.find("param");
    if (!node || !expect_kind(*node, Node::Kind::table, form.faults())) return parameters;
    for (const Member& member : node->members) parameters.emplace(member.key, read_parameter(member, form.faults()));
    return parameters;
}

}  // namespace besshi::form
