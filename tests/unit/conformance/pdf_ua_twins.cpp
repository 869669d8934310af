#include "unit/conformance/twins.h"

namespace besshi::tests {

namespace {

/// Removes the document's language.
void be_silent(HandmadePdf& pdf) {
    pdf.change("catalog", "/Lang(ja-JP)", "");
}

/// The link becomes an annotation of another type under an element of another role.
std::function<void(HandmadePdf&)> note(std::string type, std::string role, std::string more) {
    return [=](HandmadePdf& pdf) {
        pdf.change("link", "/Subtype/Link/F 4", "/Subtype/" + type + "/F 28/AP<</N @appearance>>" + more);
        pdf.change("link", "/Contents(First page)", "");
        pdf.change("link_element", "/S/Link", "/S/" + role);
    };
}

std::vector<Twin> marked_content_twins() {
    return {
        {{"01-003"}, change("content!", "EMC", "/Artifact BMC EMC EMC")},
        {{"01-004"}, change("content!", "0.5 g", "/P<</MCID 8>>BDC EMC")},
        {{"01-005"}, change("content!", "/Artifact BMC", "/Span BMC")},
        {{"01-005"}, change("content!", "/P<</MCID 1>>", "/P<<>>")},
        {{"01-007"}, change("catalog", "/Marked true", "/Marked true/Suspects true")},
        {{"30-002"},
         [](HandmadePdf& pdf) {
             pdf.change("drawing!", "S", "/P<</MCID 0>>BDC EMC S");
             pdf.change("content!", "/X1 Do", "/X1 Do/X1 Do");
         }},
    };
}

std::vector<Twin> catalog_twins() {
    return {
        {{"5-2"}, change("xmp!", "<pdfuaid:part>1", "<pdfuaid:part>2")},
        {{"5-3"},
         [](HandmadePdf& pdf) {
             pdf.change("xmp!", "xmlns:pdfuaid=", "xmlns:ua=");
             pdf.change("xmp!", "<pdfuaid:part>1</pdfuaid:part>", "<ua:part>1</ua:part>");
         }},
        {{"6.2-1"}, change("catalog", "/Marked true", "/Marked false")},
        {{"7.1-11"}, change("catalog", "/StructTreeRoot @root", "")},
        {{"06-001"}, change("catalog", "/Metadata @xmp", "")},
        {{"06-002"}, change("xmp!", "<pdfuaid:part>1</pdfuaid:part>", "")},
        {{"06-003"}, change("xmp!", "Plan", "")},
        {{"07-001"}, change("catalog", "<</DisplayDocTitle true>>", "<<>>")},
        {{"07-002"}, change("catalog", "/DisplayDocTitle true", "/DisplayDocTitle false")},
        {{"7.2-29"}, change("catalog", "(ja-JP)", "(ja_JP)")},
        {{"7.2-29"}, extend("paragraph", "/Lang(1a)")},
        {{"11-001"}, be_silent},
        {{"11-002"}, be_silent},
        {{"11-003"}, be_silent},
        {{"11-004"}, be_silent},
        {{"11-005"}, be_silent},
        {{"11-006"}, be_silent},
        {{"25-001"},
         [](HandmadePdf& pdf) {
             pdf.add_stream("xfa", "<<>>", "<config><dynamicRender>required</dynamicRender></config>");
             pdf.change("form", "/SigFlags", "/XFA @xfa/SigFlags");
         }},
    };
}

std::vector<Twin> element_twins() {
    return {
        {{"7.1-12"}, change("paragraph", "/P @document", "")},
        {{"7.1-12"}, change("paragraph", "/P @document", "/P @root")},
        {{"7.1-12"}, change("document", "@heading", "@document @heading")},
        {{"02-001"}, change("paragraph", "/S/P", "/S/Danraku")},
        {{"02-001"}, change("root", "/Midashi/H1", "/Midashi/Daimei")},
        {{"02-003"}, change("root", "/Midashi/H1", "/Midashi/Daimei/Daimei/Midashi")},
        {{"02-004"}, change("root", "/Midashi/H1", "/Midashi/H1/P/Sect")},
        {{"09-004"}, change("head_row", "/S/TR", "/S/TH")},
        {{"09-004"}, change("cell", "/S/TD", "/S/P")},
        {{"09-004"}, change("rows", "/S/TBody", "/S/THead")},
        {{"09-004"}, change("row", "/K[@cell]", "/Pg @page/K[@cell 9]")},
        {{"09-004"}, change("table", "[@head @rows]", "[@head]")},
        {{"09-004"}, change("table", "[@head @rows]", "[@rows @figure @head]")},
        {{"09-005"}, change("item", "/S/LI", "/S/P")},
        {{"09-005"}, change("label", "/S/Lbl", "/S/Span")},
        {{"09-005"}, change("body", "/S/LBody", "/S/LI")},
        {{"09-006"}, change("paragraph", "/S/P", "/S/TOCI")},
        {{"09-006"}, change("list", "/S/L", "/S/TOC")},
        {{"09-007"}, change("paragraph", "/S/P", "/S/RT")},
        {{"09-007"},
         [](HandmadePdf& pdf) {
             pdf.change("item", "/S/LI", "/S/Ruby");
             pdf.change("label", "/S/Lbl", "/S/RT");
             pdf.change("body", "/S/LBody", "/S/RB");
         }},
        {{"09-008"}, change("paragraph", "/S/P", "/S/WT")},
        {{"09-008"}, change("item", "/S/LI", "/S/Warichu")},
        {{"13-004"}, change("figure", "/Alt(Stamp)", "")},
        {{"13-004"}, change("figure", "/Alt(Stamp)", "/Alt()")},
        {{"14-002"}, change("root", "/Midashi/H1", "/Midashi/H2")},
        {{"14-003"}, change("paragraph", "/S/P", "/S/H3")},
        {{"14-006"},
         [](HandmadePdf& pdf) {
             pdf.change("root", "/Midashi/H1", "/Midashi/H");
             pdf.change("paragraph", "/S/P", "/S/H");
         }},
        {{"14-007"}, change("paragraph", "/S/P", "/S/H")},
        {{"17-002"}, change("paragraph", "/S/P", "/S/Formula")},
        {{"19-003"}, change("paragraph", "/S/P", "/S/Note")},
        {{"19-004"},
         [](HandmadePdf& pdf) {
             pdf.change("paragraph", "/S/P", "/S/Note/ID(n)");
             pdf.change("body", "/S/LBody", "/S/Note/ID(n)");
         }},
    };
}

std::vector<Twin> table_twins() {
    return {
        {{"7.2-15"},
         [](HandmadePdf& pdf) {
             // Row 1: a cell over two rows in column 2; row 2: a cell over two columns from column 1 on.
             pdf.add("tall", "<</S/TH/P @head_row/A<</O/Table/RowSpan 2/Scope/Column>>>>");
             pdf.change("head_row", "[@header]", "[@header @tall]");
             pdf.change("cell", "/O/Table", "/O/Table/ColSpan 2");
         }},
        {{"7.2-41"}, change("cell", "/O/Table", "/O/Table/RowSpan 2")},
        {{"7.2-42"}, change("cell", "/O/Table", "/O/Table/ColSpan 2")},
        {{"7.5-2"}, change("cell", "/Headers[(a)]", "/Headers[(b)]")},
        {{"15-003"},
         [](HandmadePdf& pdf) {
             pdf.change("header", "/C/column", "");
             pdf.change("cell", "/Headers[(a)]", "");
         }},
    };
}

std::vector<Twin> annotation_twins() {
    return {
        {{"7.18.4-2"}, change("form_element", "/K<</Type/OBJR/Obj @field>>", "/K[<</Type/OBJR/Obj @field>>7]")},
        {{"28-002"}, note("Text", "P", "/Contents(a)")},
        {{"28-004"}, note("Text", "Annot", "")},
        {{"28-005"}, change("field", "/TU(Name)", "")},
        {{"28-006"}, note("Unknown", "Annot", "/Contents(a)")},
        {{"28-007"}, note("TrapNet", "Annot", "/Contents(a)")},
        {{"28-008"}, change("page", "/Tabs/S", "")},
        {{"28-009"}, change("page", "/Tabs/S", "/Tabs/R")},
        {{"28-010"}, change("form_element", "/S/Form", "/S/P")},
        {{"28-011"}, change("link_element", "/S/Link", "/S/P")},
        {{"28-012"}, change("link", "/Contents(First page)", "")},
        {{"28-016"}, note("FileAttachment", "Annot", "/Contents(a)/FS<</F(a.txt)>>")},
        {{"28-017"}, note("PrinterMark", "Annot", "")},
    };
}

}  // namespace

std::vector<Twin> pdf_ua_twins() {
    std::vector<Twin> all;
    for (const auto& part :
         {marked_content_twins(), catalog_twins(), element_twins(), table_twins(), annotation_twins()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace besshi::tests
