#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::files::kinds {

inline constexpr DiagnosticKind unreadable{"files.unreadable", Severity::error, Failure::storage,
                                           "ファイルを読めません（{0}）。",
                                           "ファイルの場所と、読む権限があるかを確かめてください。"};
inline constexpr DiagnosticKind too_large{"files.too_large", Severity::error, Failure::storage,
                                          "ファイルが大きすぎます（上限{0} MB）。",
                                          "指定したファイルが正しいかを確かめてください。"};
inline constexpr DiagnosticKind unwritable{"files.unwritable", Severity::error, Failure::storage,
                                           "ファイルを書けません（{0}）。",
                                           "フォルダーの権限と、ディスクの空きを確かめてください。"};
inline constexpr DiagnosticKind present{"files.exists", Severity::error, Failure::storage,
                                        "同じ名前で内容のちがうファイルが、すでにあります。",
                                        "別の名前を -o で指定するか、置きかえてよければ --force を付けてください。"};

}  // namespace besshi::files::kinds
