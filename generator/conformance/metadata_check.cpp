#include "conformance/checks.h"
#include "conformance/date_time.h"
#include "conformance/xmp.h"

#include <algorithm>
#include <map>
#include <set>

namespace besshi::conformance {

namespace {

namespace space {
constexpr std::string_view dc = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view xmp = "http://ns.adobe.com/xap/1.0/";
constexpr std::string_view rights = "http://ns.adobe.com/xap/1.0/rights/";
constexpr std::string_view media = "http://ns.adobe.com/xap/1.0/mm/";
constexpr std::string_view pdf = "http://ns.adobe.com/pdf/1.3/";
constexpr std::string_view pdfaid = "http://www.aiim.org/pdfa/ns/id/";
constexpr std::string_view pdfuaid = "http://www.aiim.org/pdfua/ns/id/";
constexpr std::string_view extension = "http://www.aiim.org/pdfa/ns/extension/";
constexpr std::string_view schema = "http://www.aiim.org/pdfa/ns/schema#";
constexpr std::string_view property = "http://www.aiim.org/pdfa/ns/property#";
}  // namespace space

enum class Type { text, integer, date, languages, sequence, bag, structure };

struct Predefined {
    std::string_view space, name;
    Type type;
};

/// Properties of the XMP Specification 2005 and of ISO 19005-2 that a text document may use.
constexpr Predefined predefined[] = {
    {space::dc, "contributor", Type::bag},
    {space::dc, "coverage", Type::text},
    {space::dc, "creator", Type::sequence},
    {space::dc, "date", Type::sequence},
    {space::dc, "description", Type::languages},
    {space::dc, "format", Type::text},
    {space::dc, "identifier", Type::text},
    {space::dc, "language", Type::bag},
    {space::dc, "publisher", Type::bag},
    {space::dc, "relation", Type::bag},
    {space::dc, "rights", Type::languages},
    {space::dc, "source", Type::text},
    {space::dc, "subject", Type::bag},
    {space::dc, "title", Type::languages},
    {space::dc, "type", Type::bag},
    {space::xmp, "BaseURL", Type::text},
    {space::xmp, "CreateDate", Type::date},
    {space::xmp, "CreatorTool", Type::text},
    {space::xmp, "Identifier", Type::bag},
    {space::xmp, "Label", Type::text},
    {space::xmp, "MetadataDate", Type::date},
    {space::xmp, "ModifyDate", Type::date},
    {space::xmp, "Nickname", Type::text},
    {space::xmp, "Rating", Type::integer},
    {space::rights, "Certificate", Type::text},
    {space::rights, "Marked", Type::text},
    {space::rights, "Owner", Type::bag},
    {space::rights, "UsageTerms", Type::languages},
    {space::rights, "WebStatement", Type::text},
    {space::media, "DocumentID", Type::text},
    {space::media, "InstanceID", Type::text},
    {space::media, "VersionID", Type::text},
    {space::media, "RenditionClass", Type::text},
    {space::media, "DerivedFrom", Type::structure},
    {space::media, "History", Type::sequence},
    {space::pdf, "Keywords", Type::text},
    {space::pdf, "PDFVersion", Type::text},
    {space::pdf, "Producer", Type::text},
    {space::pdfaid, "part", Type::integer},
    {space::pdfaid, "amd", Type::text},
    {space::pdfaid, "corr", Type::text},
    {space::pdfaid, "conformance", Type::text},
    {space::extension, "schemas", Type::bag},
};

bool is_integer(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool has_type(const XmpValue& value, Type type) {
    using Form = XmpValue::Form;
    switch (type) {
        case Type::text:
            return value.form == Form::simple;
        case Type::integer:
            return value.form == Form::simple && is_integer(value.text);
        case Type::date:
            return value.form == Form::simple && read_iso_date(value.text).has_value();
        case Type::languages:
            return value.form == Form::alternatives &&
                   std::ranges::none_of(value.items, [](const XmpValue& item) { return item.language.empty(); });
        case Type::sequence:
            return value.form == Form::sequence;
        case Type::bag:
            return value.form == Form::bag;
        case Type::structure:
            return value.form == Form::structure;
    }
    return false;
}

class MetadataCheck {
public:
    MetadataCheck(const PdfFile& file, Findings& findings) : file_(file), findings_(findings) {}

    void check() {
        const Object& metadata = file_.find(file_.catalog(), "Metadata");
        if (!metadata.is_stream()) {
            findings_.add("6.6.2.1-1"_rule, "カタログ");
            findings_.add("06-001"_rule, "カタログ");
            return;
        }
        findings_.see(Subject::metadata);
        const auto language = file_.find(file_.catalog(), "Lang").as_string();
        if (!language || language->empty()) findings_.add("11-006"_rule, place);
        const auto data = file_.data(metadata);
        const auto packet = data ? read_xmp(*data) : std::nullopt;
        if (!packet) return findings_.add("6.6.2.1-4"_rule, place);
        if (packet->has_bytes) findings_.add("6.6.2.1-2"_rule, place);
        if (packet->has_encoding) findings_.add("6.6.2.1-3"_rule, place);
        check_properties(packet->properties);
    }

private:
    using Properties = std::vector<XmpProperty>;

    void check_properties(const Properties& properties) {
        check_extensions(properties);
        for (const XmpProperty& property : properties) check_property(property);
        check_pdfa(properties);
        check_pdfua(properties);
        const XmpProperty* title = find_property(properties, space::dc, "title");
        if (title == nullptr || plain_text(title->value).empty()) findings_.add("06-003"_rule, place);
        check_info(properties);
    }

    void check_extensions(const Properties& properties) {
        const XmpProperty* container = find_property(properties, space::extension, "schemas");
        if (container == nullptr) return;
        findings_.see(Subject::extension_schema);
        if (container->value.form != XmpValue::Form::bag || container->prefix != "pdfaExtension")
            findings_.add("6.6.2.3.3-1"_rule, place);
        for (const XmpValue& schema : container->value.items) check_schema(schema);
    }

    void check_schema(const XmpValue& schema) {
        const XmpProperty* uri = find_property(schema.fields, space::schema, "namespaceURI");
        const XmpProperty* declared = find_property(schema.fields, space::schema, "property");
        const bool complete = uri != nullptr && declared != nullptr &&
                              declared->value.form == XmpValue::Form::sequence &&
                              find_property(schema.fields, space::schema, "schema") != nullptr &&
                              find_property(schema.fields, space::schema, "prefix") != nullptr &&
                              all_have_prefix(schema.fields, "pdfaSchema");
        if (!complete) return findings_.add("6.6.2.3.3-2"_rule, place);
        for (const XmpValue& property : declared->value.items) check_declaration(property, uri->value.text);
    }

    void check_declaration(const XmpValue& property, const std::string& uri) {
        const auto text = [&](std::string_view name) {
            const XmpProperty* field = find_property(property.fields, space::property, name);
            return field != nullptr ? field->value.text : std::string();
        };
        const std::string category = text("category");
        const bool complete = !text("name").empty() && !text("valueType").empty() && !text("description").empty() &&
                              (category == "internal" || category == "external") &&
                              all_have_prefix(property.fields, "pdfaProperty");
        if (!complete) return findings_.add("6.6.2.3.3-3"_rule, place);
        declared_[{uri, text("name")}] = text("valueType") == "Integer" ? Type::integer : Type::text;
    }

    static bool all_have_prefix(const Properties& fields, std::string_view prefix) {
        return std::ranges::all_of(fields, [&](const XmpProperty& field) { return field.prefix == prefix; });
    }

    void check_property(const XmpProperty& property) {
        const auto known = std::ranges::find_if(predefined, [&](const Predefined& one) {
            return one.space == property.space && one.name == property.name;
        });
        const auto own = declared_.find({property.space, property.name});
        const std::string detail = property.prefix + ":" + property.name;
        if (known == std::end(predefined) && own == declared_.end())
            return findings_.add("6.6.2.3.1-1"_rule, place, detail);
        const Type type = known != std::end(predefined) ? known->type : own->second;
        if (!has_type(property.value, type)) findings_.add("6.6.2.3.1-2"_rule, place, detail);
    }

    void check_pdfa(const Properties& properties) {
        const XmpProperty* part = find_property(properties, space::pdfaid, "part");
        const XmpProperty* level = find_property(properties, space::pdfaid, "conformance");
        if (part == nullptr && level == nullptr) return findings_.add("6.6.4-1"_rule, place);
        if (part == nullptr || part->value.text != "2") findings_.add("6.6.4-2"_rule, place);
        if (level == nullptr || (level->value.text != "U" && level->value.text != "A"))
            findings_.add("6.6.4-3"_rule, place);
        check_prefix(properties, space::pdfaid, "pdfaid", "6.6.4-4"_rule);
    }

    void check_pdfua(const Properties& properties) {
        const XmpProperty* part = find_property(properties, space::pdfuaid, "part");
        if (part == nullptr) return findings_.add("06-002"_rule, place);
        if (part->value.text != "1") findings_.add("5-2"_rule, place);
        check_prefix(properties, space::pdfuaid, "pdfuaid", "5-3"_rule);
    }

    void check_prefix(const Properties& properties, std::string_view uri, std::string_view prefix, RuleNumber rule) {
        for (const XmpProperty& property : properties)
            if (property.space == uri && property.prefix != prefix) findings_.add(rule, place, property.name);
    }

    /// Entries of Info and their equivalents (ISO 19005-2 §6.6.3, ISO 19005-1 table 1).
    void check_info(const Properties& properties) {
        struct Pair {
            std::string_view key, uri, name;
        };
        constexpr Pair pairs[] = {{"Title", space::dc, "title"},          {"Author", space::dc, "creator"},
                                  {"Subject", space::dc, "description"},  {"Keywords", space::pdf, "Keywords"},
                                  {"Creator", space::xmp, "CreatorTool"}, {"Producer", space::pdf, "Producer"}};
        constexpr Pair dates[] = {{"CreationDate", space::xmp, "CreateDate"}, {"ModDate", space::xmp, "ModifyDate"}};
        const Object& info = file_.find(file_.trailer(), "Info");
        if (info.as_dictionary() == nullptr) return;
        findings_.see(Subject::info);
        const auto xmp_text = [&](const Pair& pair) {
            const XmpProperty* property = find_property(properties, pair.uri, pair.name);
            return property != nullptr ? plain_text(property->value) : std::string();
        };
        for (const Pair& pair : pairs)
            if (const auto text = file_.find(info, pair.key).as_string(); text && text_of(*text) != xmp_text(pair))
                findings_.add("6.6.3-1"_rule, "文書情報", std::string(pair.key));
        for (const Pair& pair : dates) {
            const auto text = file_.find(info, pair.key).as_string();
            if (!text) continue;
            const auto date = read_pdf_date(*text);
            if (!date)
                findings_.add("7.9.4-1"_rule, "文書情報", std::string(pair.key));
            else if (date != read_iso_date(xmp_text(pair)))
                findings_.add("6.6.3-1"_rule, "文書情報", std::string(pair.key));
        }
    }

    static constexpr const char* place = "XMP";

    const PdfFile& file_;
    Findings& findings_;
    std::map<std::pair<std::string, std::string>, Type> declared_;  ///< by namespace and name
};

}  // namespace

void check_metadata(const PdfFile& file, Findings& findings) {
    MetadataCheck(file, findings).check();
}

}  // namespace besshi::conformance
