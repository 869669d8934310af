#include "unit/conformance/twins.h"

namespace besshi::tests {

std::vector<Twin> pdf_twins() {
    return {
        {{"7.3-1"}, [](HandmadePdf& pdf) { pdf.add("broken", "<</A 1/B>>"); }},
        {{"7.3-1"}, extend("content", "/Filter/FlateDecode")},
        {{"7.3-1"}, extend("drawing", "/Filter/FlateDecode")},
        {{"7.5.4-1"}, leave, replace(" 00000 n \n", " 00000 n\n ")},
        {{"7.5.4-1"}, leave, replace("0000000015 00000 n", "0000000016 00000 n")},
        {{"7.9.4-1"}, change("info", "D:20260401", "2026-04-01")},
        {{"8.4.2-1"}, change("content!", "0.5 g", "0.5 g q")},
        {{"8.4.2-1"}, change("content!", "0.5 g", "0.5 g Q")},
        {{"8.6.5.5-1"}, change("icc", "/N 3", "/N 4")},
        {{"8.9.5-1"}, change("image!", "abcdef", "abcde")},
        {{"8.9.5-1"}, extend("image", "/Filter/DCTDecode")},
        {{"8.9.5-1"}, change("image", "/BitsPerComponent 8", "/BitsPerComponent 3")},
        {{"8.9.5-1"}, change("image", "/Height 1", "/Height 3074457345618258603")},
        {{"9.10.3-1"}, change("unicode!", "<D842DFB7>", "<D842>")},
        {{"12.7.3-1"}, change("form", "[@field]", "[]")},
        {{"12.7.3-1"}, change("page", "/Annots[@field @link]", "/Annots[@link]")},
        {{"12.7.3-2"},
         [](HandmadePdf& pdf) {
             pdf.add("second_field", "<</T(guardian)/FT/Sig>>");
             pdf.change("form", "[@field]", "[@field @second_field]");
         }},
        {{"14.6-1"}, change("content!", "/Artifact BMC", "/Artifact BMC/Span BMC")},
        {{"14.6-1"}, change("content!", "/G1 gs", "EMC/G1 gs")},
        {{"14.6-1"}, change("content!", "Tj ET EMC", "Tj EMC ET")},
        {{"14.7.2-1"}, change("root", "[(a)@header]", "[]")},
        {{"14.7.2-1"}, extend("paragraph", "/ID(a)")},
        {{"14.7.4.3-1"}, change("field", "/StructParent 1", "")},
        {{"14.7.4.3-1"}, change("form_element", "/Obj @field", "/Obj @link")},
        {{"14.7.4.4-1"}, change("content!", "/MCID 1>>", "/MCID 0>>")},
        {{"14.7.4.4-2"}, change("root", "@body @link_element]", "@body]")},
        {{"14.7.4.4-2"}, change("content!", "/MCID 7", "/MCID 9")},
        {{"14.7.4.4-3"}, change("root", "@label @body", "@body @label")},
        {{"14.7.4.4-4"}, change("paragraph", "/K[1]", "/K[1 9]")},
        {{"14.7.4.4-4"}, change("paragraph", "/K[1]", "/K[1 0]")},
        {{"14.7.4.4-5"}, change("page", "/StructParents 0", "")},
        {{"14.7.4.4-5"},
         [](HandmadePdf& pdf) {
             pdf.change("drawing", "/Subtype/Form", "/Subtype/Form/StructParents 0");
             pdf.change("drawing!", "S", "S/P<</MCID 0>>BDC EMC");
         }},
    };
}

}  // namespace besshi::tests
