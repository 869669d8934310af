#pragma once

#include "base/diagnostic.h"

#include <tl/expected.hpp>

namespace besshi::base {

/// What a stage returns: its value, or all faults it found (at least one of severity error).
template <class T>
using Result = tl::expected<T, Diagnostics>;

inline tl::unexpected<Diagnostics> fail(Diagnostic diagnostic) {
    Diagnostics all;
    all.push_back(std::move(diagnostic));
    return tl::unexpected<Diagnostics>(std::move(all));
}

inline tl::unexpected<Diagnostics> fail(Diagnostics diagnostics) {
    return tl::unexpected<Diagnostics>(std::move(diagnostics));
}

}  // namespace besshi::base

namespace besshi {
using base::fail;
using base::Result;
}  // namespace besshi
