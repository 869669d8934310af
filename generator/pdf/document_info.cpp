#include "pdf/document_info.h"

#include "pdf/syntax.h"

#include <fmt/format.h>

namespace besshi::pdf {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

constexpr std::string_view head =
    "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n";

constexpr std::string_view tail =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Indicates which part of ISO 14289 the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";

/// A property in one language of many (XMP "Lang Alt").
void append_alternative(std::string& out, std::string_view name, std::string_view text) {
    fmt::format_to(std::back_inserter(out),
                   "<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", name, escaped(text));
}

}  // namespace

std::vector<Entry> info_entries(const DocumentInfo& info) {
    std::vector<Entry> entries{{"Title", text_string(info.title)}, {"Producer", text_string(info.producer)}};
    if (!info.subject.empty()) entries.push_back({"Subject", text_string(info.subject)});
    if (info.created) {
        entries.push_back({"CreationDate", date_string(*info.created)});
        entries.push_back({"ModDate", date_string(*info.created)});
    }
    return entries;
}

std::string xmp_packet(const DocumentInfo& info) {
    std::string xmp(head);
    append_alternative(xmp, "dc:title", info.title);
    if (!info.subject.empty()) append_alternative(xmp, "dc:description", info.subject);
    fmt::format_to(std::back_inserter(xmp), "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n",
                   escaped(info.language));
    fmt::format_to(std::back_inserter(xmp), "<pdf:Producer>{}</pdf:Producer>\n", escaped(info.producer));
    if (info.created) {
        fmt::format_to(std::back_inserter(xmp),
                       "<xmp:CreateDate>{0}</xmp:CreateDate><xmp:ModifyDate>{0}</xmp:ModifyDate>\n",
                       base::to_iso(*info.created));
    }
    xmp += tail;
    return xmp;
}

}  // namespace besshi::pdf
