#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::pdf::kinds {

inline constexpr DiagnosticKind document_empty{
    "pdf.document.empty", Severity::error, Failure::render, "PDFにするページが1枚もありません。",
    "様式にブロックがあるか、別表のもとになるデータがあるかを確かめてください。"};

inline constexpr DiagnosticKind page_size{
    "pdf.page.size", Severity::error, Failure::render,
    "{0}ページ目の大きさ（{1} × {2} mm）はPDFにできません。1辺は1.1 mm以上5,080 mm以下です。",
    "様式の［page］の用紙の指定を直してください。"};

inline constexpr DiagnosticKind image_unreadable{
    "pdf.image.unreadable", Severity::error, Failure::data,
    "PNGの画像（{0} × {1} ピクセル）の中が壊れていて、PDFに入れられません。",
    "画像のソフトで開いて確かめ、保存しなおしてください。"};

inline constexpr DiagnosticKind field_name{
    "pdf.field.name", Severity::error, Failure::render,
    "署名欄の名前「{0}」は使えません。英数字・「_」・「-」だけで、1字以上60字以下にしてください。",
    "様式ファイルの署名欄（sign）の名前を直してください。"};

inline constexpr DiagnosticKind field_locks{
    "pdf.field.locks", Severity::error, Failure::render,
    "署名欄「{0}」の locks が「{1}」になっています。書けるのは \"all\"（署名後は全体を変えられない）だけです。",
    "様式ファイルの locks を \"all\" にするか、消してください。"};

inline constexpr DiagnosticKind text_forbidden{"pdf.text.forbidden", Severity::error, Failure::render,
                                               "{0}ページ目の文字の中に、PDFから取り出せない符号 {1} があります。",
                                               "その符号を文章から消してください。"};

inline constexpr DiagnosticKind font_unreadable{
    "pdf.font.unreadable", Severity::error, Failure::environment, "書体「{0}」のファイルから文字の形を取り出せません。",
    "書体のパッケージを入れ直してください。「besshi doctor」で書体の状態を確かめられます。"};

inline constexpr DiagnosticKind writer_failed{"pdf.writer.failed", Severity::error, Failure::render,
                                              "PDFを書き出せませんでした（PoDoFo {0}）。",
                                              "besshi の不具合です。様式の名前と版を添えて知らせてください。"};

inline constexpr DiagnosticKind file_too_large{"pdf.file.too_large", Severity::error, Failure::data,
                                               "ファイルが大きすぎます（{0} MB、上限64 MB）。",
                                               "besshi が作ったPDFかどうかを確かめてください。"};

inline constexpr DiagnosticKind file_not_pdf{"pdf.file.not_pdf", Severity::error, Failure::data,
                                             "PDFではありません。先頭に「%PDF-1.」がありません。",
                                             "besshi が作ったPDFを指定してください。"};

inline constexpr DiagnosticKind file_truncated{"pdf.file.truncated", Severity::error, Failure::data,
                                               "PDFの終わりが欠けています。", "元のファイルから写し直してください。"};

inline constexpr DiagnosticKind file_foreign{"pdf.file.foreign", Severity::error, Failure::data,
                                             "besshi が作ったPDFではありません（{0}が使われています）。",
                                             "「besshi inspect」は besshi が作ったPDFだけを調べます。"};

inline constexpr DiagnosticKind file_broken{"pdf.file.broken", Severity::error, Failure::data,
                                            "PDFの中が壊れていて読めません（{0}）。",
                                            "元のファイルから写し直すか、もう一度作ってください。"};

}  // namespace besshi::pdf::kinds
