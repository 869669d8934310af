#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::cycle::kinds {

// ── the next plan ──

inline constexpr DiagnosticKind no_period{"cycle.plan.no_period", Severity::error, Failure::data,
                                          "計画の期間がないので、次の計画の期間を決められません。",
                                          "もとの記録の「計画の期間」に、最初の日と最後の日を書いてください。"};
inline constexpr DiagnosticKind odd_period{
    "cycle.plan.odd_period", Severity::note, Failure::data,
    "前の計画の期間（{0}）は、ちょうど何か月かではありません。次の期間は {1} か月にしました（{2}）。",
    "期間が合っているかを確かめてください。"};
inline constexpr DiagnosticKind no_consent{"cycle.plan.no_consent", Severity::warning, Failure::data,
                                           "前の計画に同意日がないので、「前回の計画の同意日」を書きかえていません。",
                                           "同意を得ていた計画なら、同意日を「前回の計画の同意日」に書いてください。"};
inline constexpr DiagnosticKind not_monitored{
    "cycle.plan.not_monitored", Severity::warning, Failure::data,
    "前の計画のモニタリング表がないので、「今後の対応」（継続・変更など）を引きついでいません。",
    "besshi start monitoring でモニタリング表を作り、書いてから作りなおすこともできます。"};
inline constexpr DiagnosticKind text_kept{"cycle.plan.text_kept", Severity::note, Failure::data,
                                          "文章の中の時期は、前の計画のままです（{0}）。",
                                          "読みなおして、新しい計画の期間に合わせてください。"};
inline constexpr DiagnosticKind certificate_ends{
    "cycle.certificate.ends", Severity::warning, Failure::data,
    "新しい計画の期間（～{1}）が終わる前に、通所受給者証の給付決定期間（～{0}）が終わります。",
    "更新した受給者証を確かめて、certificates に書きたしてください。"};
inline constexpr DiagnosticKind new_school_year{"cycle.child.new_school_year", Severity::note, Failure::data,
                                                "新しい計画は次の学年に入ります（{0} から）。",
                                                "学校名・学年・学級を確かめてください。"};

// ── a sheet laid out from a plan ──

inline constexpr DiagnosticKind nothing_to_start_from{"cycle.sheet.no_plan", Severity::error, Failure::data,
                                                      "もとになる「{0}」が書かれていません。",
                                                      "先に「{0}」を書いてください。"};
inline constexpr DiagnosticKind already_written{
    "cycle.sheet.written", Severity::error, Failure::data, "「{0}」は、すでに書かれています。",
    "書きなおしてよければ、--force を付けてください。もとの記録のファイルは、そのまま残ります。"};

// ── the roster ──

inline constexpr DiagnosticKind not_csv{
    "cycle.roster.encoding", Severity::error, Failure::data,
    "名簿の文字コードを読めません（UTF-8 でも Shift_JIS でもありません）。",
    "Excel の「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで、保存しなおしてください。"};
inline constexpr DiagnosticKind open_quote{"cycle.roster.open_quote", Severity::error, Failure::data,
                                           "引用符 \" で始まったます目が、閉じていません。",
                                           "このます目の終わりに \" を付けるか、始めの \" を消してください。"};
inline constexpr DiagnosticKind text_behind_quote{"cycle.roster.text_behind_quote", Severity::error, Failure::data,
                                                  "閉じた引用符 \" のすぐ後に、ほかの文字があります。",
                                                  "ます目の中の \" は、\"\" と二つ重ねて書きます。"};
inline constexpr DiagnosticKind too_many_cells{"cycle.roster.too_many_cells", Severity::error, Failure::data,
                                               "この行は、見出し（{0} 列）より長く、{1} 列あります。",
                                               "コンマが入る値は、引用符 \" \" で囲んでください。"};
inline constexpr DiagnosticKind no_lines{"cycle.roster.no_lines", Severity::error, Failure::data,
                                         "名簿に、児童の行がありません。",
                                         "一行目に見出し、二行目から一行に一人ずつ書いてください。"};
