#pragma once

#include "conformance/conformance.h"
#include "expect_diagnostic.h"

#include <gtest/gtest.h>

/// Every PDF that a test makes is PDF/A-2u and PDF/UA-1, as far as a program can tell.
#define EXPECT_CONFORMS(bytes) EXPECT_TRUE(::besshi::tests::conforms(bytes))

namespace besshi::tests {

inline testing::AssertionResult conforms(std::string_view pdf) {
    const auto report = conformance::check(pdf);
    if (!report) return testing::AssertionFailure() << list(report.error());
    if (report->conforms()) return testing::AssertionSuccess();
    testing::AssertionResult failure = testing::AssertionFailure();
    for (const conformance::Violation& violation : report->violations)
        failure << violation.rule->id << " " << violation.place << " " << violation.detail << "\n";
    for (const conformance::Rule* rule : report->undecided) failure << rule->id << " is not decided\n";
    return failure;
}

}  // namespace besshi::tests
