#include "conformance/xmp.h"

#include "base/base.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>

namespace besshi::conformance {

namespace {

constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr int deepest = 16;

std::string_view view(const xmlChar* text) {
    return text != nullptr ? reinterpret_cast<const char*>(text) : std::string_view();
}

bool is_rdf(const xmlNs* space, const xmlChar* name, std::string_view wanted) {
    return space != nullptr && view(space->href) == rdf && view(name) == wanted;
}

bool is_element(const xmlNode* node, std::string_view wanted) {
    return node->type == XML_ELEMENT_NODE && is_rdf(node->ns, node->name, wanted);
}

std::string text_in(const xmlNode* first) {
    std::string text;
    for (const xmlNode* node = first; node != nullptr; node = node->next)
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) text += view(node->content);
    return text;
}

const xmlNode* first_element(const xmlNode* parent) {
    const xmlNode* node = parent->children;
    while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
    return node;
}

XmpValue read_value(const xmlNode* node, int depth);

XmpProperty named(const xmlNs* space, const xmlChar* name, XmpValue value) {
    return {std::string(space ? view(space->href) : ""), std::string(space ? view(space->prefix) : ""),
            std::string(view(name)), std::move(value)};
}

/// Properties that stand as attributes and as children of a description.
std::vector<XmpProperty> read_properties(const xmlNode* description, int depth) {
    std::vector<XmpProperty> properties;
    for (const xmlAttr* attribute = description->properties; attribute != nullptr; attribute = attribute->next) {
        const bool is_ours =
            attribute->ns != nullptr && view(attribute->ns->href) != rdf && view(attribute->ns->prefix) != "xml";
        if (!is_ours) continue;
        properties.push_back(
            named(attribute->ns, attribute->name, {XmpValue::Form::simple, text_in(attribute->children), {}, {}, {}}));
    }
    for (const xmlNode* child = description->children; child != nullptr; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            properties.push_back(named(child->ns, child->name, read_value(child, depth + 1)));
    return properties;
}

XmpValue read_items(const xmlNode* container, XmpValue::Form form, int depth) {
    XmpValue value{form, {}, {}, {}, {}};
    for (const xmlNode* item = container->children; item != nullptr; item = item->next)
        if (is_element(item, "li")) value.items.push_back(read_value(item, depth + 1));
    return value;
}

XmpValue read_structure(const xmlNode* description, int depth) {
    return {XmpValue::Form::structure, {}, {}, {}, read_properties(description, depth)};
}

XmpValue read_value(const xmlNode* node, int depth) {
    if (depth > deepest) return {};
    std::string language;
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
        const std::string text = text_in(attribute->children);
        if (is_rdf(attribute->ns, attribute->name, "parseType") && text == "Resource")
            return read_structure(node, depth);
        if (is_rdf(attribute->ns, attribute->name, "resource")) return {XmpValue::Form::simple, text, {}, {}, {}};
        if (attribute->ns != nullptr && view(attribute->ns->prefix) == "xml" && view(attribute->name) == "lang")
            language = text;
    }
    if (const xmlNode* child = first_element(node)) {
        if (is_element(child, "Alt")) return read_items(child, XmpValue::Form::alternatives, depth);
        if (is_element(child, "Seq")) return read_items(child, XmpValue::Form::sequence, depth);
        if (is_element(child, "Bag")) return read_items(child, XmpValue::Form::bag, depth);
        return read_structure(is_element(child, "Description") ? child : node, depth);
    }
    return {XmpValue::Form::simple, text_in(node->children), std::move(language), {}, {}};
}

void read_header(const xmlNode* first, XmpPacket& packet) {
    for (const xmlNode* node = first; node != nullptr; node = node->next) {
        if (node->type != XML_PI_NODE || view(node->name) != "xpacket") continue;
        const std::string_view content = view(node->content);
        if (content.find("begin") == std::string_view::npos) continue;
        packet.has_bytes = content.find("bytes") != std::string_view::npos;
        packet.has_encoding = content.find("encoding") != std::string_view::npos;
    }
}

}  // namespace

std::optional<XmpPacket> read_xmp(std::string_view packet) {
    if (base::find_ill_formed_utf8(packet) != std::string_view::npos) return std::nullopt;
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(packet.data(), static_cast<int>(packet.size()), nullptr, "UTF-8", options), &xmlFreeDoc);
    if (!document || document->intSubset != nullptr) return std::nullopt;
    const xmlNode* root = xmlDocGetRootElement(document.get());
    while (root != nullptr && !is_element(root, "RDF")) root = first_element(root);
    if (root == nullptr) return std::nullopt;
    XmpPacket result;
    read_header(document->children, result);
    for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
        if (!is_element(node, "Description")) continue;
        std::vector<XmpProperty> more = read_properties(node, 0);
        std::ranges::move(more, std::back_inserter(result.properties));
    }
    return result;
}

const XmpProperty* find_property(const std::vector<XmpProperty>& properties, std::string_view space,
                                 std::string_view name) {
    const auto found = std::ranges::find_if(
        properties, [&](const XmpProperty& property) { return property.space == space && property.name == name; });
    return found == properties.end() ? nullptr : &*found;
}

std::string plain_text(const XmpValue& value) {
    if (value.form == XmpValue::Form::simple) return value.text;
    if (value.form == XmpValue::Form::alternatives) {
        const auto found = std::ranges::find(value.items, "x-default", &XmpValue::language);
        return found == value.items.end() ? std::string() : found->text;
    }
    std::string text;
    for (const XmpValue& item : value.items) text += (text.empty() ? "" : "; ") + item.text;
    return text;
}

}  // namespace besshi::conformance
