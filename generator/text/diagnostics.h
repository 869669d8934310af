#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::text::kinds {

/// {0}: what the TOML reader says
inline constexpr DiagnosticKind manifest_malformed{"text.manifest.malformed", Severity::error, Failure::environment,
                                                   "フォント一覧（fonts/manifest.toml）を読み取れません：{0}",
                                                   "配布されたままのファイルに戻してください。"};

/// {0}: what is missing or wrong
inline constexpr DiagnosticKind manifest_incomplete{
    "text.manifest.incomplete", Severity::error, Failure::environment,
    "フォント一覧（fonts/manifest.toml）の記載が足りないか、正しくありません：{0}",
    "[[face]] には id、package、file、size、sha256、name、family、weight、licence、[chain] には4つの順番が要ります。"};

/// {0}: file name, {1}: Debian package
inline constexpr DiagnosticKind font_missing{"text.font.missing", Severity::error, Failure::environment,
                                             "フォントファイル {0} がありません。",
                                             "パッケージ {1} を入れてください（sudo apt-get install {1}）。"};

/// {0}: file name, {1}: Debian package
inline constexpr DiagnosticKind font_changed{"text.font.changed", Severity::error, Failure::environment,
                                             "フォントファイル {0} の内容が、登録されたものと違います。",
                                             "パッケージ {1} を入れ直してください（sudo apt-get install --reinstall "
                                             "{1}）。版が違う場合は fonts/manifest.toml を直します。"};

/// {0}: the character, {1}: its code points
inline constexpr DiagnosticKind glyph_missing{"text.glyph.missing", Severity::error, Failure::render,
                                              "「{0}」（{1}）を印字できるフォントがありません。",
                                              "打ち間違いでないか確かめ、別の文字に置きかえてください。"};

/// {0}: code point
inline constexpr DiagnosticKind character_private{
    "text.character.private", Severity::error, Failure::render,
    "外字（{0}）が使われています。外字は登録したパソコンでしか正しい形になりません。",
    "登録されている正しい漢字（異体字を含む）に入力し直してください。"};

/// {0}: the base character, {1}: code points of base and selector
inline constexpr DiagnosticKind variation_missing{
    "text.variation.missing", Severity::warning, Failure::render,
    "「{0}」の指定された異体字（{1}）を印字できるフォントがないため、標準の字形で印字します。",
    "字形が違うと困るときは、別の異体字か、正しい文字に置きかえてください。"};

inline constexpr DiagnosticKind name_mixed{
    "text.name.mixed", Severity::warning, Failure::render,
    "氏名のすべての文字を持つフォントがないため、二つ以上の書体で印字します。",
    "字形に誤りはありません。書体の違いが気になるときは、文字を見直してください。"};

}  // namespace besshi::text::kinds
