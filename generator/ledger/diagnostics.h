#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::ledger::kinds {

inline constexpr DiagnosticKind missing{"ledger.missing", Severity::error, Failure::storage,
                                        "この事業所には、まだ台帳（besshi.db）がありません。",
                                        "besshi ledger start を一度してください。"};
inline constexpr DiagnosticKind folder_shared{
    "ledger.folder.shared", Severity::error, Failure::environment,
    "台帳を、共有や同期のフォルダー（{0}）に置くことはできません。書きこみが重なると壊れます。",
    "このパソコンの中のフォルダーに移すか、office.toml の [ledger] に PostgreSQL の場所を database = … "
    "と書いてください。控えは besshi backup "
    "で作れます。"};
inline constexpr DiagnosticKind folder_unusable{"ledger.folder.unusable", Severity::error, Failure::storage,
                                                "台帳のフォルダーを使えません（{0}）。",
                                                "フォルダーの場所と権限を確かめてください。"};
inline constexpr DiagnosticKind schema_newer{
    "ledger.schema.newer", Severity::error, Failure::environment,
    "台帳は、この besshi より新しい版で書かれています（台帳 {0}、この版 {1}）。",
    "besshi を新しくしてください。台帳には何もしていません。"};
inline constexpr DiagnosticKind schema_older{"ledger.schema.older", Severity::error, Failure::environment,
                                             "台帳の形が古い版です（台帳 {0}、この版 {1}）。",
                                             "besshi ledger migrate で新しくしてください。先に控えを作ります。"};
inline constexpr DiagnosticKind schema_broken{"ledger.schema.broken", Severity::error, Failure::storage,
                                              "台帳の版を読めません。", "besshi の台帳ではないか、壊れています。"};

inline constexpr DiagnosticKind office_present{"ledger.office.present", Severity::error, Failure::storage,
                                               "この事業所の台帳は、そのデータベースにもうあります（{0} 件）。",
                                               "ほかのデータベースを指定してください。今の台帳には何もしていません。"};

inline constexpr DiagnosticKind database_full{"ledger.database.full", Severity::error, Failure::storage,
                                              "空きが足りないので、記録できませんでした。台帳は前のままです。",
                                              "ディスクの空きを作って、もう一度してください。"};
inline constexpr DiagnosticKind database_busy{"ledger.database.busy", Severity::error, Failure::temporary,
                                              "台帳をほかの besshi が使っています。記録していません。",
                                              "少し待って、もう一度してください。"};
inline constexpr DiagnosticKind database_broken{"ledger.database.broken", Severity::error, Failure::storage,
                                                "台帳のデータベースが壊れています（{0}）。",
                                                "besshi restore で控えから戻してください。"};
inline constexpr DiagnosticKind database_unreachable{"ledger.database.unreachable", Severity::error, Failure::storage,
                                                     "台帳のデータベースを開けません（{0}）。",
                                                     "データベースの場所と権限を確かめてください。"};
inline constexpr DiagnosticKind database_failed{
    "ledger.database.failed", Severity::error, Failure::storage,
    "台帳を読み書きできませんでした（{0}）。台帳は前のままです。",
    "もう一度してください。続くときは besshi ledger verify で確かめてください。"};

inline constexpr DiagnosticKind document_differs{
    "ledger.document.differs", Severity::error, Failure::data, "書類 {0} は、すでに別の内容で記録されています。",
    "記録した書類は変えられません。ケースを直して、作りなおしてください。"};
inline constexpr DiagnosticKind file_gone{"ledger.file.gone", Severity::error, Failure::data,
                                          "この書類の中身は、{0}ので残っていません。", "記録だけが残っています。"};
inline constexpr DiagnosticKind file_damaged{"ledger.file.damaged", Severity::error, Failure::storage,
                                             "保管した書類（{0}）が、記録したものとちがいます。",
                                             "besshi restore で控えから戻してください。"};

inline constexpr DiagnosticKind event_changed{"ledger.event.changed", Severity::error, Failure::data,
                                              "{0}番の記録が、あとから書きかえられています。",
                                              "控えとくらべてください。"};
inline constexpr DiagnosticKind event_missing{"ledger.event.missing", Severity::error, Failure::data,
                                              "{0}番の記録がありません。", "控えとくらべてください。"};
inline constexpr DiagnosticKind event_misplaced{
    "ledger.event.misplaced", Severity::error, Failure::data, "{0}番の記録が、前の記録とつながっていません。",
    "入れかえられたか、前の記録が書きかえられています。控えとくらべてください。"};
