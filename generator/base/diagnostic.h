#pragma once

#include "base/origin.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besshi::base {

enum class Severity { note, warning, error };

/// What a run ends with when an error of this kind stops it. The values are the process exit codes.
enum class Failure {
    data = 1,         ///< the data or the rules failed
    arguments = 2,    ///< wrong arguments
    storage = 3,      ///< cannot read or write
    render = 4,       ///< cannot render
    environment = 6,  ///< a library, font or package is missing
    temporary = 75,   ///< something else is in the way: try again
};

/// One row of the list that `besshi codes` prints. A layer keeps its kinds as constants in its own
/// `<layer>/diagnostics.h` and lists them with `diagnostic_kinds()`. A code is never reused.
/// `sentence` and `hint` are Japanese; `{0}`, `{1}` … are filled by `diagnose`.
struct DiagnosticKind {
    std::string_view code;  ///< `layer.subject.fault`, e.g. `plan.period.reversed`
    Severity severity;
    Failure failure;
    std::string_view sentence;
    std::string_view hint;
};

struct Diagnostic {
    std::string_view code;
    Severity severity;
    Failure failure;
    Origin origin;
    std::string sentence;
    std::string hint;
};

using Diagnostics = std::vector<Diagnostic>;

/// Fills the placeholders of `kind`. Arguments describe values by measure and fields by label; a
/// person's name or any other personal value must never be among them.
Diagnostic diagnose(const DiagnosticKind& kind, Origin origin, std::initializer_list<std::string_view> arguments = {});

bool has_error(const Diagnostics& diagnostics);

/// What goes to stderr: severity and sentence, then the hint, then place and code, each on a line.
std::string to_line(const Diagnostic& diagnostic);

std::string_view to_string(Severity severity);  ///< `note`, `warning`, `error`

}  // namespace besshi::base

namespace besshi {
using base::diagnose;
using base::Diagnostic;
using base::DiagnosticKind;
using base::Diagnostics;
using base::Failure;
using base::Severity;
}  // namespace besshi
