#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::backup::kinds {

inline constexpr DiagnosticKind passphrase_short{
    "backup.passphrase.short", Severity::error, Failure::arguments,
    "合言葉が短すぎます（{0} 文字）。{1} 文字以上にしてください。",
    "つながりのない言葉をいくつか並べると、長くても覚えやすくなります。紙に書いて、控えとは別の鍵のかかる所に置いてくだ"
    "さい。"};
inline constexpr DiagnosticKind file_foreign{"backup.file.foreign", Severity::error, Failure::data,
                                             "besshi の控えではありません。",
                                             "besshi backup で作ったファイルを指定してください。"};
inline constexpr DiagnosticKind file_newer{"backup.file.newer", Severity::error, Failure::environment,
                                           "この besshi より新しい版で作られた控えです（控え {0}、この版 {1}）。",
                                           "besshi を新しくしてください。何も戻していません。"};
inline constexpr DiagnosticKind file_damaged{
    "backup.file.damaged", Severity::error, Failure::data,
    "合言葉がちがうか、控えのファイルが壊れています。何も戻していません。",
    "合言葉を確かめてください。正しいときは、ファイルが途中で切れたか書きかえられています。別の控えを使ってください。"};
inline constexpr DiagnosticKind file_changed{"backup.file.changed", Severity::error, Failure::temporary,
                                             "控えを取るあいだに、ファイルが変わりました。控えは作っていません。",
                                             "ほかの人が書き終えてから、もう一度してください。"};
inline constexpr DiagnosticKind folder_occupied{"backup.folder.occupied", Severity::error, Failure::storage,
                                                "戻す先に、もうファイルがあります。何も戻していません。",
                                                "まだないフォルダーか、空のフォルダーを指定してください。"};
inline constexpr DiagnosticKind memory_short{"backup.memory.short", Severity::error, Failure::environment,
                                             "合言葉から鍵を作るためのメモリー（{0} MB）が足りません。",
                                             "ほかのプログラムを閉じて、もう一度してください。"};

}  // namespace besshi::backup::kinds
