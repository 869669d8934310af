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

inline constexpr DiagnosticKind text_adapted{
    "job.text.adapted", Severity::error, Failure::render,
    "文字を縮めたり、折ったり、別紙に移したりしないと入らないところが {0} か所あるので、作りませんでした。",
    "上に示した項目の文を短くするか、それでよければ --strict を外してください。"};

}  // namespace besshi::job::kinds
