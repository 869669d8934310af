#pragma once

#include "base/base.h"

/// Every diagnostic of this layer: files that cannot be judged at all. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::conformance::kinds {

inline constexpr DiagnosticKind too_large{"conformance.file.too_large", Severity::error, Failure::data,
                                          "ファイルが大きすぎて調べられません（{0} MB、上限64 MB）。",
                                          "besshi が作ったPDFかどうかを確かめてください。"};

inline constexpr DiagnosticKind not_pdf{"conformance.file.not_pdf", Severity::error, Failure::data,
                                        "PDFではありません。「%PDF-」がありません。",
                                        "調べるPDFのファイルを指定してください。"};

inline constexpr DiagnosticKind foreign{"conformance.file.foreign", Severity::error, Failure::data,
                                        "相互参照ストリームを使ったPDFは調べられません。",
                                        "besshi が作ったPDFを、ほかのソフトで保存しなおす前に調べてください。"};

inline constexpr DiagnosticKind broken{"conformance.file.broken", Severity::error, Failure::data,
                                       "PDFの中が壊れていて調べられません（{0}）。",
                                       "元のファイルから写し直すか、もう一度作ってください。"};

}  // namespace besshi::conformance::kinds
