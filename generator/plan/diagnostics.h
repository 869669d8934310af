#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::plan::kinds {

// ── the file ──

inline constexpr DiagnosticKind file_too_large{"plan.file.too_large", Severity::error, Failure::data,
                                               "ファイルが大きすぎます（{0} バイト、上限 {1} バイト）。",
                                               "記録のファイルかどうかを確かめてください。"};
inline constexpr DiagnosticKind not_utf8{
    "plan.file.not_utf8", Severity::error, Failure::data,
    "文字コードが UTF-8 ではないところが {0} か所あります（最初は {1} バイト目）。",
    "「名前を付けて保存」で文字コードに UTF-8 を選んで、保存しなおしてください。"};
inline constexpr DiagnosticKind byte_order_mark{"plan.file.byte_order_mark", Severity::note, Failure::data,
                                                "ファイルの先頭の印（BOM）を取りのぞいて読みました。", ""};
inline constexpr DiagnosticKind too_deep{"plan.file.too_deep", Severity::error, Failure::data,
                                         "かっこの入れ子が深すぎます（上限 {0} 段）。",
                                         "閉じかっこの書きわすれがないかを確かめてください。"};
inline constexpr DiagnosticKind too_many_items{"plan.file.too_many_items", Severity::error, Failure::data,
                                               "項目の数が多すぎます（上限 {0} 個）。",
                                               "一つのファイルに書けるのは、児童一人の一つの計画です。"};
inline constexpr DiagnosticKind json_syntax{
    "plan.json.syntax", Severity::error, Failure::data, "JSON として読めません（{0}）。",
    "示したところとその前の、引用符 \"・コンマ ,・かっこを確かめてください。全角の記号は使えません。"};
inline constexpr DiagnosticKind lone_surrogate{"plan.json.lone_surrogate", Severity::error, Failure::data,
                                               "\\u で書いた文字が半分しかありません（サロゲートの片方）。",
                                               "二つで一組の \\uD… を両方書くか、文字をそのまま書いてください。"};
inline constexpr DiagnosticKind toml_syntax{
    "plan.toml.syntax", Severity::error, Failure::data, "設定ファイルの書き方に誤りがあり、読めません。",
    "示した行とその前の行の、引用符 \"・コンマ "
    ",・かっこを確かめてください。全角の記号は使えません。同じ名前を二度書くこともできません。"};
inline constexpr DiagnosticKind more_faults{"plan.faults.more", Severity::error, Failure::data,
                                            "ほかに {0} 件の誤りや注意があります。",
                                            "上のものを直してから、もう一度読みこんでください。"};
inline constexpr DiagnosticKind more_notes{"plan.notes.more", Severity::warning, Failure::data,
                                           "ほかに {0} 件の注意やお知らせがあります。", ""};

// ── keys ──

inline constexpr DiagnosticKind unknown_key{"plan.key.unknown", Severity::error, Failure::data,
                                            "「{0}」に「{1}」という項目はありません。", "{2}"};
inline constexpr DiagnosticKind repeated_key{"plan.key.repeated", Severity::error, Failure::data,
                                             "「{0}」が二度書かれています。", "どちらか一つだけを残してください。"};
inline constexpr DiagnosticKind derived_key{"plan.key.derived", Severity::error, Failure::data,
                                            "「{0}」は計算で出すので、書けません。", "この項目を消してください。"};
inline constexpr DiagnosticKind office_twice{"plan.office.twice", Severity::error, Failure::data,
                                             "「{0}」が、記録の中と office.toml の両方にあります。",
                                             "事業所のフォルダーで使う記録からは、この項目を消してください。"};
inline constexpr DiagnosticKind not_of_office{"plan.office.not_here", Severity::error, Failure::data,
                                              "「{0}」は office.toml には書けません。",
                                              "児童ごとの記録（cases フォルダーの JSON）に書いてください。"};

inline constexpr DiagnosticKind bad_form_parameter{
    "plan.forms.malformed", Severity::error, Failure::data,
    "様式ごとの設定は、[forms.様式の名前] の下に、名前 = 値 の形で書いてください。",
    "値は引用符で囲んだ文字、true・false、整数のどれかです。"};

