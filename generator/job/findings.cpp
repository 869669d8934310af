#include "job/diagnostics.h"
#include "job/laid_out.h"

#include <algorithm>
#include <tuple>

namespace besshi::job {

void append(Diagnostics& all, const Diagnostics& more) {
    const auto says = [](const Diagnostic& d) {
        return std::tie(d.code, d.sentence, d.origin.pointer, d.origin.file, d.origin.line);
    };
    for (const Diagnostic& one : more) {
        const bool known = std::ranges::any_of(all, [&](const Diagnostic& other) { return says(other) == says(one); });
        if (!known) all.push_back(one);
    }
}

void add_findings(Findings& all, const Findings& more) {
    append(all.notes, more.notes);
    all.reports.insert(all.reports.end(), more.reports.begin(), more.reports.end());
    append(all.disclosed, more.disclosed);
    append(all.adapted, more.adapted);
    std::erase_if(all.adapted, [](const Diagnostic& d) { return d.code == kinds::text_adapted.code; });
    if (!all.adapted.empty())
        all.adapted.push_back(diagnose(kinds::text_adapted, {}, {std::to_string(all.adapted.size())}));
}

}  // namespace besshi::job
