#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::sheet::kinds {

inline constexpr DiagnosticKind header_too_long{
    "sheet.header.too_long", Severity::error, Failure::render,
    "Excel のヘッダーまたはフッターが長すぎます（{0}字、上限255字）。",
    "様式の [page] header / footer に入れる項目を減らしてください。PDF だけなら作成できます（--to pdf）。"};

inline constexpr DiagnosticKind scale_too_small{
    "sheet.scale.too_small", Severity::error, Failure::render,
    "Excel のシート「{0}」は、印刷倍率を下限の10％にしても同じページ割りで用紙に収まりません（必要な倍率 {1}％）。",
    "文章を短くするか、PDF だけを作成してください（--to pdf）。"};

}  // namespace besshi::sheet::kinds
