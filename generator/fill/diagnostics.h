#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::fill::kinds {

inline constexpr DiagnosticKind parameter_unknown{"fill.parameter.unknown", Severity::error, Failure::arguments,
                                                  "この様式に「{0}」というパラメータはありません。",
                                                  "使えるパラメータ：{1}"};

inline constexpr DiagnosticKind parameter_value{"fill.parameter.value", Severity::error, Failure::arguments,
                                                "パラメータ「{0}」に「{1}」は指定できません。", "指定できる値：{2}"};

inline constexpr DiagnosticKind parameter_text{
    "fill.parameter.text", Severity::error, Failure::arguments,
    "パラメータ「{0}」の文字列に、印刷できない文字（{1}）が含まれています。",
    "UTF-8の文字だけを指定してください。制御文字は使えません（改行は \\n で入れられます）。"};

inline constexpr DiagnosticKind need_missing{"fill.need.missing", Severity::error, Failure::data,
                                             "「{0}」が入力されていません。この用途（{1}）では必要です。",
                                             "データに入力するか、下書き（draft）として出力してください。"};

inline constexpr DiagnosticKind need_hole{"fill.need.hole", Severity::note, Failure::data,
                                          "「{0}」が入力されていないため、空欄のまま出力します。",
                                          "署名用（sign）に出力する前に入力してください。"};

inline constexpr DiagnosticKind date_missing{
    "fill.date.missing", Severity::note, Failure::data,
    "様式の日付（{0}）がないため、氏名・住所・受給者証などは最も新しいものを使いました。",
    "日付を入力すると、その日に有効なものを使います。"};

inline constexpr DiagnosticKind timetable_hours{"fill.timetable.hours", Severity::error, Failure::arguments,
                                                "週間計画表の時間帯（{0}～{1}）を{2}分きざみの表にできません。",
                                                "開始は終了より前で、長さは24時間以内、{2}分の倍数にしてください。"};

inline constexpr DiagnosticKind timetable_step{"fill.timetable.step", Severity::error, Failure::arguments,
                                               "週間計画表を{0}分きざみにはできません。",
                                               "15・30・60のように、{1}分を割り切れる分にしてください。"};

inline constexpr DiagnosticKind event_incomplete{"fill.event.incomplete", Severity::error, Failure::data,
                                                 "週間計画の予定（{0}件目）に曜日または開始時刻がありません。",
                                                 "day（mon…sun）と start（HH:MM）を入力してください。"};

inline constexpr DiagnosticKind event_outside{"fill.event.outside", Severity::error, Failure::data,
                                              "週間計画の予定（{0}件目、{1}）が表の時間帯（{2}～{3}）に入りません。",
                                              "表の時間帯のパラメータを広げるか、予定の時刻を確かめてください。"};

inline constexpr DiagnosticKind event_crowded{
    "fill.event.crowded", Severity::error, Failure::data,
    "{0}の{1}ごろに予定が{2}件重なっています。横に並べられるのは{3}件までです。",
    "予定をまとめるか、時刻を確かめてください。"};

inline constexpr DiagnosticKind held_back{"fill.disclosure.held_back", Severity::note, Failure::data,
                                          "「{0}」は{1}の印があるため、空欄にします。",
                                          "見せてよいと確かめたときだけ、--disclose に理由を書いて出力してください。"};

inline constexpr DiagnosticKind secret_repeated{
    "fill.disclosure.repeated", Severity::error, Failure::data,
    "空欄にする「{0}」（{1}）と同じ文字が、この項目の文にも書かれているため、作りません。",
    "この項目の文を、場所や番号の分からない書き方に直してください。見せてよいと確かめたときだけ、--disclose "
    "に理由を書いてください。"};

inline constexpr DiagnosticKind withheld_recipient{
    "fill.disclosure.recipient", Severity::error, Failure::data,
    "「{0}」は{1}の印がある相手か、そうでないと分からない保護者なので、この宛先の書類を作りません。",
    "渡してよい保護者に宛てるときは、宛先の氏名を保護者の一覧と同じに書いてください。渡してよいと確かめたときだけ、"
    "--disclose に理由を書いてください。"};

inline constexpr DiagnosticKind withheld_signer{
    "fill.disclosure.signer", Severity::error, Failure::data,
    "署名する「{0}」に{1}の印があるため、署名欄のあるこの書類を作りません。",
    "署名してよい保護者に signs を書いてください。渡してよいと確かめたときだけ、--disclose に理由を書いてください。"};

inline constexpr DiagnosticKind disclosed{"fill.disclosure.disclosed", Severity::warning, Failure::data,
                                          "「{0}」は{1}の印がありますが、理由が示されたため出力します。",
                                          "渡す相手と、書類に出る住所・学校・電話番号を、もう一度確かめてください。"};

inline constexpr DiagnosticKind image_untold{
    "fill.image.untold", Severity::warning, Failure::data,
    "「{0}」に、図の内容を言葉で書いたものがありません。目で見られない人には、図の名前しか伝わりません。",
    "「{1}」に、図に何が描いてあるかを文章で書いてください（紙には印刷されません）。"};

}  // namespace besshi::fill::kinds
