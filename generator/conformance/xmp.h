#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// An XMP packet (ISO 16684-1) as its properties.
namespace besshi::conformance {

struct XmpProperty;

struct XmpValue {
    enum class Form { simple, alternatives, sequence, bag, structure };
    Form form = Form::simple;
    std::string text;                 ///< of a simple value
    std::string language;             ///< xml:lang of an alternative
    std::vector<XmpValue> items;      ///< of alternatives, sequence and bag
    std::vector<XmpProperty> fields;  ///< of a structure
};

struct XmpProperty {
    std::string space;  ///< namespace URI
    std::string prefix;
    std::string name;
    XmpValue value;
};

struct XmpPacket {
    std::vector<XmpProperty> properties;
    bool has_bytes = false, has_encoding = false;  ///< in the packet header
};

/// None if the packet is not well-formed XML in UTF-8 with an rdf:RDF, or holds a document type.
std::optional<XmpPacket> read_xmp(std::string_view packet);

const XmpProperty* find_property(const std::vector<XmpProperty>& properties, std::string_view space,
                                 std::string_view name);
/// The text of a simple value, the default of alternatives, the items of a sequence or bag joined by `; `.
std::string plain_text(const XmpValue& value);

}  // namespace besshi::conformance
