#pragma once

#include "conformance/conformance.h"

/// Rules of ISO 32000-1:2008 (PDF 1.7) that both standards rest on and that a slip of a writer could break.
namespace besshi::conformance {

inline constexpr Rule rules_of_pdf[] = {
    {"7.3-1", Standard::pdf_1_7, "7.3", Subject::file, Decision::machine, "すべてのオブジェクトを読める"},
    {"7.5.4-1", Standard::pdf_1_7, "7.5.4", Subject::file, Decision::machine, "相互参照表が各オブジェクトを正しく指す"},
    {"7.9.4-1", Standard::pdf_1_7, "7.9.4", Subject::info, Decision::machine, "文書情報の日付の書き方が正しい"},
    {"8.4.2-1", Standard::pdf_1_7, "8.4.2", Subject::file, Decision::machine, "q と Q の数が合う"},
    {"8.6.5.5-1", Standard::pdf_1_7, "8.6.5.5", Subject::icc_profile, Decision::machine,
     "ICC プロファイルの N が成分の数と同じである"},
    {"8.9.5-1", Standard::pdf_1_7, "8.9.5", Subject::image, Decision::machine,
     "画像のデータが辞書の大きさ・成分と合う"},
    {"9.10.3-1", Standard::pdf_1_7, "9.10.3", Subject::font, Decision::machine, "ToUnicode の値が正しい UTF-16 である"},
    {"12.7.3-1", Standard::pdf_1_7, "12.7.3", Subject::form, Decision::machine, "入力欄とフォームの項目が一致する"},
    {"12.7.3-2", Standard::pdf_1_7, "12.7.3.2", Subject::form, Decision::machine, "入力欄の名前が重ならない"},
    {"14.6-1", Standard::pdf_1_7, "14.6", Subject::file, Decision::machine, "BMC・BDC と EMC の数が合う"},
    {"14.7.2-1", Standard::pdf_1_7, "14.7.2", Subject::structure, Decision::machine,
     "構造要素の ID が重ならず、IDTree にある"},
    {"14.7.4.3-1", Standard::pdf_1_7, "14.7.4.3", Subject::annotation, Decision::machine, "注釈と構造要素が互いを指す"},
    {"14.7.4.4-1", Standard::pdf_1_7, "14.7.4.4", Subject::structure, Decision::machine,
     "MCID が1つの記述の中で重ならない"},
    {"14.7.4.4-2", Standard::pdf_1_7, "14.7.4.4", Subject::structure, Decision::machine,
     "親の木が各 MCID の構造要素を指す"},
    {"14.7.4.4-3", Standard::pdf_1_7, "14.7.4.4", Subject::structure, Decision::machine,
     "構造要素が自分の MCID を子にもつ"},
    {"14.7.4.4-4", Standard::pdf_1_7, "14.7.4.4", Subject::structure, Decision::machine,
     "構造要素のもつ MCID がページにある"},
    {"14.7.4.4-5", Standard::pdf_1_7, "14.7.4.4", Subject::structure, Decision::machine,
     "StructParents があり、重ならない"},
};

}  // namespace besshi::conformance
