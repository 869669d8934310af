#include "cycle/place.h"

#include <algorithm>
#include <charconv>

namespace besshi::cycle {

namespace {

/// The part of `rest` before its first dot; `rest` keeps what is behind it.
std::string_view take_key(std::string_view& rest) {
    const std::string_view key = rest.substr(0, rest.find('.'));
    rest = key.size() == rest.size() ? std::string_view() : rest.substr(key.size() + 1);
    return key;
}

/// The place of the member `key` of the object or map at `at`.
Place member_place(const Place& at, std::string_view key, Json& value) {
    const bool is_map = at.field->kind == field::Kind::map;
    const field::Field& field = *at.field->find_child(is_map ? "{}" : key);
    const std::string_view label = is_map ? at.field->enumeration->find(key)->word : field.label;
    return {&field, label, at.pointer + base::pointer_token(key), &value};
}

/// The element `number` of the list at `at`, which grows until it has one.
Place element_place(const Place& at, std::string_view number) {
    if (!std::holds_alternative<Json::List>(at.value->content)) at.value->content = Json::List();
    auto& elements = std::get<Json::List>(at.value->content);
    std::size_t index = 0;
    std::from_chars(number.data(), number.data() + number.size(), index);
    if (elements.size() <= index) elements.resize(index + 1);
    const field::Field& field = *at.field->find_child("[]");
    return {&field, field.label, at.pointer + base::pointer_token(number), &elements[index]};
}

void add_places(const Place& at, std::span<const field::Field* const> way, std::vector<Place>& found) {
    if (way.empty()) {
        if (!at.value->is_empty()) found.push_back(at);
        return;
    }
    const field::Field& next = *way.front();
    const auto go = [&](const Place& place) { add_places(place, way.subspan(1), found); };
    if (next.key == "[]") {
        const std::span<Json> elements = at.value->elements();
        for (std::size_t i = 0; i < elements.size(); ++i)
            go({&next, next.label, at.pointer + base::pointer_token(std::to_string(i)), &elements[i]});
    } else if (next.key == "{}") {
        for (const field::Code& code : at.field->enumeration->codes)
            if (Json* value = at.value->find(code.code)) go(member_place(at, code.code, *value));
    } else if (Json* value = at.value->find(next.key)) {
        go(member_place(at, next.key, *value));
    }
}

}  // namespace

std::vector<Place> find_places(Json& document, const field::Table& table, std::string_view path) {
    std::vector<const field::Field*> way;
    for (const field::Field* field = table.find(path); field->parent; field = field->parent) way.push_back(field);
    std::ranges::reverse(way);
    std::vector<Place> found;
    add_places({&table.root(), {}, {}, &document}, way, found);
    return found;
}

Place make_place(Json& document, const field::Table& table, std::string_view name) {
    Place place{&table.root(), {}, {}, &document};
    while (!name.empty()) {
        const std::string_view key = take_key(name);
        place = place.field->kind == field::Kind::list
                    ? element_place(place, key)
                    : member_place(place, key, member_of(*place.value, *place.field, key));
    }
    return place;
}

Json blank(const field::Field& field) {
    switch (field.kind) {
        case field::Kind::object: {
            Json::Object members;
            for (const auto& child : field.children) members.push_back({child->key, blank(*child)});
            return members;
        }
        case field::Kind::list:
            return Json::List();
        case field::Kind::map:
            return Json::Object();
        case field::Kind::period:
            return Json::Object{{"from", ""}, {"to", ""}};
        case field::Kind::integer:
        case field::Kind::yen:
        case field::Kind::boolean:
        case field::Kind::span:
            return {};
        case field::Kind::text:
        case field::Kind::long_text:
        case field::Kind::name:
        case field::Kind::digits:
        case field::Kind::date:
        case field::Kind::month:
        case field::Kind::time:
        case field::Kind::code:
        case field::Kind::reference:
        case field::Kind::image:
            return "";
    }
    return {};
}

}  // namespace besshi::cycle
