#pragma once

#include "sheet/sheet.h"

/// Writes Excel workbooks. libxlsxwriter stands only here.
namespace besshi::xlsx {

/// Same plan: same bytes. Everything libxlsxwriter does not check (overlapping merges, ill-formed text,
/// control characters, lengths in UTF-16 units, sheet names) is checked before, all faults at once;
/// `_x0041_` in a text is escaped. Strings are written as strings, whatever they begin with. The file is
/// built in memory; the library's own temporary files have no names. Errors: `xlsx.*`.
Result<Artifact> write(const sheet::SheetPlan& plan);

/// libxlsxwriter.
std::vector<base::Library> libraries();

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::xlsx
