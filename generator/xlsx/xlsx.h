#pragma once

#include "sheet/sheet.h"

/// Writes Excel workbooks. libxlsxwriter stands only here.
namespace besshi::xlsx {

/// Same plan: same bytes. Everything libxlsxwriter does not check (overlapping merges, ill-formed text,
/// `_x0041_` literals, control characters, lengths) is checked or escaped before.
Result<Artifact> write(const sheet::SheetPlan& plan);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::xlsx
