#pragma once

#include "unit/conformance/tiny_fonts.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace besshi::tests {

/// A PDF as the texts of its objects, by name; `@name` in a text refers to one. Changed at will, then written with
/// right lengths and offsets.
class HandmadePdf {
public:
    void add(const std::string& name, const std::string& text) { objects_.push_back({name, text, {}, false}); }
    void add_stream(const std::string& name, const std::string& dictionary, const std::string& data) {
        objects_.push_back({name, dictionary, data, true});
    }

    /// Puts `to` in place of the first `from` in the text of an object, its data (`name!`), or the trailer.
    void change(const std::string& name, const std::string& from, const std::string& to) {
        const bool in_data = name.ends_with('!');
        std::string& text = name == "trailer" ? trailer_
                            : in_data         ? find(name.substr(0, name.size() - 1)).data
                                              : find(name).text;
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << name << " holds no " << from;
        text.replace(at, from.size(), to);
    }

    std::string write() const {
        std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
        std::vector<std::size_t> offsets;
        for (const Part& part : objects_) {
            offsets.push_back(out.size());
            out += fmt::format("{} 0 obj\n", offsets.size());
            std::string text = with_numbers(part.text);
            if (part.is_stream) {
                if (text.find("/Length ") == std::string::npos)
                    text.insert(text.size() - 2, fmt::format("/Length {}", part.data.size()));
                text += "\nstream\n" + part.data + "\nendstream";
            }
            out += text + "\nendobj\n";
        }
        const std::size_t start = out.size();
        out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects_.size() + 1);
        for (const std::size_t offset : offsets) out += fmt::format("{:010} 00000 n \n", offset);
        std::string trailer = with_numbers(trailer_);
        trailer.insert(trailer.size() - 2, fmt::format("/Size {}", objects_.size() + 1));
        return out + fmt::format("trailer\n{}\nstartxref\n{}\n%%EOF\n", trailer, start);
    }

    std::string trailer_ = "<</Root @catalog/Info @info/ID[<0123><0123>]>>";

private:
    struct Part {
        std::string name, text, data;
        bool is_stream;
    };

    Part& find(const std::string& name) {
        for (Part& part : objects_)
            if (part.name == name) return part;
        throw std::out_of_range(name);
    }

    std::string with_numbers(const std::string& text) const {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '@') {
                out += text[i];
                continue;
            }
            std::size_t end = i + 1;
            while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_'))
                ++end;
            out += fmt::format("{} 0 R", number_of(text.substr(i + 1, end - i - 1)));
            i = end - 1;
        }
        return out;
    }

    std::size_t number_of(const std::string& name) const {
        for (std::size_t i = 0; i < objects_.size(); ++i)
            if (objects_[i].name == name) return i + 1;
        throw std::out_of_range(name);
    }

    std::vector<Part> objects_;
};

inline std::string good_xmp() {
    return R"xml(<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Plan</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-04-01</xmp:CreateDate><pdf:Producer>besshi</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>)xml";
}