inline constexpr DiagnosticKind bad_document_set{
    "plan.sets.malformed", Severity::error, Failure::data,
    "書類の組は、[sets] の下に、名前 = [ 様式の番号か名前の並び ] の形で書いてください。",
    "例：issue = [ \"F03\", \"F02\" ]"};

// ── values ──

inline constexpr DiagnosticKind wrong_type{"plan.value.wrong_type", Severity::error, Failure::data,
                                           "「{0}」には{1}を書いてください（書かれているのは{2}です）。", "{3}"};
inline constexpr DiagnosticKind not_whole{"plan.number.not_whole", Severity::error, Failure::data,
                                          "「{0}」は整数で書いてください。",
                                          "小数点や e を使わずに、数字だけを書いてください。"};
inline constexpr DiagnosticKind number_out_of_range{"plan.number.out_of_range", Severity::error, Failure::data,
                                                    "「{0}」の数が、書ける範囲（0 から {1} まで）を外れています。",
                                                    "桁の打ちまちがいがないかを確かめてください。"};
inline constexpr DiagnosticKind number_unexpected{"plan.number.larger_than_expected", Severity::warning, Failure::data,
                                                  "「{0}」の数が、ふつう（{1} まで）より大きくなっています。",
                                                  "桁の打ちまちがいがないかを確かめてください。"};
inline constexpr DiagnosticKind bad_date{"plan.date.malformed", Severity::error, Failure::data,
                                         "「{0}」の日付が正しくないか、こよみにない日です。",
                                         "西暦で 2025-04-01 のように、半角の数字 4・2・2 桁で書いてください。"};
inline constexpr DiagnosticKind bad_month{"plan.month.malformed", Severity::error, Failure::data,
                                          "「{0}」の年月が正しくありません。",
                                          "西暦で 2025-04 のように、半角の数字 4・2 桁で書いてください。"};
inline constexpr DiagnosticKind bad_time{
    "plan.time.malformed", Severity::error, Failure::data, "「{0}」の時刻が正しくありません。",
    "09:30 のように、半角の数字 2・2 桁で書いてください（24 時間制、翌日は 48:00 まで）。"};
inline constexpr DiagnosticKind bad_digits{"plan.digits.malformed", Severity::error, Failure::data,
                                           "「{0}」は{1}で書いてください（書かれているのは {2} 字です）。",
                                           "ハイフンや空白は入れません。先頭の 0 も書きます。"};
inline constexpr DiagnosticKind unknown_code{"plan.code.unknown", Severity::error, Failure::data,
                                             "「{0}」に書ける語は決まっています。", "書けるのは {1} です。"};
inline constexpr DiagnosticKind period_incomplete{"plan.period.incomplete", Severity::error, Failure::data,
                                                  "「{0}」の{1}の日がありません。",
                                                  "期間は from（最初の日）と to（最後の日）の両方を書きます。"};
inline constexpr DiagnosticKind period_reversed{"plan.period.reversed", Severity::error, Failure::data,
                                                "「{0}」の最後の日が、最初の日より前になっています。",
                                                "from（最初の日）と to（最後の日）を確かめてください。"};
inline constexpr DiagnosticKind list_too_long{"plan.list.too_long", Severity::error, Failure::data,
                                              "「{0}」が {1} 個あります（上限 {2} 個）。",
                                              "一つの記録に書けるのは、児童一人の一つの計画です。"};
inline constexpr DiagnosticKind list_unexpected{"plan.list.longer_than_expected", Severity::warning, Failure::data,
                                                "「{0}」が {1} 個あります（目安は {2} 個まで）。", ""};

// ── text ──

inline constexpr DiagnosticKind text_too_long{"plan.text.too_long", Severity::error, Failure::data,
                                              "「{0}」が長すぎます（{1}字、上限{2}字）。",
                                              "短くするか、別の紙に分けてください。"};
inline constexpr DiagnosticKind text_unexpected{"plan.text.longer_than_expected", Severity::warning, Failure::data,
                                                "「{0}」が長くなっています（{1}字、目安は{2}字まで）。",
                                                "文字が小さくなったり、ページが増えたりすることがあります。"};
inline constexpr DiagnosticKind control_character{
    "plan.text.control_character", Severity::error, Failure::data,
    "「{0}」の {1} 文字目に、印刷できない制御文字 {2} があります。",
    "その文字を消してください。タブは空白に、古い形の改行はふつうの改行に直してください。"};
