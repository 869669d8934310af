#include "conformance/object.h"

#include "base/base.h"

#include <algorithm>

namespace besshi::conformance {

namespace {

std::string utf16_to_utf8(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto unit = [&](std::size_t at) {
            return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                         static_cast<unsigned char>(bytes[at + 1]));
        };
        char32_t c = unit(i);
        const bool is_high = c >= 0xD800 && c < 0xDC00;
        if (is_high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        }
        base::append_utf8(text, c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : c);
    }
    return text;
}

}  // namespace

std::optional<std::string_view> Object::as_name() const {
    const Name* name = std::get_if<Name>(&value_);
    return name ? std::optional<std::string_view>(name->text) : std::nullopt;
}

std::optional<std::string_view> Object::as_string() const {
    const String* string = std::get_if<String>(&value_);
    return string ? std::optional<std::string_view>(string->bytes) : std::nullopt;
}

std::optional<std::int64_t> Object::as_integer() const {
    const std::int64_t* integer = std::get_if<std::int64_t>(&value_);
    return integer ? std::optional(*integer) : std::nullopt;
}

std::optional<double> Object::as_number() const {
    if (const auto integer = as_integer()) return static_cast<double>(*integer);
    const double* real = std::get_if<double>(&value_);
    return real ? std::optional(*real) : std::nullopt;
}

std::optional<ObjectId> Object::as_reference() const {
    const ObjectId* id = std::get_if<ObjectId>(&value_);
    return id ? std::optional(*id) : std::nullopt;
}

const Object& Object::entry(std::string_view key) const {
    static const Object null;
    const Dictionary* dictionary = as_dictionary();
    if (dictionary == nullptr) return null;
    const auto found = std::ranges::find(dictionary->entries, key, &Entry::key);
    return found == dictionary->entries.end() ? null : found->value;
}

std::string text_of(std::string_view string) {
    if (string.starts_with("\xFE\xFF")) return utf16_to_utf8(string.substr(2));
    if (string.starts_with("\xEF\xBB\xBF")) return std::string(string.substr(3));
    std::string text;
    for (const char c : string) base::append_utf8(text, static_cast<unsigned char>(c) < 0x80 ? c : U'\uFFFD');
    return text;
}

}  // namespace besshi::conformance
