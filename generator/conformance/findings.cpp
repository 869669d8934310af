#include "conformance/findings.h"

#include <iterator>
#include <stdexcept>

namespace besshi::conformance {

namespace {

constexpr std::size_t most_of_one_rule = 50;  // a fault of a writer repeats itself; more tell nothing new

}  // namespace

void Findings::add(RuleNumber rule, std::string place, std::string detail) {
    std::vector<Violation>& same = violations_[rule.index];
    if (same.size() < most_of_one_rule)
        same.push_back({&all_rules[rule.index], std::move(place), std::move(detail)});
    else
        ++omitted_;
}

Report Findings::take() {
    see(Subject::file);
    Report report;
    for (std::size_t i = 0; i < all_rules.size(); ++i) {
        const Rule& rule = all_rules[i];
        std::vector<Violation>& violations = violations_[i];
        const bool applies = seen_.test(static_cast<std::size_t>(rule.subject)) || !violations.empty();
        const auto decided = [&]() -> std::vector<const Rule*>& {
            switch (rule.decided_by) {
                case Decision::machine:
                    return report.checked;
                case Decision::person:
                    return report.for_people;
                case Decision::nobody:
                    return report.undecided;
            }
            throw std::logic_error("a decision that is none");
        };
        const bool is_open = open_.test(i) && violations.empty();
        (is_open ? report.undecided : applies ? decided() : report.not_applicable).push_back(&rule);
        std::ranges::move(violations, std::back_inserter(report.violations));
    }
    report.omitted = omitted_;
    return report;
}

}  // namespace besshi::conformance
