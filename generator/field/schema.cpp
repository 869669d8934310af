#include "field/field.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace besshi::field {

namespace {

using Json = nlohmann::ordered_json;

Json reference_to(std::string_view definition) {
    return {{"$ref", fmt::format("#/$defs/{}", definition)}};
}

Json text_schema(const Field& field) {
    return {{"type", {"string", "null"}}, {"maxLength", field.limit}};
}

/// The reader takes full-width digits too, and an empty text for nothing.
Json digits_schema(const Field& field) {
    const std::string count =
        field.digits > 0 ? fmt::format("{{{}}}", field.digits) : fmt::format("{{1,{}}}", field.limit);
    return {{"type", {"string", "null"}}, {"pattern", fmt::format("^([0-9０-９]{})?$", count)}};
}

Json number_schema(const Field& field) {
    return {{"type", {"integer", "null"}}, {"minimum", 0}, {"maximum", field.limit}};
}

Json schema_of(const Field& field);

Json object_schema(const Field& field) {
    Json properties = Json::object();
    for (const auto& child : field.children) {
        if (child->kind != Kind::span) properties[child->key] = schema_of(*child);
    }
    return {{"type", {"object", "null"}}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json map_schema(const Field& field) {
    Json properties = Json::object();
    const Json value = schema_of(*field.children.front());
    for (const Code& code : field.enumeration->codes) {
        properties[code.code] = value;
        properties[code.code]["description"] = code.word;
    }
    return {{"type", {"object", "null"}}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json shape_of(const Field& field) {
    switch (field.kind) {
        case Kind::object:
            return object_schema(field);
        case Kind::list:
            return {
                {"type", {"array", "null"}}, {"maxItems", field.limit}, {"items", schema_of(*field.children.front())}};
        case Kind::map:
            return map_schema(field);
        case Kind::text:
        case Kind::name:
        case Kind::long_text:
            return text_schema(field);
        case Kind::digits:
            return digits_schema(field);
        case Kind::integer:
        case Kind::yen:
            return number_schema(field);
        case Kind::boolean:
            return {{"type", {"boolean", "null"}}};
        case Kind::date:
            return reference_to("date");
        case Kind::month:
            return reference_to("month");
        case Kind::time:
            return reference_to("time");
        case Kind::period:
            return reference_to("period");
        case Kind::code:
            return reference_to(field.enumeration->name);
        case Kind::reference:
        case Kind::image:
            return {{"type", {"string", "null"}}};
        case Kind::span:
            break;
    }
    throw std::logic_error("a span has no schema: it is never in the data");
}

Json schema_of(const Field& field) {
    Json schema = shape_of(field);
    schema["description"] = field.label;
    return schema;
}

Json definitions(const Table& table) {
    Json defs = Json::object();
    defs["date"] = {{"type", {"string", "null"}}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
    defs["month"] = {{"type", {"string", "null"}}, {"pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$"}};
    defs["time"] = {{"type", {"string", "null"}}, {"pattern", "^([0-3][0-9]|4[0-7]):[0-5][0-9]$|^48:00$"}};
    defs["period"] = {{"type", {"object", "null"}},
                      {"properties", {{"from", reference_to("date")}, {"to", reference_to("date")}}},
                      {"required", {"from", "to"}},
                      {"additionalProperties", false}};
    for (const auto& [name, enumeration] : table.enumerations()) {
        Json codes = Json::array();
        std::string words;
        for (const Code& code : enumeration->codes) {
            codes.push_back(code.code);
            words += fmt::format("{}{}＝{}", words.empty() ? "" : "、", code.code, code.word);
        }
        codes.push_back(nullptr);
        defs[name] = {{"description", words}, {"enum", std::move(codes)}};
    }
    return defs;
}

}  // namespace

std::string to_json_schema(const Table& table) {
    Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"title", "besshi の記録（児童一人の一つの計画）"}};
    schema.update(object_schema(table.root()));
    schema["type"] = "object";
    schema["$defs"] = definitions(table);
    return schema.dump(2) + "\n";
}

}  // namespace besshi::field
