#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::layout::kinds {

inline constexpr DiagnosticKind page_no_room{
    "layout.page.no_room", Severity::error, Failure::render,
    "「{0}」の行を置ける場所がページにありません（本文の高さ {1} mm、必要な高さ {2} mm）。",
    "様式ファイルの [page] の余白、見出しの高さ、文字の大きさを見直してください。"};

inline constexpr DiagnosticKind text_lost{
    "layout.text.lost", Severity::error, Failure::render,
    "欄「{0}」の文字がページの上の文字と一致しません（様式では {1} 字、ページでは {2} 字）。",
    "besshi の不具合です。この文書は出力していません。コードと様式名を開発者へお知らせください。"};

// ── what was done to make texts fit ──

inline constexpr DiagnosticKind size_chosen{"layout.size.chosen", Severity::note, Failure::render,
                                            "様式が挙げる大きさのうち {0} pt を選びました。", ""};

inline constexpr DiagnosticKind text_shrunk{"layout.text.shrunk", Severity::note, Failure::render,
                                            "「{0}」は欄に入らないので、文字を {1} ％に縮めました。", ""};

inline constexpr DiagnosticKind text_narrowed{"layout.text.narrowed", Severity::note, Failure::render,
                                              "「{0}」は欄に入らないので、字の幅を {1} ％に狭めました。", ""};

inline constexpr DiagnosticKind rows_grown{"layout.rows.grown", Severity::note, Failure::render,
                                           "「{0}」は欄に入らないので、行を様式の高さの {1} ％にしました。", ""};

inline constexpr DiagnosticKind text_broken{
    "layout.text.broken", Severity::note, Failure::render,
    "「{0}」には一行より長い語があるので、折ってはならないところで {1} 回折りました。", ""};

inline constexpr DiagnosticKind text_noted{
    "layout.text.noted", Severity::note, Failure::render,
    "「{0}」は欄に入らないので、欄には{1}とだけ印刷し、文をほかの欄に移しました。", ""};

inline constexpr DiagnosticKind text_carried_over{
    "layout.text.carried_over", Severity::note, Failure::render,
    "「{0}」は欄に入らないので、欄には「別紙のとおり」と印刷し、文を別紙（{1} 番め）に移しました。", ""};

}  // namespace besshi::layout::kinds
