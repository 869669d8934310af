#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::field::kinds {

inline constexpr DiagnosticKind not_toml{"field.table.not_toml", Severity::error, Failure::environment,
                                         "項目の一覧が TOML として読めません。",
                                         "示した行とその前の行の、引用符・かっこ・コンマを確かめてください。"};
inline constexpr DiagnosticKind unknown_section{"field.table.unknown_section", Severity::error, Failure::environment,
                                                "項目の一覧に「{0}」という見出しは書けません。",
                                                "書けるのは [enum.名前] と [field] です。"};
inline constexpr DiagnosticKind missing_fields{"field.table.missing_fields", Severity::error, Failure::environment,
                                               "項目の一覧に [field] がありません。",
                                               "[field] の下に、一行に一つずつ項目を書いてください。"};
inline constexpr DiagnosticKind bad_enumeration{
    "field.enumeration.malformed", Severity::error, Failure::environment,
    "語の選択 enum.{0} は、コード = \"語\" の組が一つ以上なければなりません。", "例：person_support = \"本人支援\""};
inline constexpr DiagnosticKind bad_line{
    "field.line.malformed", Severity::error, Failure::environment,
    "項目「{0}」は、= のあとを {{ type = \"…\", label = \"…\" }} の形で書いてください。", ""};
inline constexpr DiagnosticKind missing_parent{"field.path.missing_parent", Severity::error, Failure::environment,
                                               "項目「{0}」の親の項目が、これより前の行にありません。",
                                               "親を先に書いてください。一覧の要素は 〜[]、map の値は 〜{{}} です。"};
inline constexpr DiagnosticKind malformed_path{
    "field.path.malformed", Severity::error, Failure::environment, "項目の場所「{0}」の書き方が正しくありません。",
    "英字・数字・_ の名前を . でつなぎ、一覧の要素は []、map の値は {{}} を付けます。"};
inline constexpr DiagnosticKind unknown_attribute{
    "field.attribute.unknown", Severity::error, Failure::environment,
    "項目「{0}」の「{1}」は、この種類では書けません。",
    "type と label のほかに書けるものは、種類ごとに決まっています（表のはじめの説明）。"};
inline constexpr DiagnosticKind missing_attribute{"field.attribute.missing", Severity::error, Failure::environment,
                                                  "項目「{0}」に「{1}」がありません。",
                                                  "この種類の項目には必ず書きます。"};
inline constexpr DiagnosticKind wrong_attribute{"field.attribute.wrong_value", Severity::error, Failure::environment,
                                                "項目「{0}」の「{1}」の値が正しくありません。",
                                                "表のはじめの説明を見てください。"};
inline constexpr DiagnosticKind unknown_type{"field.type.unknown", Severity::error, Failure::environment,
                                             "項目「{0}」の種類「{1}」はありません。",
                                             "書ける種類は、表のはじめにあります。"};
inline constexpr DiagnosticKind unknown_enumeration{"field.enumeration.unknown", Severity::error, Failure::environment,
                                                    "項目「{0}」が使う語の選択 enum.{1} がありません。",
                                                    "[enum.{1}] を書くか、名前を直してください。"};
inline constexpr DiagnosticKind bad_target{"field.reference.bad_target", Severity::error, Failure::environment,
                                           "項目「{0}」の target「{1}」は、id を持つ一覧ではありません。",
                                           "一覧の場所を書き、その要素に text の id を置いてください。"};
inline constexpr DiagnosticKind bad_span{
    "field.span.bad_term", Severity::error, Failure::environment,
    "項目「{0}」の sum「{1}」は、「終わり - 始まり」の形で、同じまとまりの時刻の項目を指していません。",
    "例：sum = [\"end - start\"]"};
inline constexpr DiagnosticKind not_dated{
    "field.dated.no_dates", Severity::error, Failure::environment,
    "項目「{0}」は in_force_as を持ちますが、要素に日付の from と to がありません。",
    "要素に date の from と to を置いてください。"};
inline constexpr DiagnosticKind bad_withheld{"field.withholds.bad_member", Severity::error, Failure::environment,
                                             "項目「{0}」の withholds「{1}」は、同じまとまりの項目ではありません。",
                                             "同じまとまりにある、一覧やまとまりでない項目の名前を書いてください。"};
inline constexpr DiagnosticKind bad_likeness{
    "field.like.unknown", Severity::error, Failure::environment,
    "項目「{0}」の like「{1}」は、これより前の行にある項目ではありません。",
    "同じ形の項目を先に書き、その場所を like "
    "に書いてください。日付で選ばれる一覧（in_force_as）と自分の親は書けません。"};
inline constexpr DiagnosticKind empty_branch{"field.path.no_children", Severity::error, Failure::environment,
                                             "項目「{0}」の中身がどの行にもありません。",
                                             "一覧なら 〜[]、map なら 〜{{}}、object なら中の項目を書いてください。"};

}  // namespace besshi::field::kinds
