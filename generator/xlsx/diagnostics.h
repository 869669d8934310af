#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::xlsx::kinds {

inline constexpr std::string_view fault_of_besshi =
    "besshi の不具合です。この文書は出力していません。コードと様式名を開発者へお知らせください。";

inline constexpr DiagnosticKind text_too_long{
    "xlsx.text.too_long", Severity::error, Failure::render,
    "シート「{0}」のセル {1} の文章が Excel の上限を超えています（{2}字、上限32767字）。",
    "文章を短くするか、PDF だけを作成してください（--to pdf）。"};

inline constexpr DiagnosticKind text_ill_formed{
    "xlsx.text.ill_formed", Severity::error, Failure::render,
    "シート「{0}」の {1} に文字として読めないバイト列があります（先頭から{2}バイト目）。", fault_of_besshi};

inline constexpr DiagnosticKind text_forbidden{"xlsx.text.forbidden_character", Severity::error, Failure::render,
                                               "シート「{0}」の {1} に Excel のファイルへ書けない文字 {2} があります。",
                                               "制御文字です。入力データから取り除いてください。"};

inline constexpr DiagnosticKind sheet_name{
    "xlsx.sheet.name", Severity::error, Failure::render, "シート名「{0}」は Excel で使えません（{1}）。",
    "様式の sheet を、1字以上31字以内で、[ ] : * ? / \\ を含まず、他のシートと重ならない名前にしてください。"};

inline constexpr DiagnosticKind sheet_too_large{"xlsx.sheet.too_large", Severity::error, Failure::render,
                                                "シート「{0}」は Excel の上限を超えています（{1}）。",
                                                "データを分けるか、PDF だけを作成してください（--to pdf）。"};

inline constexpr DiagnosticKind paper_unknown{
    "xlsx.paper.unknown", Severity::error, Failure::render,
    "シート「{0}」の用紙（{1} × {2} mm）は Excel の用紙の一覧にありません。",
    "様式の [page] paper を A3、A4、A5、B4、B5 のいずれかにするか、PDF だけを作成してください（--to pdf）。"};

inline constexpr DiagnosticKind cells_overlap{"xlsx.cells.overlap", Severity::error, Failure::render,
                                              "シート「{0}」のセル {1} が別のセルと重なっています。", fault_of_besshi};

inline constexpr DiagnosticKind plan_broken{"xlsx.plan.broken", Severity::error, Failure::render,
                                            "シート「{0}」を Excel で表せません（{1}）。", fault_of_besshi};

inline constexpr DiagnosticKind file_unwritable{
    "xlsx.file.unwritable", Severity::error, Failure::storage, "Excel ファイルを作れませんでした（{0}）。",
    "メモリと一時フォルダーの空き容量、開けるファイルの数を確認してください。"};

}  // namespace besshi::xlsx::kinds
