#include "cycle/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace besshi::cycle {

namespace {

Json from_library(nlohmann::ordered_json&& value) {
    switch (value.type()) {
        case nlohmann::ordered_json::value_t::boolean:
            return value.get<bool>();
        case nlohmann::ordered_json::value_t::number_integer:
        case nlohmann::ordered_json::value_t::number_unsigned:
            return value.get<std::int64_t>();
        case nlohmann::ordered_json::value_t::string:
            return std::move(value.get_ref<std::string&>());
        case nlohmann::ordered_json::value_t::array: {
            Json::List list;
            for (nlohmann::ordered_json& element : value) list.push_back(from_library(std::move(element)));
            return list;
        }
        case nlohmann::ordered_json::value_t::object: {
            Json::Object object;
            for (auto& [key, member] : value.items()) object.push_back({key, from_library(std::move(member))});
            return object;
        }
        case nlohmann::ordered_json::value_t::null:
        case nlohmann::ordered_json::value_t::number_float:
        case nlohmann::ordered_json::value_t::binary:
        case nlohmann::ordered_json::value_t::discarded:
            break;
    }
    return {};
}

/// Where a member stands among its siblings by the field table; keys the table lacks come last.
std::size_t place_of(const field::Field& parent, std::string_view key) {
    if (parent.kind == field::Kind::map) {
        const auto& codes = parent.enumeration->codes;
        return static_cast<std::size_t>(std::ranges::find(codes, key, &field::Code::code) - codes.begin());
    }
    const auto found = std::ranges::find_if(parent.children, [&](const auto& child) { return child->key == key; });
    return static_cast<std::size_t>(found - parent.children.begin());
}

}  // namespace

Json parse_json(std::string_view text) {
    return from_library(nlohmann::ordered_json::parse(text));
}

Json* Json::find(std::string_view key) {
    return const_cast<Json*>(std::as_const(*this).find(key));
}

const Json* Json::find(std::string_view key) const {
    const Object* object = std::get_if<Object>(&content);
    if (!object) return nullptr;
    const auto found = std::ranges::find(*object, key, &Member::key);
    return found == object->end() ? nullptr : &found->value;
}

std::string_view Json::text() const {
    const std::string* text = std::get_if<std::string>(&content);
    return text ? std::string_view(*text) : std::string_view();
}

std::span<Json> Json::elements() {
    List* list = std::get_if<List>(&content);
    return list ? std::span<Json>(*list) : std::span<Json>();
}

std::span<const Json> Json::elements() const {
    const List* list = std::get_if<List>(&content);
    return list ? std::span<const Json>(*list) : std::span<const Json>();
}

bool Json::is_empty() const {
    if (const std::string* text = std::get_if<std::string>(&content)) return text->empty();
    if (const List* list = std::get_if<List>(&content)) return std::ranges::all_of(*list, &Json::is_empty);
    if (const Object* object = std::get_if<Object>(&content))
        return std::ranges::all_of(*object, [](const Member& member) { return member.value.is_empty(); });
    return std::holds_alternative<std::nullptr_t>(content);
}

Json& member_of(Json& object, const field::Field& field, std::string_view key) {
    if (!std::holds_alternative<Json::Object>(object.content)) object.content = Json::Object();
    if (Json* present = object.find(key)) return *present;
    auto& members = std::get<Json::Object>(object.content);
    const std::size_t place = place_of(field, key);
    const auto behind =
        std::ranges::find_if(members, [&](const Member& member) { return place_of(field, member.key) > place; });
    return members.insert(behind, {std::string(key), Json()})->value;
}

}  // namespace besshi::cycle
