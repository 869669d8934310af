#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::draw::kinds {

inline constexpr DiagnosticKind text_lost{
    "draw.text.lost", Severity::error, Failure::render,
    "「{0}」の印字が、ページに割り付けた文字と一致しません（割り付け {1} 字、印字 {2} 字）。",
    "besshi の不具合です。この文書は出力していません。コードと様式名を開発者へお知らせください。"};

}  // namespace besshi::draw::kinds
