#include "unit/conformance/twins.h"

namespace besshi::tests {

namespace {

/// The good file with a CMS signature in its field; `der` stands for the signature.
std::function<void(HandmadePdf&)> sign(std::string range, std::string contents) {
    return [=](HandmadePdf& pdf) {
        pdf.add("signature", "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange" + range +
                                 "/Contents" + contents + ">>");
        pdf.change("field", "/FT/Sig", "/FT/Sig/V @signature");
    };
}

void embed_file(HandmadePdf& pdf, const std::string& names) {
    pdf.add_stream("attached", "<</Type/EmbeddedFile>>", "text");
    pdf.add("specification", "<</Type/Filespec" + names + "/EF<</F @attached>>>>");
    pdf.change("catalog", "/Type/Catalog", "/Type/Catalog/Names<</EmbeddedFiles<</Names[(a)@specification]>>>>");
}

std::string nested(std::size_t depth) {
    std::string content;
    for (std::size_t i = 0; i < depth; ++i) content += "q ";
    for (std::size_t i = 0; i < depth; ++i) content += "Q ";
    return content;
}

std::vector<Twin> file_structure_twins() {
    return {
        {{"6.1.2-1"}, leave, replace("%PDF-1.7", "%PDF-1.8")},
        {{"6.1.2-1"}, leave, replace("%PDF-1.7\n", "%PDF-1.7 ")},
        {{"6.1.2-2"}, leave, replace("\xE2\xE3\xCF\xD3", "abcd")},
        {{"6.1.3-1"}, change("trailer", "/ID[<0123><0123>]", "")},
        {{"6.1.3-1"}, change("trailer", "/ID[<0123><0123>]", "/ID[<><>]")},
        {{"6.1.3-3"}, leave, replace("%%EOF\n", "%%EOF\n\n")},
        {{"6.1.3-3"}, leave, replace("%%EOF\n", "%%EOF\nmore")},
        {{"6.1.4-2"}, leave, replace("xref\n0", "xref \n0")},
        {{"6.1.6-1"}, change("trailer", "<0123>]", "<012>]")},
        {{"6.1.6-1"}, extend("info", "/Odd<012>")},
        {{"6.1.6-2"}, extend("info", "/Odd<01G2>")},
        {{"6.1.7-1"}, leave, replace("/Length 13>>", "/Length 12>>")},
        {{"6.1.7-1"}, leave, replace("/Length 13>>", "/Length 14>>")},
        {{"6.1.7-1"},
         [](HandmadePdf& pdf) {
             pdf.add("length", "12");
             pdf.change("drawing", "<<", "<</Length @length");
         }},
        {{"6.1.7-2"}, leave, replace("stream\nabcdef", "stream\rabcdef")},
        {{"6.1.7-2"}, leave, replace(">>\nstream\nabcdef\nendstream", ">> \nstream\nabcdefendstream")},
        {{"6.1.7-3"}, extend("content", "/FFilter/FlateDecode")},
        {{"6.1.7-3"}, extend("content", "/F(elsewhere)")},
        {{"6.1.7-4"}, extend("drawing", "/Filter/LZWDecode")},
        {{"6.1.7-4"}, extend("drawing", "/Filter[/Crypt]/DecodeParms[<</Name/StdCF>>]")},
        {{"6.1.8-1"}, change("font", "/BaseFont/ABCDEF+Tiny", "/BaseFont/ABCDEF+T#FFny")},
        {{"6.1.8-1"}, change("paragraph", "/S/P", "/S/P#C3")},
        {{"6.1.9-1"}, leave, replace("1 0 obj\n", "1  0 obj\n")},
        {{"6.1.9-1"}, leave, replace("1 0 obj\n", "1 0 obj ")},
        {{"6.1.9-1"}, leave, replace("\nendobj", " endobj")},
        {{"6.1.10-1"}, change("content!", "0 0 9 9 re f", "BI/W 1/H 1/BPC 8/CS/G/F/LZW ID x EI")},
        {{"6.1.12-1"}, extend("catalog", "/Perms<</UR<<>>>>")},
        {{"6.1.12-2"}, extend("catalog", "/Perms<</DocMDP<</Reference[<</DigestMethod/MD5>>]>>>>")},
        {{"6.1.13-1"}, extend("info", "/Big 2147483648")},
        {{"6.1.13-1"}, extend("info", "/Big 99999999999999999999")},
        {{"6.1.13-1"}, change("content!", "0.5 g", "0.5 g -2147483649 w")},
        {{"6.1.13-2"}, extend("info", "/Big 4" + std::string(38, '0') + ".0")},
        {{"6.1.13-3"}, extend("info", "/Long(" + std::string(32768, 'a') + ")")},
        {{"6.1.13-4"}, extend("info", "/Long/" + std::string(128, 'a'))},
        {{"6.1.13-5"}, extend("info", "/Small 0." + std::string(40, '0') + "1")},
        {{"6.1.13-8"}, change("content!", "0.5 g", nested(29))},
        {{"6.1.13-11"}, change("page", "[0 0 595 842]", "[0 0 2 842]")},
        {{"6.1.13-11"}, extend("page", "/CropBox[0 0 595 14401]")},
        {{"6.1.13-11"}, change("page", "/MediaBox[0 0 595 842]", "")},
    };
}

std::vector<Twin> graphics_twins() {
    return {
        {{"6.2.2-1"}, change("content!", "0.5 g", "0.5 g BX foo EX")},
        {{"6.2.2-2"}, change("page", "/I1 @image", "")},
        {{"6.2.2-2"},
         [](HandmadePdf& pdf) {
             pdf.change("page", "/Resources", "/Elsewhere");
             pdf.change("pages", "/Count",
                        "/Resources<</Font<</F1 @font/F2 @cff_font>>/XObject<</I1 @image/X1 "
                        "@drawing>>/ExtGState<</G1 @state>>>>/Count");
         }},
        {{"6.2.2-2"}, change("drawing!", "S", "S/G1 gs")},
        {{"6.2.3-1"}, change("icc!", "mntr", "scnr")},
        {{"6.2.3-1"}, change("icc!", "acsp", "xxxx")},
        {{"6.2.3-2"},
         [](HandmadePdf& pdf) {
             pdf.add_stream("second_icc", "<</N 3>>", tiny_icc("RGB "));
             pdf.change("catalog", "[@intent]", "[@intent<</S/GTS_PDFX/DestOutputProfile @second_icc>>]");
         }},
        {{"6.2.3-3"}, extend("intent", "/DestOutputProfileRef<<>>")},
        {{"6.2.4.2-1"},
         [](HandmadePdf& pdf) {
             pdf.add_stream("color", "<</N 3>>", tiny_icc("XYZ "));
             pdf.change("image", "/DeviceRGB", "[/ICCBased @color]");
         }},
        {{"6.2.4.3-2"},
         [](HandmadePdf& pdf) {
             pdf.change("icc!", "RGB ", "GRAY");
             pdf.change("icc", "/N 3", "/N 1");
         }},
        {{"6.2.4.3-2"}, change("catalog", "/OutputIntents[@intent]", "")},
        {{"6.2.4.3-3"}, change("content!", "0.5 g", "0 0 0 1 k")},
        {{"6.2.4.3-4"}, change("catalog", "/OutputIntents[@intent]", "")},
        {{"6.2.5-1"}, extend("state", "/TR/Identity")},
        {{"6.2.5-2"}, extend("state", "/TR2/Identity")},
        {{"6.2.5-3"}, extend("state", "/HTP[0 0]")},
        {{"6.2.5-4"}, change("state", "/HalftoneType 5", "/HalftoneType 6")},
        {{"6.2.5-5"}, change("state", "/HalftoneType 5", "/HalftoneType 5/HalftoneName(a)")},
        {{"6.2.6-1"}, change("state", "/Perceptual", "/Pretty")},
        {{"6.2.6-1"}, change("content!", "0.5 g", "0.5 g/Pretty ri")},
        {{"6.2.6-1"}, extend("image", "/Intent/Pretty")},
        {{"6.2.8-1"}, extend("image", "/Alternates[]")},
        {{"6.2.8-2"}, extend("image", "/OPI<<>>")},
        {{"6.2.8-3"}, extend("image", "/Interpolate true")},
        {{"6.2.8-3"}, change("content!", "0 0 9 9 re f", "BI/W 1/H 1/BPC 8/CS/G/I true ID x EI")},
        {{"6.2.8-4"}, change("image", "/BitsPerComponent 8", "/BitsPerComponent 3")},
        {{"6.2.8-5"}, change("image", "/ColorSpace/DeviceRGB", "/ImageMask true")},
        {{"6.2.9-1"}, extend("drawing", "/OPI<<>>")},
        {{"6.2.9-1"}, extend("drawing", "/Subtype2/PS")},
        {{"6.2.9-2", "30-001"}, extend("drawing", "/Ref<<>>")},
        {{"6.2.9-3"}, change("drawing", "/Subtype/Form", "/Subtype/PS")},
        {{"6.2.10-1"}, change("state", "/BM/Normal", "/BM/Dissolve")},
        {{"6.2.10-2"},
         [](HandmadePdf& pdf) {
             pdf.change("catalog", "/OutputIntents[@intent]", "");
             pdf.change("state", "/BM/Normal", "/ca 0.5");
         }},
        {{"6.2.10-2"},
         [](HandmadePdf& pdf) {
             pdf.change("catalog", "/OutputIntents[@intent]", "");
             pdf.add_stream("mask",
                            "<</Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray>>",
                            "ab");
             pdf.change("image", "/Width", "/SMask @mask/Width");
         }},
    };
}

std::vector<Twin> font_twins() {
    return {
        {{"6.2.11.2-1"}, change("font", "/Type/Font", "/Type/Fount")},
        {{"6.2.11.2-2"}, change("cid_font", "/Subtype/CIDFontType2", "/Subtype/CIDFontType3")},
        {{"6.2.11.2-3"}, change("font", "/BaseFont/ABCDEF+Tiny", "")},
        {{"6.2.11.2-7"}, change("cff_program", "/CIDFontType0C", "/Type1C")},
        {{"6.2.11.2-7"}, change("cff_cid_font", "/CIDFontType0", "/CIDFontType2/CIDToGIDMap/Identity")},
        {{"6.2.11.3.2-1", "31-005"}, change("cid_font", "/CIDToGIDMap/Identity", "")},
        {{"6.2.11.3.2-1", "31-004"}, change("cid_font", "/CIDToGIDMap/Identity", "/CIDToGIDMap/Same")},
        {{"6.2.11.4.1-1", "31-009"}, change("descriptor", "/FontFile2 @program", "")},
        {{"6.2.11.4.1-2", "31-011"}, change("content!", "<0002>", "<0003>")},
        {{"6.2.11.4.1-2", "31-011"}, change("content!", "<0007>", "<0006>")},
        {{"6.2.11.4.1-2", "31-011"}, change("program!", "glyf", "glif")},
        {{"6.2.11.4.2-2", "31-014"}, change("cid_set!", "\xE0", "\xA0")},
        {{"6.2.11.4.2-2", "31-015"}, change("cid_set!", "\xE0", "\xF0")},
        {{"6.2.11.5-1", "31-016"}, change("cid_font", "/W[2[600]]", "/W[2[602]]")},
        {{"6.2.11.5-1", "31-016"}, change("cff_cid_font", "/W[7 7 600]", "")},
        {{"6.2.11.7.2-1", "10-001"}, change("unicode!", "<0001><3042>", "<0003><3042>")},
        {{"6.2.11.7.2-1", "31-027"}, change("font", "/ToUnicode @unicode", "")},
        {{"6.2.11.7.2-2", "31-028"}, change("unicode!", "<3042>", "<0000>")},
        {{"6.2.11.7.2-2", "31-029"}, change("unicode!", "<3042>", "<FEFF>")},
        {{"6.2.11.7.2-2", "31-029"}, change("cff_unicode!", "<5F35>", "<5F35FFFE>")},
        {{"6.2.11.8-1", "31-030"}, change("content!", "<0002>", "<0000>")},
        {{"6.2.11.8-1", "31-030"}, change("content!", "<0002>Tj", "3 Tr<0000>Tj 0 Tr")},
    };
}

std::vector<Twin> interactive_twins() {
    return {
        {{"6.3.1-1", "28-006"}, change("link", "/Subtype/Link", "/Subtype/Screen")},
        {{"6.3.2-1"}, change("link", "/F 4", "")},
        {{"6.3.2-2"}, change("link", "/F 4", "/F 0")},
        {{"6.3.2-2"}, change("field", "/F 4", "/F 36")},
        {{"6.3.2-3"}, change("link", "/Subtype/Link", "/Subtype/Text/AP<</N @appearance>>")},
        {{"6.3.3-1"}, change("field", "/AP<</N @appearance>>", "")},
        {{"6.3.3-2"}, change("field", "/N @appearance", "/N @appearance/D @appearance")},
        {{"6.3.3-2"}, change("field", "/N @appearance", "/N<</On @appearance>>")},
        {{"6.4.1-1"}, extend("field", "/A<</S/Named/N/NextPage>>")},
        {{"6.4.1-1", "6.4.1-2"}, extend("field", "/AA<<>>")},
        {{"6.4.1-3"}, extend("form", "/NeedAppearances true")},
        {{"6.4.2-1"}, extend("form", "/XFA[(template)@content]")},
        {{"6.4.2-2"}, extend("catalog", "/NeedsRendering true")},
        {{"6.4.3-1", "6.4.3-2", "6.4.3-3"}, sign("[0 1 2 3]", "<00>")},
        {{"6.5.1-1"}, change("link", "/S/Named/N/FirstPage", "/S/JavaScript/JS(1)")},
        {{"6.5.1-1"}, extend("catalog", "/OpenAction<</S/Launch>>")},
        {{"6.5.1-1"}, extend("field", "/AA<</E<</S/Hide>>>>")},
        {{"6.5.1-2"}, change("link", "/FirstPage", "/Print")},
        {{"6.5.2-1"}, extend("catalog", "/AA<<>>")},
        {{"6.5.2-2"}, extend("page", "/AA<<>>")},
    };
}

std::vector<Twin> metadata_twins() {
    return {
        {{"6.6.2.1-1", "06-001"}, change("catalog", "/Metadata @xmp", "")},
        {{"6.6.2.1-2"}, change("xmp!", "begin=\"\"", "begin=\"\" bytes=\"9\"")},
        {{"6.6.2.1-3"}, change("xmp!", "begin=\"\"", "begin=\"\" encoding=\"UTF-8\"")},
        {{"6.6.2.1-4"}, change("xmp!", "</rdf:RDF>", "")},
        {{"6.6.2.1-4"}, change("xmp!", "Plan", "\xFF")},
        {{"6.6.2.1-4"}, change("xmp!", "?>", "?><!DOCTYPE x [<!ENTITY a \"b\">]>")},
        {{"6.6.2.3.1-1"}, change("xmp!", "<pdf:Producer>", "<pdf:Maker>x</pdf:Maker><pdf:Producer>")},
        {{"6.6.2.3.1-1"}, change("xmp!", "<pdfaProperty:name>part", "<pdfaProperty:name>amd")},
        {{"6.6.2.3.1-2"}, change("xmp!", "2026-04-01", "1 April")},
        {{"6.6.2.3.1-2"}, change("xmp!", "<rdf:li xml:lang=\"x-default\">", "<rdf:li>")},
        {{"6.6.2.3.3-1"},
         change("xmp!", "<pdfaExtension:schemas><rdf:Bag>", "<pdfaExtension:schemas><rdf:Seq>"),
         replace("</rdf:Bag></pdfaExtension", "</rdf:Seq></pdfaExtension")},
        {{"6.6.2.3.3-2"}, change("xmp!", "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "")},
        {{"6.6.2.3.3-3"}, change("xmp!", "internal", "hidden")},
        {{"6.6.3-1"}, change("info", "/Title(Plan)", "/Title(Other)")},
        {{"6.6.3-1"}, change("info", "D:20260401", "D:20260402")},
        {{"6.6.3-1"}, extend("info", "/Author(x)")},
        {{"6.6.4-1"}, change("xmp!", "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>", "")},
        {{"6.6.4-2"}, change("xmp!", "<pdfaid:part>2", "<pdfaid:part>3")},
        {{"6.6.4-3"}, change("xmp!", "<pdfaid:conformance>U", "<pdfaid:conformance>B")},
        {{"6.6.4-4"},
         change("xmp!", "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"",
                "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
                "xmlns:other=\"http://www.aiim.org/pdfa/ns/id/\" other:amd=\"2011\"")},
    };
}

std::vector<Twin> document_twins() {
    const std::string layers = "/OCProperties<</OCGs[@layer]/D<</Name(a)/Order[@layer]>>/Configs[<</Name(b)>>]>>";
    const auto with_layers = [layers](std::string from, std::string to) {
        return [=](HandmadePdf& pdf) {
            pdf.add("layer", "<</Type/OCG/Name(Layer)>>");
            pdf.change("catalog", "/Type/Catalog", "/Type/Catalog" + layers);
            pdf.change("catalog", from, to);
        };
    };
    return {
        {{"6.8-2", "21-001"}, [](HandmadePdf& pdf) { embed_file(pdf, "/F(a.pdf)"); }},
        {{"6.9-1", "20-002"}, with_layers("/Name(a)", "")},
        {{"6.9-1", "20-001"}, with_layers("/Name(b)", "/Name()")},
        {{"6.9-2"}, with_layers("/Name(b)", "/Name(a)")},
        {{"6.9-3"}, with_layers("/Order[@layer]", "/Order[]")},
        {{"6.9-4", "20-003"}, with_layers("/Name(b)", "/Name(b)/AS[]")},
        {{"6.10-1"}, extend("catalog", "/Names<</AlternatePresentations<<>>>>")},
        {{"6.10-2"}, extend("page", "/PresSteps<<>>")},
        {{"6.11-1"}, extend("catalog", "/Requirements[]")},
    };
}

}  // namespace

std::vector<Twin> pdf_a_twins() {
    std::vector<Twin> all;
    for (const auto& part : {file_structure_twins(), graphics_twins(), font_twins(), interactive_twins(),
                             metadata_twins(), document_twins()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace besshi::tests