inline constexpr DiagnosticKind head_behind{"ledger.head.behind", Severity::error, Failure::data,
                                            "台帳は {0} 件までしかありません。控えた値は {1} 件です。",
                                            "終わりが切られたか、古い控えです。新しい台帳を探してください。"};
inline constexpr DiagnosticKind head_differs{"ledger.head.differs", Severity::error, Failure::data,
                                             "{0}番の記録が、控えた値と合いません。",
                                             "台帳がすりかえられたか、控えた値がちがいます。"};
inline constexpr DiagnosticKind row_differs{"ledger.row.differs", Severity::error, Failure::data,
                                            "{0}の表の {1} が、{2}番の記録と合いません。", "控えとくらべてください。"};
inline constexpr DiagnosticKind row_foreign{"ledger.row.foreign", Severity::error, Failure::data,
                                            "{0}の表の {1} は、どの記録からも作られていません。",
                                            "控えとくらべてください。"};
inline constexpr DiagnosticKind file_missing{"ledger.file.missing", Severity::error, Failure::storage,
                                             "保管した書類（{0}）がありません。",
                                             "besshi restore で控えから戻してください。"};

inline constexpr DiagnosticKind file_left{"ledger.file.left", Severity::error, Failure::storage,
                                          "封印・削除した書類（{0}）の中身が、まだ残っています。",
                                          "もう一度、同じ封印・削除をしてください。"};
inline constexpr DiagnosticKind delivery_unknown_document{"ledger.delivery.unknown_document", Severity::error,
                                                          Failure::data, "書類 {0} は、この児童の台帳にありません。",
                                                          "書類の番号を確かめてください（besshi status）。"};
inline constexpr DiagnosticKind delivery_withheld{"ledger.delivery.withheld", Severity::error, Failure::data,
                                                  "交付先（{0}）は、非開示・支援措置の対象です。",
                                                  "交付先を確かめてください。知らせてはならない相手かもしれません。"};
inline constexpr DiagnosticKind delivery_self_plan{"ledger.delivery.self_plan", Severity::warning, Failure::data,
                                                   "セルフプランなので、交付する障害児相談支援事業所はないはずです。",
                                                   "ケースの相談支援事業所とセルフプランの期間を確かめてください。"};
inline constexpr DiagnosticKind delivery_no_agreement{
    "ledger.delivery.no_agreement", Severity::error, Failure::data,
    "電磁的方法で交付することについて、{0}の事前の承諾が記録されていません。",
    "承諾を受けて besshi record electronic-agreement で記録するか、別の方法で交付してください。"};
inline constexpr DiagnosticKind delivery_no_privacy_consent{
    "ledger.delivery.no_privacy_consent", Severity::error, Failure::data,
    "個人情報の提供について、保護者の文書による同意が記録されていません（提供先：{0}）。",
    "同意を受けて besshi record privacy-consent で記録してください。"};
inline constexpr DiagnosticKind delivery_not_consented{"ledger.delivery.not_consented", Severity::error, Failure::data,
                                                       "書類 {0} は、まだ同意を得ていません（{1}）。",
                                                       "同意を besshi record consented で記録してください。"};
inline constexpr DiagnosticKind delivery_other_version{"ledger.delivery.other_version", Severity::error, Failure::data,
                                                       "書類 {0} は、同意を得た版と異なります（{1}）。",
                                                       "同意を得た版の書類を交付してください（besshi status）。"};
inline constexpr DiagnosticKind delivery_draft{"ledger.delivery.draft", Severity::error, Failure::data,
                                               "書類 {0} は原案です。",
                                               "署名に使った書類を交付してください（besshi status）。"};
inline constexpr DiagnosticKind retention_running{"ledger.retention.running", Severity::error, Failure::data,
                                                  "保存期間（{0}年）が終わっていないため削除できません（{1}まで）。",
                                                  "まちがえて保管したものは besshi ledger seal で封印できます。"};
inline constexpr DiagnosticKind retention_open{"ledger.retention.open", Severity::error, Failure::data,
                                               "終結していない児童の書類は削除できません。",
                                               "契約が終わったら besshi close で終結を記録してください。"};
inline constexpr DiagnosticKind file_shared{"ledger.file.shared", Severity::error, Failure::data,
                                            "同じ中身を、ほかの記録（{0}）も保管しています。",
                                            "どの記録のものかを確かめてください。"};

}  // namespace besshi::ledger::kinds