/// One page with a heading, a paragraph, a table, a picture, a list, a link and a signature field; written without
/// besshi's own writer.
inline HandmadePdf good_file() {
    HandmadePdf pdf;
    pdf.add("catalog",
            "<</Type/Catalog/Pages @pages/Lang(ja-JP)/MarkInfo<</Marked true>>/Metadata @xmp/OutputIntents[@intent]"
            "/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot @root/AcroForm @form/Outlines @outlines>>");
    pdf.add("info", "<</Title(Plan)/Producer(besshi)/CreationDate(D:20260401)>>");
    pdf.add_stream("xmp", "<</Type/Metadata/Subtype/XML>>", good_xmp());
    pdf.add("intent", "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile @icc>>");
    pdf.add_stream("icc", "<</N 3>>", tiny_icc("RGB "));
    pdf.add("pages", "<</Type/Pages/Kids[@page]/Count 1>>");
    pdf.add("page",
            "<</Type/Page/Parent @pages/MediaBox[0 0 595 842]/Resources<</Font<</F1 @font/F2 @cff_font>>"
            "/XObject<</I1 @image/X1 @drawing>>/ExtGState<</G1 @state>>>>/Contents @content/Annots[@field @link]"
            "/Tabs/S/StructParents 0>>");
    pdf.add_stream("content", "<<>>",
                   "/H1<</MCID 0>>BDC BT/F1 10 Tf 9 9 Td<0001>Tj ET EMC\n"
                   "/P<</MCID 1>>BDC BT/F2 10 Tf[<0007>-20.5<0007>]TJ ET EMC\n"
                   "/TH<</MCID 2>>BDC BT/F1 10 Tf<0002>Tj ET EMC\n"
                   "/TD<</MCID 3>>BDC BT<0001>Tj ET EMC\n"
                   "/Figure<</MCID 4>>BDC q 9 0 0 9 0 0 cm/I1 Do Q EMC\n"
                   "/Lbl<</MCID 5>>BDC BT<0001>Tj ET EMC\n"
                   "/LBody<</MCID 6>>BDC BT<0001>Tj ET EMC\n"
                   "/Link<</MCID 7>>BDC BT<0001>Tj ET EMC\n"
                   "/Artifact BMC/G1 gs 0.5 g 0 0 9 9 re f/X1 Do EMC\n");
    pdf.add_stream("drawing", "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>>>", "0 0 m 9 9 l S");
    pdf.add("state", "<</Type/ExtGState/BM/Normal/RI/Perceptual/HT<</HalftoneType 5>>>>");
    pdf.add_stream("image", "<</Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB>>",
                   "abcdef");
    pdf.add("font",
            "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Tiny/Encoding/Identity-H/DescendantFonts[@cid_font]"
            "/ToUnicode @unicode>>");
    pdf.add("cid_font",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Tiny/CIDSystemInfo<</Registry(Adobe)"
            "/Ordering(Identity)/Supplement 0>>/FontDescriptor @descriptor/DW 1000/W[2[600]]"
            "/CIDToGIDMap/Identity>>");
    pdf.add("descriptor", "<</Type/FontDescriptor/FontName/ABCDEF+Tiny/Flags 4/FontFile2 @program/CIDSet @cid_set>>");
    pdf.add_stream("program", "<<>>", tiny_true_type());
    pdf.add_stream("cid_set", "<<>>", "\xE0");
    pdf.add_stream("unicode", "<<>>",
                   "1 begincodespacerange<0000><FFFF>endcodespacerange\n"
                   "1 beginbfchar<0001><3042>endbfchar\n1 beginbfrange<0002><0002><D842DFB7>endbfrange");
    pdf.add("cff_font",
            "<</Type/Font/Subtype/Type0/BaseFont/GHIJKL+Tiny-Identity-H/Encoding/Identity-H"
            "/DescendantFonts[@cff_cid_font]/ToUnicode @cff_unicode>>");
    pdf.add("cff_cid_font",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/GHIJKL+Tiny/CIDSystemInfo<</Registry(Adobe)"
            "/Ordering(Identity)/Supplement 0>>/FontDescriptor @cff_descriptor/DW 1000/W[7 7 600]>>");
    pdf.add("cff_descriptor", "<</Type/FontDescriptor/FontName/GHIJKL+Tiny/Flags 4/FontFile3 @cff_program>>");
    pdf.add_stream("cff_program", "<</Subtype/CIDFontType0C>>", tiny_cff());
    pdf.add_stream("cff_unicode", "<<>>", "1 beginbfrange<0007><0007>[<5F35>]endbfrange");
    pdf.add("form", "<</Fields[@field]/SigFlags 1>>");
    pdf.add("field",
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(guardian)/TU(Name)/F 4/P @page/Rect[9 9 99 99]"
            "/AP<</N @appearance>>/StructParent 1>>");
    pdf.add_stream("appearance", "<</Type/XObject/Subtype/Form/BBox[0 0 90 90]/Resources<<>>>>", "");
    pdf.add("link",
            "<</Type/Annot/Subtype/Link/F 4/P @page/Rect[9 9 99 99]/Contents(First page)"
            "/A<</S/Named/N/FirstPage>>/StructParent 2>>");
    pdf.add("outlines", "<</Type/Outlines/First @bookmark/Last @bookmark/Count 1>>");
    pdf.add("bookmark", "<</Title(Plan)/Parent @outlines/Dest[@page/Fit]>>");

    pdf.add("root",
            "<</Type/StructTreeRoot/K[@document]/RoleMap<</Midashi/H1>>/ParentTree<</Nums[0[@heading @paragraph "
            "@header @cell @figure @label @body @link_element]1 @form_element 2 @link_element]>>"
            "/IDTree<</Names[(a)@header]>>/ClassMap<</column<</O/Table/Scope/Column>>>>>>");
    pdf.add("document",
            "<</Type/StructElem/S/Document/P @root/K[@heading @paragraph @table @figure @list @link_element "
            "@form_element]>>");
    pdf.add("heading", "<</S/Midashi/P @document/Pg @page/K 0>>");
    pdf.add("paragraph", "<</S/P/P @document/Pg @page/K[1]>>");
    pdf.add("table", "<</S/Table/P @document/K[@head @rows]>>");
    pdf.add("head", "<</S/THead/P @table/K[@head_row]>>");
    pdf.add("head_row", "<</S/TR/P @head/K[@header]>>");
    pdf.add("header", "<</S/TH/P @head_row/ID(a)/C/column/Pg @page/K 2>>");
    pdf.add("rows", "<</S/TBody/P @table/K[@row]>>");
    pdf.add("row", "<</S/TR/P @rows/K[@cell]>>");
    pdf.add("cell", "<</S/TD/P @row/A[<</O/Table/Headers[(a)]>>]/K<</Type/MCR/Pg @page/MCID 3>>>>");
    pdf.add("figure", "<</S/Figure/P @document/Alt(Stamp)/Pg @page/K 4>>");
    pdf.add("list", "<</S/L/P @document/K[@item]>>");
    pdf.add("item", "<</S/LI/P @list/K[@label @body]>>");
    pdf.add("label", "<</S/Lbl/P @item/Pg @page/K 5>>");
    pdf.add("body", "<</S/LBody/P @item/Pg @page/K 6>>");
    pdf.add("link_element", "<</S/Link/P @document/Pg @page/K[7<</Type/OBJR/Obj @link>>]>>");
    pdf.add("form_element", "<</S/Form/P @document/Pg @page/K<</Type/OBJR/Obj @field>>>>");
    return pdf;
}

}  // namespace besshi::tests
