#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The objects of a PDF (ISO 32000-1 §7.3) as plain values.
namespace besshi::conformance {

struct ObjectId {
    int number = 0, generation = 0;
    auto operator<=>(const ObjectId&) const = default;
};

struct Name {
    std::string text;  ///< without `/`, `#xx` expanded
};
struct String {
    std::string bytes;
};
struct Entry;
/// Direct objects; a stream is its dictionary, its data are fetched by the number of its object.
struct Dictionary {
    std::vector<Entry> entries;
    bool is_stream = false;
};

class Object {
public:
    using Array = std::vector<Object>;
    using Value = std::variant<std::monostate, bool, std::int64_t, double, Name, String, Array, Dictionary, ObjectId>;

    Object() = default;
    explicit Object(Value value) : value_(std::move(value)) {}

    bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    bool is_stream() const { return as_dictionary() != nullptr && as_dictionary()->is_stream; }
    bool is_name(std::string_view text) const { return as_name() == text; }
    bool is_true() const { return std::holds_alternative<bool>(value_) && std::get<bool>(value_); }

    std::optional<std::string_view> as_name() const;
    std::optional<std::string_view> as_string() const;
    std::optional<std::int64_t> as_integer() const;
    std::optional<double> as_number() const;  ///< integer or real
    std::optional<ObjectId> as_reference() const;
    const Array* as_array() const { return std::get_if<Array>(&value_); }
    const Dictionary* as_dictionary() const { return std::get_if<Dictionary>(&value_); }  ///< of a stream too

    /// The value of a key as it stands, possibly a reference; null if there is none.
    const Object& entry(std::string_view key) const;

private:
    Value value_;
};

struct Entry {
    std::string key;
    Object value;
};

/// A text string (ISO 32000-1 §7.9.2.2) as UTF-8; characters of PDFDocEncoding outside ASCII become U+FFFD.
std::string text_of(std::string_view string);

}  // namespace besshi::conformance
