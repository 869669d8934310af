#pragma once

#include "field/field.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A case file as it is written: every member in its place, also the empty ones.
namespace besshi::cycle {

struct Member;

struct Json {
    using List = std::vector<Json>;
    using Object = std::vector<Member>;
    std::variant<std::nullptr_t, bool, std::int64_t, std::string, List, Object> content = nullptr;

    Json() = default;
    Json(bool truth) : content(truth) {}
    Json(std::int64_t number) : content(number) {}
    Json(std::string text) : content(std::move(text)) {}
    Json(std::string_view text) : content(std::string(text)) {}
    Json(const char* text) : content(std::string(text)) {}
    Json(List list) : content(std::move(list)) {}
    Json(Object object) : content(std::move(object)) {}

    bool operator==(const Json&) const = default;

    /// A member of an object; null if there is none or this is no object.
    Json* find(std::string_view key);
    const Json* find(std::string_view key) const;
    /// The text, or an empty one if this is none.
    std::string_view text() const;
    /// Elements of a list; none for everything else.
    std::span<Json> elements();
    std::span<const Json> elements() const;
    /// Nothing a reader of the case would see: null, an empty text, a list or object of such values.
    bool is_empty() const;
};

struct Member {
    std::string key;
    Json value;
    bool operator==(const Member&) const = default;
};

/// The text of a case that `plan::read` has accepted.
Json parse_json(std::string_view text);

/// In the layout of the samples: two spaces a level; what fits into 110 columns (East Asian wide characters
/// count two) stands on one line; characters nobody can see are written as escapes.
std::string to_text(const Json& document);

/// The member `key` of `object`, which is of `field`; a new one is put where the field table has its place.
/// A value that is no object becomes an empty one first.
Json& member_of(Json& object, const field::Field& field, std::string_view key);

}  // namespace besshi::cycle
