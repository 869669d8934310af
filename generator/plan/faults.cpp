#include "plan/faults.h"

#include "plan/diagnostics.h"

#include <string>

namespace besshi::plan {

void Faults::add(const DiagnosticKind& kind, Origin origin, std::initializer_list<std::string_view> arguments) {
    has_error_ = has_error_ || kind.severity == Severity::error;
    if (has_room()) {
        kept_.push_back(diagnose(kind, std::move(origin), arguments));
    } else {
        ++more_;
    }
}

void Faults::append(Faults&& others) {
    has_error_ = has_error_ || others.has_error_;
    more_ += others.more_;
    for (Diagnostic& diagnostic : others.kept_) {
        if (has_room()) {
            kept_.push_back(std::move(diagnostic));
        } else {
            ++more_;
        }
    }
}

Diagnostics Faults::take() && {
    if (more_ > 0) {
        const DiagnosticKind& kind = has_error_ ? kinds::more_faults : kinds::more_notes;
        kept_.push_back(diagnose(kind, {}, {std::to_string(more_)}));
    }
    return std::move(kept_);
}

}  // namespace besshi::plan