inline constexpr DiagnosticKind noncharacter{"plan.text.noncharacter", Severity::error, Failure::data,
                                             "「{0}」の {1} 文字目に、文字ではない符号 {2} があります。",
                                             "その文字を消してください。"};
inline constexpr DiagnosticKind line_break{"plan.text.line_break", Severity::error, Failure::data,
                                           "「{0}」は一行で書く項目ですが、改行があります（{1} 文字目）。",
                                           "改行を消してください。"};
inline constexpr DiagnosticKind line_ends_converted{"plan.text.line_ends_converted", Severity::note, Failure::data,
                                                    "「{0}」の改行（CR LF）{1} か所を、LF にそろえました。", ""};
inline constexpr DiagnosticKind kana_composed{"plan.text.kana_composed", Severity::note, Failure::data,
                                              "「{0}」の、濁点・半濁点が離れたかな {1} 字を、一文字にまとめました。",
                                              ""};
inline constexpr DiagnosticKind digits_converted{"plan.text.digits_converted", Severity::note, Failure::data,
                                                 "「{0}」の全角の数字 {1} 字を、半角にしました。", ""};
inline constexpr DiagnosticKind invisible_dropped{
    "plan.text.invisible_dropped", Severity::note, Failure::data,
    "「{0}」の、目に見えない文字（U+200B・U+FEFF）{1} 字を取りのぞきました。", ""};

// ── images ──

inline constexpr DiagnosticKind image_name{
    "plan.image.name", Severity::error, Failure::data,
    "「{0}」の画像は、記録のファイルと同じフォルダー（またはその下）のファイルの名前で書いてください。",
    "画像を記録と同じフォルダーに写し、名前だけを書いてください。/ や C: で始まる場所、..、\\ は使えません。"};
inline constexpr DiagnosticKind image_uri{"plan.image.uri", Severity::error, Failure::data,
                                          "「{0}」の data: の画像が読めません。",
                                          "data:image/png;base64, のあとに、Base64 の文字を途中で切らずに続けます。"};
inline constexpr DiagnosticKind image_missing{
    "plan.image.missing", Severity::error, Failure::data, "「{0}」の画像のファイルが見つからないか、開けません。",
    "ファイルの名前と、記録のファイルと同じフォルダーにあるかを確かめてください。"};
inline constexpr DiagnosticKind image_unsupported{
    "plan.image.unsupported", Severity::error, Failure::data,
    "「{0}」の画像（{1}）は使えません。使えるのは PNG と JPEG です。",
    "画像のソフトで開き、PNG か、ふつうの JPEG で保存しなおしてください。"};
inline constexpr DiagnosticKind image_broken{"plan.image.broken", Severity::error, Failure::data,
                                             "「{0}」の画像が壊れているか、途中で切れています。",
                                             "元の画像から写しなおすか、画像のソフトで保存しなおしてください。"};
inline constexpr DiagnosticKind image_too_large{
    "plan.image.too_large", Severity::error, Failure::data, "「{0}」の画像が大きすぎます（{1}）。",
    "画像のソフトで縮小してください。10 MB まで、縦と横は 8000 ピクセルまで、合わせて 2500 万画素までです。"};
inline constexpr DiagnosticKind image_turned{
    "plan.image.turned", Severity::error, Failure::data,
    "「{0}」の写真は、横倒しか逆さまのまま保存されています。このままでは紙の上でもその向きになります。",
    "画像のソフトで開き、正しい向きに回転して保存しなおしてください。"};

// ── references and dated facts ──

inline constexpr DiagnosticKind dangling_reference{"plan.reference.dangling", Severity::error, Failure::data,
                                                   "「{0}」が指す id の{1}がありません。",
                                                   "id の打ちまちがいがないか、{1}の一覧を確かめてください。"};
inline constexpr DiagnosticKind repeated_id{"plan.id.repeated", Severity::error, Failure::data,
                                            "「{0}」が、{1} のものと同じです。",
                                            "一人ずつ、一つずつ違う id を付けてください。"};
inline constexpr DiagnosticKind dated_overlap{
    "plan.dated.overlap", Severity::error, Failure::data, "「{0}」が、{1} のものと同じ日に重なっています。",
    "同じ日に有効なものは一つだけです。前のものの to に、次のものの from の前の日を書いてください。"};

}  // namespace besshi::plan::kinds
