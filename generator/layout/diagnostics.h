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

}  // namespace besshi::layout::kinds
