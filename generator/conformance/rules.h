#pragma once

#include "conformance/rules_of_pdf.h"
#include "conformance/rules_of_pdf_a.h"
#include "conformance/rules_of_pdf_ua.h"

#include <algorithm>
#include <array>

namespace besshi::conformance {

inline constexpr auto all_rules = [] {
    std::array<Rule, std::size(rules_of_pdf_a) + std::size(rules_of_pdf_ua) + std::size(rules_of_pdf)> all{};
    auto end = std::ranges::copy(rules_of_pdf_a, all.begin()).out;
    end = std::ranges::copy(rules_of_pdf_ua, end).out;
    std::ranges::copy(rules_of_pdf, end);
    return all;
}();

/// Place of a rule in `all_rules`: what the checks name.
struct RuleNumber {
    std::size_t index;
};

/// `"6.1.2-1"_rule`; a number that is no rule, or that is not ours to decide, does not compile.
consteval RuleNumber operator""_rule(const char* id, std::size_t length) {
    const auto* found = std::ranges::find(all_rules, std::string_view(id, length), &Rule::id);
    if (found == all_rules.end() || found->decided_by != Decision::machine) throw "no rule that check decides";
    return {static_cast<std::size_t>(found - all_rules.begin())};
}

}  // namespace besshi::conformance
