#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::job::kinds {

inline constexpr DiagnosticKind office_form_unknown{
    "job.office.form_unknown", Severity::warning, Failure::data,
    "office.toml の [forms.{0}] にあたる様式がないので、この設定は使いません。",
    "様式の番号か名前（besshi forms list で見られます）を書いてください。"};
inline constexpr DiagnosticKind set_empty{"job.set.empty", Severity::error, Failure::data,
                                          "この記録には、組「{0}」の書類の中身が一つもありません。",
                                          "組の書類：{1}。様式を一つずつ作るときは --form を使ってください。"};
inline constexpr DiagnosticKind bind_empty{
    "job.bind.empty", Severity::error, Failure::data, "とじる書類が一つもありません（{0}）。",
    "ケースのファイルか、それを入れたフォルダーを指定してください。様式に入れる中身があるかも確かめてください。"};
inline constexpr DiagnosticKind bind_mixed_paper{
    "job.bind.mixed_paper", Severity::warning, Failure::data,
    "大きさや向きのちがう紙が混ざっています。両面に印刷すると、裏が逆さになるプリンターがあります。",
    "様式ごとに分けてとじる（--form）か、片面に印刷してください。"};
inline constexpr DiagnosticKind folder_missing{"job.folder.missing", Severity::error, Failure::environment,
                                               "besshi のフォルダー {0} が見つかりません。",
                                               "besshi を入れたフォルダーを --data で指定してください。"};

inline constexpr DiagnosticKind record_no_office_number{
    "job.record.no_office_number", Severity::error, Failure::data,
    "office.toml に事業所番号（office_number）がないので、台帳を使えません。", "事業所番号を書いてください。"};
inline constexpr DiagnosticKind record_no_case_number{
    "job.record.no_case_number", Severity::error, Failure::data,
    "ケースに管理番号（case_number）がないので、台帳に記録できません。", "事業所で決めた番号を書いてください。"};
inline constexpr DiagnosticKind record_not_manager{
    "job.record.not_manager", Severity::warning, Failure::data,
    "{0}をした職員は、その日、児童発達支援管理責任者ではありませんでした。",
    "職員か、office.toml の roles の期間を確かめてください。記録はしました。"};
inline constexpr DiagnosticKind record_no_version{
    "job.record.no_version", Severity::error, Failure::data, "ケース {0} の版が台帳にありません。",
    "先に besshi record draft か besshi render --purpose sign をしてください。"};
inline constexpr DiagnosticKind record_settings{
    "job.record.settings", Severity::error, Failure::data, "office.toml の台帳の設定（[ledger]）を読めません。",
    "retention_years は 5 以上の数、database は postgresql:// で始まる文です。"};

inline constexpr DiagnosticKind text_adapted{
    "job.text.adapted", Severity::error, Failure::render,
    "文字を縮めたり、折ったり、別紙に移したりしないと入らないところが {0} か所あるので、作りませんでした。",
    "上に示した項目の文を短くするか、それでよければ --strict を外してください。"};

}  // namespace besshi::job::kinds