inline constexpr DiagnosticKind no_name_column{
    "cycle.roster.no_name_column", Severity::error, Failure::data,
    "名簿の見出しに、児童の氏名の列（「児童氏名」、または「姓」と「名」）がありません。",
    "besshi new --template で、見出しの入った空の名簿を作れます。"};
inline constexpr DiagnosticKind unknown_column{"cycle.roster.unknown_column", Severity::warning, Failure::data,
                                               "列「{0}」は知らない見出しなので、記録に入れていません。",
                                               "知っている見出しは、besshi new --template で見られます。"};
inline constexpr DiagnosticKind repeated_column{"cycle.roster.repeated_column", Severity::error, Failure::data,
                                                "列「{0}」と同じことを表す列が、前にもあります。",
                                                "どちらか一つの列だけを残してください。"};
inline constexpr DiagnosticKind line_not_there{"cycle.roster.line_not_there", Severity::error, Failure::arguments,
                                               "名簿の {0} 行目に、児童の行はありません。",
                                               "見出しが 1 行目です。行の番号を確かめてください。"};
inline constexpr DiagnosticKind number_not_there{"cycle.roster.number_not_there", Severity::error, Failure::arguments,
                                                 "管理番号「{0}」の行が、名簿にありません。",
                                                 "管理番号を確かめるか、--line で行を指定してください。"};
inline constexpr DiagnosticKind no_name{"cycle.roster.no_name", Severity::error, Failure::data,
                                        "児童の氏名がありません。", "氏名を書くか、この行を消してください。"};
inline constexpr DiagnosticKind bad_number{
    "cycle.roster.bad_number", Severity::error, Failure::data,
    "列「{0}」：この管理番号は、ファイルの名前に使えません。",
    "半角の英数字と - _ だけで、60 字までにしてください。氏名は使えません。例：c-0012"};
inline constexpr DiagnosticKind repeated_number{"cycle.roster.repeated_number", Severity::error, Failure::data,
                                                "列「{0}」：この管理番号は、{1} 行目の児童のものと同じです。",
                                                "一人ずつ違う番号にしてください。"};
inline constexpr DiagnosticKind bad_date{"cycle.roster.bad_date", Severity::error, Failure::data,
                                         "列「{0}」：日付として読めないか、こよみにない日です。",
                                         "2025-09-01、2025/9/1、令和7年9月1日、R7.9.1 のどれかの形で書いてください。"};
inline constexpr DiagnosticKind bad_period{"cycle.roster.bad_period", Severity::error, Failure::data,
                                           "列「{0}」：期間として読めません。",
                                           "2025/4/1～2026/3/31 のように、二つの日を ～ でつないでください。"};
inline constexpr DiagnosticKind bad_amount{"cycle.roster.bad_amount", Severity::error, Failure::data,
                                           "列「{0}」：数として読めません。", "{1} のように書いてください。"};
inline constexpr DiagnosticKind bad_word{"cycle.roster.bad_word", Severity::error, Failure::data,
                                         "列「{0}」：書ける語は決まっています。", "書けるのは {1} です。"};
inline constexpr DiagnosticKind bad_kana{"cycle.roster.bad_kana", Severity::error, Failure::data,
                                         "列「{0}」：姓と名の間に空白がないので、分けられません。",
                                         "間に空白を一つ入れるか、「せい」と「めい」の二つの列にしてください。"};
inline constexpr DiagnosticKind spoiled_digits{
    "cycle.roster.spoiled_digits", Severity::error, Failure::data,
    "列「{0}」：番号が Excel で書きかえられています（1.23E+09 の形）。",
    "Excel でこの列の書式を「文字列」にしてから、番号を入れなおしてください。"};
inline constexpr DiagnosticKind unknown_office{
    "cycle.roster.unknown_office", Severity::error, Failure::data,
    "列「{0}」：この名前の相談支援事業所が、office.toml にありません。",
    "office.toml の [[consultation_offices]] に書くか、名前か id をそろえてください。"};

}  // namespace besshi::cycle::kinds
