#pragma once

#include "base/base.h"

#include <gtest/gtest.h>

#include <algorithm>

/// Every diagnostic code stands in one EXPECT_FIRES and one EXPECT_SILENT (the near miss: the same input
/// with as little changed as stops it). tests/architecture looks for both by the literal code.
#define EXPECT_FIRES(code, diagnostics) \
    EXPECT_TRUE(::besshi::tests::has_code(diagnostics, code)) << ::besshi::tests::list(diagnostics)
#define EXPECT_SILENT(code, diagnostics) \
    EXPECT_FALSE(::besshi::tests::has_code(diagnostics, code)) << ::besshi::tests::list(diagnostics)

namespace besshi::tests {

inline bool has_code(const Diagnostics& diagnostics, std::string_view code) {
    return std::ranges::any_of(diagnostics, [&](const Diagnostic& d) { return d.code == code; });
}

inline std::string list(const Diagnostics& diagnostics) {
    std::string text = diagnostics.empty() ? "no diagnostics" : "";
    for (const Diagnostic& d : diagnostics) text += base::to_line(d) + "\n";
    return text;
}

/// The diagnostics of a result: its faults, or none.
template <class T>
const Diagnostics& faults_of(const Result<T>& result) {
    static const Diagnostics none;
    return result ? none : result.error();
}

}  // namespace besshi::tests
